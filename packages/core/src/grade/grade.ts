import type { Grade, Manifest, PartGrade } from "@twiza/contract";
import {
  GRADING,
  gradingFaults,
  type Mark,
  meets,
  QUIZ,
  type Rules,
  weigh,
} from "@twiza/contract/grading";
import { type Graded, partsOf, workedParts, type WorkedPart } from "./worked.ts";

/**
 * What counts in a version. Without rules, and by rules that a changed course has left nothing to ask by, every part is to be passed;
 * what is named in them and is no part any more is passed over. Pure.
 */
export function rulesOf(manifest: Manifest): Rules {
  const { grading } = manifest;
  if (!grading) return { categories: [] };
  const parts = partsOf(manifest);
  const categories = grading.categories
    .map((category) => ({ ...category, parts: category.parts.filter((it) => parts.includes(it)) }))
    .filter((category) => category.parts.length > 0);
  const rules = { ...grading, categories };
  const faults = gradingFaults(rules, parts);
  return faults.includes("nothing") || faults.includes("total") ? { categories } : rules;
}

/** A learner's grade, each figure with how it came about. What a person said of a part wins over what is worked out, and says so. Pure. */
export function gradeOf(manifest: Manifest, graded: Graded): Grade {
  const { categories, least, passPercent = 0 } = rulesOf(manifest);
  const parts = workedParts(manifest, graded).map((part) => partOf(part, graded, least));
  const weighed = weigh(categories, parts.map(({ mark }) => mark)); // prettier-ignore
  // Of whom nothing at all is asked, no total is.
  const isEnough = weighed.percent === undefined || weighed.percent >= passPercent;
  return {
    rules: GRADING,
    ...(weighed.percent === undefined ? {} : { percent: weighed.percent }),
    parts: parts.map(({ grade }) => grade),
    categories: weighed.categories.map((it) => ({ ...it, parts: [...it.parts] })),
    passed: isEnough && parts.every(({ grade }) => grade.meets),
  };
}

function partOf(
  { part, worked, passes, passPercent }: WorkedPart,
  { grades, quiz }: Graded,
  least: Rules["least"],
): { readonly grade: PartGrade; readonly mark: Mark } {
  const given = grades?.[part];
  const said = given && "percent" in given ? given.percent : undefined;
  const percent = said ?? worked.percent;
  const mark: Mark = {
    part,
    ...(percent === undefined ? {} : { percent }),
    state: given ? (said === undefined ? "exempt" : "overridden") : worked.state,
    passes: said === undefined ? passes : said >= passPercent,
  };
  const { passes: _, ...shown } = mark;
  // A test that was passed in a version that she was on before stays passed.
  const stays = part === QUIZ && !given && quiz.passed === true;
  const grade = { ...shown, meets: stays || meets(mark, least?.[part]), worked };
  return { mark, grade: given ? { ...grade, given } : grade };
}
