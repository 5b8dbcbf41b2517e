import type { Carried } from "@twiza/client/carry";

/** What was taken from one phone at once: many parcels when much waited there. */
export type Load = {
  readonly name: string;
  readonly ids: readonly string[];
  /** `waiting` while any of it has no answer; `refused` when none was taken. */
  readonly state: "waiting" | "sent" | "refused";
  readonly receipts: readonly string[];
  /** Why some of it was not taken, each reason once, in the language it was told in. */
  readonly whys: readonly { readonly words: string; readonly language: string | undefined }[];
};

/** Parcels by what they came with, in the order in which they lie here. */
export function loadsOf(parcels: readonly Carried[]): readonly Load[] {
  const names = [...new Set(parcels.map(({ together }) => together))];
  return names.map((name) => {
    const own = parcels.filter(({ together }) => together === name);
    const receipts = own.flatMap(({ receipt }) => receipt ?? []);
    const whys = own.flatMap(({ refused }) => (refused ? [wordsOf(refused)] : []));
    const isWaiting = receipts.length + whys.length < own.length;
    return {
      name,
      ids: own.map(({ id }) => id),
      state: isWaiting ? "waiting" : receipts.length > 0 ? "sent" : "refused",
      receipts,
      whys: [...new Map(whys.map((why) => [why.words, why])).values()],
    };
  });
}

const wordsOf = ({ title, detail, language }: NonNullable<Carried["refused"]>) => ({
  words: [title, detail].filter(Boolean).join(" "),
  language,
});
