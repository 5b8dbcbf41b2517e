import type { Detail } from "../fault.ts";
import { quoted } from "../quoted.ts";
import type { FlowCode } from "./codes.ts";

/** What became of something in the file: it is here as it was, or otherwise, or it was left out. */
export type What = "imported" | "changed" | "skipped";

/** Something worth telling, at a paragraph counted from 1 through the whole document. */
export type Remark<Code extends string = FlowCode> = {
  readonly at: number;
  /** How the paragraph begins, so that it can be searched for. */
  readonly words: string;
  readonly what: What;
  readonly code: Code;
  readonly detail: Detail;
};

/** Of what comes up more often, the rest is only counted: nobody reads thousands of lines. */
const MOST_ALIKE = 200;

type Tally<Code extends string> = Omit<Remark<Code>, "detail"> & { kind: string; count: number };

/** Where remarks are told to. */
export type Telling<Code extends string = FlowCode> = {
  /** Remarks that follow are about the paragraph `at`, until its words are known. */
  readonly begin: (at: number) => void;
  readonly end: (words: string) => void;
  readonly add: (what: What, code: Code, detail?: Detail) => void;
  /** For what comes up hundreds of times and means the same each time: told once, where it came first, with its count. */
  readonly tally: (what: What, code: Code, kind?: string) => void;
};
export type Remarks<Code extends string = FlowCode> = Telling<Code> & {
  /** All that was told, in the order of the file. */
  readonly all: () => readonly Remark<Code>[];
};

export function remarks<Code extends string>(): Remarks<Code> {
  const told: Remark<Code>[] = [];
  const tallies = new Map<string, Tally<Code>>();
  let [at, waiting] = [1, 0];
  const alike = new Map<Code, number>();
  let here: Tally<Code>[] = [];
  const end = (words: string): void => {
    const begins = quoted(words);
    for (let index = waiting; index < told.length; index += 1) {
      const remark = told[index];
      if (remark?.words === "") told[index] = { ...remark, words: begins };
    }
    for (const tally of here) tallies.set(tally.code + tally.kind, { ...tally, words: begins });
    here = [];
    waiting = told.length;
  };
  const tally: Telling<Code>["tally"] = (what, code, kind = "") => {
    const isIt = (each: { code: string; kind: string }) => each.code === code && each.kind === kind;
    const before = tallies.get(code + kind) ?? here.find(isIt);
    if (before) before.count += 1;
    else here.push({ at, words: "", what, code, kind, count: 1 });
  };
  const add: Telling<Code>["add"] = (what, code, detail = {}) => {
    const count = (alike.get(code) ?? 0) + 1;
    alike.set(code, count);
    if (count > MOST_ALIKE) tally(what, code, "more");
    else told.push({ at, words: "", what, code, detail });
  };
  return {
    begin: (next) => {
      at = next;
    },
    end,
    add,
    tally,
    all: () => {
      end("");
      const counted = [...tallies.values()].map(({ kind, count, ...remark }): Remark<Code> => ({
        ...remark,
        detail: { count, ...(kind && { kind }) },
      }));
      return [...told, ...counted].sort((a, b) => a.at - b.at);
    },
  };
}
