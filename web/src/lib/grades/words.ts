import type { GradedVersion, GradeLine, NamedPart, PartGrade } from "@twiza/contract";
import { LESSONS, type PartState, QUIZ } from "@twiza/contract/grading";
import { nearest, t } from "#lib";
import type { IconName } from "../components/icons.ts";

/** What a part is called. */
export function partTitle({ part, title }: Pick<NamedPart, "part" | "title">): string {
  if (part === LESSONS) return t("grades.part.lessons");
  return part === QUIZ ? t("grades.part.quiz") : title ? nearest(title).text : "";
}

/** Work that is handed in, by its id. */
export const isAssignment = (part: string): boolean => part.startsWith("asg_");

/** How a state looks: a sign and a tone beside its word. */
export const LOOKS = {
  missing: { tone: "plain", icon: "wait" },
  under_way: { tone: "plain", icon: "play" },
  passed: { tone: "good", icon: "check" },
  not_passed: { tone: "warn", icon: "retry" },
  exempt: { tone: "plain", icon: "next" },
  overridden: { tone: "plain", icon: "person" },
} as const satisfies Record<PartState, { tone: string; icon: IconName }>;

type About = {
  readonly grade: PartGrade;
  readonly version: GradedVersion;
  readonly line: GradeLine;
};

/** How a part came about, sentence by sentence. */
export function howOf(about: About): readonly string[] {
  return [workedHow(about), askedHow(about), ...standingHow(about)];
}

function workedHow({ grade: { part, worked }, version }: About): string {
  const { count, of, percent, state } = worked;
  const { passPercent = 0 } = version.parts.find((each) => each.part === part) ?? {};
  if (part === LESSONS) return t("grades.how.lessons", { count, of, percent: percent ?? 0 });
  if (part === QUIZ)
    return percent === undefined
      ? t("grades.how.quiz.none", { count, of })
      : t("grades.how.quiz", { percent, mark: passPercent, count, of });
  if (isAssignment(part)) return workHow(worked, passPercent);
  if (state === "under_way") return t("grades.how.skill.waiting", { count, of });
  return percent === undefined
    ? t("grades.how.skill.none")
    : t("grades.how.skill", { count, of, percent });
}

/** It is marked by people: what counts is the best of her marks. */
function workHow({ count, of, percent, state }: PartGrade["worked"], mark: number): string {
  if (percent !== undefined) return t("grades.how.work", { percent, mark, count, of });
  return state === "under_way"
    ? t("grades.how.work.waiting", { count, of })
    : t("grades.how.work.none", { of });
}

function askedHow({ grade: { part }, version }: About): string {
  const least = version.grading?.least?.[part];
  if (least === undefined) return t("grades.asks.pass");
  return least === 0 ? t("grades.asks.none") : t("grades.asks.least", { least });
}

/** Where it counts in the total, if there is one. */
const standingHow = ({ grade: { part }, version, line }: About): readonly string[] =>
  line.grade.categories.flatMap(({ id, parts }) => {
    const category = version.grading?.categories.find((each) => each.id === id);
    const standing = parts.find((each) => each.part === part)?.standing;
    if (!category || !standing) return [];
    const name = nearest(category.title).text;
    return standing === "counts"
      ? [t("grades.standing.counts", { category: name, weight: category.weightPercent })]
      : [t(`grades.standing.${standing}`, { category: name })];
  });

/** How the total came about. */
export function totalHow({ version, line }: Omit<About, "grade">): readonly string[] {
  const categories = line.grade.categories.map(({ id, percent }) => {
    const category = version.grading?.categories.find((each) => each.id === id);
    const name = category ? nearest(category.title).text : id;
    return percent === undefined
      ? t("grades.category.spared", { category: name })
      : t("grades.category", { category: name, percent, weight: category?.weightPercent ?? 0 });
  });
  const least = version.grading?.passPercent;
  return [
    ...categories,
    ...(least ? [t("grades.total.needed", { least })] : []),
    t("grades.total.made"),
  ];
}
