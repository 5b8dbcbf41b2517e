import type { ObservationView } from "@twiza/contract";
import type { Localized } from "@twiza/contract/where";

type Checklist = {
  readonly criteria: readonly {
    readonly id: string;
    readonly text: Localized;
    readonly critical?: true | undefined;
  }[];
};

/**
 * What was seen of each step, with the words of a checklist that may be of another version: a step that it does not have keeps its
 * result, and one that was not spoken of had no occasion. Pure.
 */
export function stepsOf({ seen }: Pick<ObservationView, "seen">, checklist: Checklist | undefined) {
  const told = new Map<string, (typeof seen)[number]>(seen.map((one) => [one.criterion, one]));
  const known = checklist?.criteria ?? [];
  const gone = seen.filter(({ criterion }) => !known.some(({ id }) => id === criterion));
  return [
    ...known
      .filter(({ id }) => told.has(id))
      .map(({ id, text, critical }) => ({ id, text, critical, ...resultIn(told.get(id)) })),
    ...gone.map((one) => ({ id: one.criterion, text: undefined, ...resultIn(one) })),
  ];
}

const resultIn = (one: ObservationView["seen"][number] | undefined) => ({
  result: one?.result ?? "not_seen",
  note: one?.note,
});
