/** A place on the observer's page: all of it is one page, so that it needs nothing from the network on the way. */
export type Place = {
  readonly cohort?: string | undefined;
  readonly learner?: string | undefined;
  readonly list?: string | undefined;
  readonly show?: "confirm" | "queue" | undefined;
};
const PARTS = ["cohort", "learner", "list", "show"] as const;

export function addressOf(place: Place): string {
  const query = new URLSearchParams(
    PARTS.flatMap((part) => (place[part] ? [[part, place[part]]] : [])),
  ).toString();
  return query ? `/observe?${query}` : "/observe";
}

export function placeIn(query: Pick<URLSearchParams, "get">): Place {
  const show = query.get("show");
  return {
    cohort: query.get("cohort") ?? undefined,
    learner: query.get("learner") ?? undefined,
    list: query.get("list") ?? undefined,
    show: show === "confirm" || show === "queue" ? show : undefined,
  };
}
