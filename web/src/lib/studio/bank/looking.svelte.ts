import type { BankLine } from "@twiza/contract";
import { call } from "../../api.ts";
import { paged } from "../../office/paged.svelte.ts";

/** What is looked for. An empty text means whatever there is. */
export type Look = {
  words: string;
  tag: string;
  kind: string;
  difficulty: string;
  unused: boolean;
};
const ALL: Look = { words: "", tag: "", kind: "", difficulty: "", unused: false };

type Totals = {
  readonly found: number;
  readonly all: number;
  readonly tags: readonly { readonly tag: string; readonly count: number }[];
};

/** A search as its operation is asked. */
export const queryOf = ({ words, tag, kind, difficulty, unused }: Look) => ({
  ...(words.trim() && { words: words.trim() }),
  ...(tag && { tag }),
  // Chosen of lists that are made of the contract's own.
  ...(kind && { kind: kind as BankLine["question"] }),
  ...(difficulty && { difficulty: difficulty as NonNullable<BankLine["difficulty"]> }),
  ...(unused && { unused: "yes" as const }),
});

/** The bank as somebody looks through it, as reactive values. */
export function looking() {
  const look = $state<Look>({ ...ALL });
  let totals = $state.raw<Totals>();
  /** What the list was asked for last. */
  let asked = $state.raw<ReturnType<typeof queryOf>>({});
  const list = paged<BankLine>({
    read: async (after) => {
      const { lines, next, ...rest } = await call("listBank", { query: { ...asked, after } });
      totals = rest;
      return { rows: lines, next };
    },
    keyOf: ({ id }) => id,
  });
  return {
    look,
    list,
    get totals() {
      return totals;
    },
    /** Whether the list is not the whole bank. */
    get isSearch() {
      return Object.keys(asked).length > 0;
    },
    get asked() {
      return asked;
    },
    /** Reads anew what is looked for now. */
    find(): Promise<void> {
      asked = queryOf(look);
      return list.start();
    },
    forget(): Promise<void> {
      Object.assign(look, ALL);
      asked = {};
      return list.start();
    },
  };
}
export type Looking = ReturnType<typeof looking>;
