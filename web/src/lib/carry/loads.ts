import type { Carried } from "@twiza/client/carry";

/** What was taken from one phone at once: many parcels when much waited there. */
export type Load = {
  readonly name: string;
  readonly ids: readonly string[];
  /** `waiting` while any of it has no answer; `refused` when none was taken. */
  readonly state: "waiting" | "sent" | "refused";
  readonly receipts: readonly string[];
  /** Why some of it was not taken, each reason once. */
  readonly whys: readonly string[];
};

/** Parcels by what they came with, in the order in which they lie here. */
export function loadsOf(parcels: readonly Carried[]): readonly Load[] {
  const names = [...new Set(parcels.map(({ together }) => together))];
  return names.map((name) => {
    const own = parcels.filter(({ together }) => together === name);
    const receipts = own.flatMap(({ receipt }) => receipt ?? []);
    const whys = own.flatMap(({ refused }) =>
      refused ? [[refused.title, refused.detail].filter(Boolean).join(" ")] : [],
    );
    const isWaiting = receipts.length + whys.length < own.length;
    return {
      name,
      ids: own.map(({ id }) => id),
      state: isWaiting ? "waiting" : receipts.length > 0 ? "sent" : "refused",
      receipts,
      whys: [...new Set(whys)],
    };
  });
}
