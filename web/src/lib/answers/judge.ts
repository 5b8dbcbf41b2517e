import type { QuestionBlock } from "@twiza/contract";
import { type Given as Marked, type Mark, mark, sameWords, wordOf } from "@twiza/contract/marking";
import type { Why } from "../grade.ts";

type Option = QuestionBlock["options"][number];
export type Verdict = Mark & {
  readonly why: readonly Why[];
  /** Of what was given to an option or a gap, by its name. */
  readonly isRight: (part: string) => boolean;
};

/**
 * What is right of an answer in practice, and why, by the rules that the server marks by. Nothing counts here, so that what is right
 * in part is always said, whatever would count in a test.
 */
export function judge(block: QuestionBlock, given: Marked): Verdict {
  const asked = { ...block, credit: "part" as const };
  const why = toldBy(block, given).flatMap(({ id, feedback }) =>
    feedback ? [{ place: `option/${id}/why`, text: feedback }] : [],
  );
  const general = block.feedback ? [{ place: "why", text: block.feedback }] : [];
  return {
    ...mark(asked, given),
    why: why.length > 0 ? why : general,
    isRight: (part) => isPartRight(block, given, part),
  };
}

function isPartRight({ options, ...block }: QuestionBlock, given: Marked, part: string): boolean {
  const own = options.find(({ id }) => id === part);
  if ("pairs" in given) {
    const put = given.pairs.find(({ option }) => option === part)?.pair;
    const pair = options.find(({ id }) => id === put)?.pair;
    return own?.pair !== undefined && pair !== undefined && sameWords(own.pair, pair);
  }
  if ("gaps" in given) {
    const inGap = options.filter(({ gap }) => gap === part);
    return mark({ ...block, options: inGap }, given).right;
  }
  return own?.right ?? false;
}

/** Whose reasons are told: of what was chosen or written, and in a match of what got the wrong one. */
function toldBy(block: QuestionBlock, given: Marked): readonly Option[] {
  const { options } = block;
  if ("options" in given) return options.filter(({ id }) => given.options.includes(id));
  if ("text" in given) return [wordOf(options, given)].flatMap((word) => word ?? []);
  if ("pairs" in given) return options.filter(({ id }) => !isPartRight(block, given, id));
  if (!("gaps" in given)) return [];
  return given.gaps.flatMap(({ gap, option, text }) => {
    const own = options.filter((each) => each.gap === gap);
    const written = text === undefined ? undefined : wordOf(own, { text });
    return own.filter((each) => each.id === option || each === written);
  });
}
