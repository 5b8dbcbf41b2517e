import type { CorrectionChange, RegradeFigures } from "@twiza/contract";
import { call } from "../api.ts";
import { newIntent } from "../intent.ts";

const NONE: RegradeFigures = {
  ...{ learners: 0, sittings: 0, rise: 0, fall: 0, passes: 0, keeps: 0 },
};
const plus = (one: RegradeFigures, other: RegradeFigures): RegradeFigures => ({
  learners: one.learners + other.learners,
  sittings: one.sittings + other.sittings,
  rise: one.rise + other.rise,
  fall: one.fall + other.fall,
  passes: one.passes + other.passes,
  keeps: one.keeps + other.keeps,
});

type Asked = {
  readonly params: { readonly courseId: string; readonly itemId: string };
  readonly print: string;
  readonly change: CorrectionChange;
  /** Tells how many learners were looked at so far. @returns whether to go on */
  readonly onlooked: (learners: number) => boolean;
};

/** Whom a correction would change, asked page by page. Nothing when nobody waits for it any more. */
export async function tryAll({ params, print, change, onlooked }: Asked) {
  let figures = NONE;
  let after: string | undefined;
  do {
    const body = { intentId: newIntent(), print, change, ...(after ? { after } : {}) };
    const page = await call("tryCorrection", { params, body });
    figures = plus(figures, page.figures);
    after = page.next;
    if (!onlooked(figures.learners)) return undefined;
  } while (after);
  return figures;
}
