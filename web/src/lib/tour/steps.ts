import type { BlockKind, CourseDesk, Draft, DraftBlock } from "@twiza/contract";
import { isAsked, isChosen, isShown, saysSomething } from "./written.ts";

/** A lesson that was read: its blocks in their order, as they stand in the language of the course. */
export type Looked = {
  readonly id: string;
  readonly blocks: readonly {
    readonly key: string;
    readonly kind: BlockKind;
    readonly block: DraftBlock | undefined;
  }[];
};
/** The course that somebody is led through, and what is known of it. */
export type Known = {
  readonly desk: Pick<CourseDesk, "id" | "title" | "version" | "approval"> & {
    readonly draft: Pick<CourseDesk["draft"], "summary">;
  };
  readonly draft: Pick<Draft, "outline" | "sourceLanguage">;
  readonly lessons: readonly Looked[];
  /** How many graded items it has. */
  readonly items: number;
  readonly isPreviewed: boolean;
};

export const STEPS = [
  "course",
  "words",
  "picture",
  "practice",
  "preview",
  "test",
  "publish",
] as const;
export type StepName = (typeof STEPS)[number];

/** What is to be done for a step as things stand: another sentence for each. */
export type Todo =
  | "begin"
  | "summary"
  | "module"
  | "name"
  | "lesson"
  | "add"
  | "words"
  | "picture"
  | "alt"
  | "practice"
  | "preview"
  | "test"
  | "publish"
  | "ask"
  | "wait";
export type Step = {
  readonly name: StepName;
  readonly isDone: boolean;
  readonly todo: Todo;
  /** The lesson and the block where it is done, where it is done in one. */
  readonly lessonId?: string | undefined;
  readonly key?: string | undefined;
};

type Wanted = Pick<Step, "name"> & {
  readonly todo: Todo;
  readonly kinds: readonly BlockKind[];
  readonly isGood: (block: DraftBlock | undefined) => boolean;
};
const WANTED: readonly Wanted[] = [
  { name: "words", todo: "words", kinds: ["text"], isGood: saysSomething },
  { name: "picture", todo: "picture", kinds: ["picture", "audio", "gallery"], isGood: isShown },
  { name: "practice", todo: "practice", kinds: ["question"], isGood: isAsked },
];

/**
 * The way to a first published lesson, as it stands. What is done is done, in whatever order, on whatever device and by whomever of
 * its authors. Pure.
 */
export function stepsOf(known: Known | undefined): readonly Step[] {
  if (!known) return STEPS.map((name) => ({ name, isDone: false, todo: "begin" }));
  const isOut = known.desk.version !== undefined;
  const [lesson] = known.lessons;
  const steps = [
    courseStep(known),
    ...WANTED.map((wanted) => blockStep(known, wanted)),
    {
      ...({ name: "preview", isDone: known.isPreviewed } as const),
      ...(lesson ? ({ todo: "preview", lessonId: lesson.id } as const) : { todo: startOf(known) }),
    },
    { name: "test", isDone: known.items > 0, todo: "test" } as const,
    publishStep(known),
  ];
  return isOut ? steps.map((step) => ({ ...step, isDone: true })) : steps;
}

/** What a course without a lesson begins with. */
const startOf = ({ draft: { outline } }: Known): Todo =>
  outline.modules.length === 0 ? "module" : "lesson";

/** Somebody knows what it is about, and there is a module with a name to put lessons into. */
function courseStep({ desk, draft: { outline, sourceLanguage } }: Known): Step {
  const { modules } = outline;
  const has = {
    summary: Object.values(desk.draft.summary).some(Boolean),
    module: modules.length > 0,
    name: modules.every(
      ({ title, lessonIds }) => title[sourceLanguage] !== undefined || lessonIds.length === 0,
    ),
  };
  const lacking = (["summary", "module", "name"] as const).find((each) => !has[each]);
  return { name: "course", isDone: lacking === undefined, todo: lacking ?? "summary" };
}

/** One block that is good is enough, in whichever lesson; else the first that is there to be filled in. */
function blockStep(known: Known, { name, todo, kinds, isGood }: Wanted): Step {
  const { lessons } = known;
  const all = lessons.flatMap(({ id, blocks }) =>
    blocks.filter(({ kind }) => kinds.includes(kind)).map((one) => ({ ...one, lessonId: id })),
  );
  const good = all.find(({ block }) => isGood(block));
  const at = good ?? all[0];
  const [lesson] = lessons;
  if (!lesson) return { name, isDone: false, todo: startOf(known) };
  if (!at) return { name, isDone: false, todo: "add", lessonId: lesson.id };
  const place = { lessonId: at.lessonId, key: at.key };
  const isHalf = !good && isChosen(at.block);
  return { name, isDone: good !== undefined, todo: isHalf ? "alt" : todo, ...place };
}

/** Where a second person approves first, she is asked first. */
function publishStep({ desk: { version, approval } }: Known): Step {
  const state = approval?.review?.state;
  const isFree = !approval || state === "approved";
  const todo = isFree ? "publish" : state === "waiting" ? "wait" : "ask";
  return { name: "publish", isDone: version !== undefined, todo };
}

/** The first that is not done. */
export const nextOf = (steps: readonly Step[]): Step | undefined =>
  steps.find(({ isDone }) => !isDone);
