import {
  type Answer,
  type Attempt,
  type Course,
  type CourseVersion,
  type Enrolment,
  Item,
  type LearnerId,
  type Manifest,
} from "@twiza/contract";
import { type Deps, grade, keepManifest, type Principal } from "@twiza/core";
import { openLocal } from "@twiza/functions/local";
import { onChange } from "@twiza/functions/regrader/worker";
import type { Engine } from "@twiza/storage";
import { newFolder, removeFolder } from "./folder.ts";

const say = (fr: string) => ({ fr });
const id = (prefix: string, n: number) => `${prefix}_${n.toString(16).padStart(32, "0")}` as never;
const itemOf = (n: number): Item =>
  Item.parse({
    id: id("itm", n),
    question: "choice",
    prompt: say(`Question ${n}`),
    options: ["a", "b", "c"].map((name) => ({ id: name, text: say(name), right: name === "a" })),
  });
/** A test of three questions, whose first has the wrong key: not `a` is right, but `b`. */
export const ITEMS = [1, 2, 3].map(itemOf);
export const courseId: Course["id"] = id("crs", 1);
export const learnerAt = (n: number): LearnerId => id("lrn", n + 1);
export const attemptAt = (n: number, sitting: number): Attempt["id"] =>
  id("att", (n + 1) * 100 + sitting);
export const owner: Principal = {
  ...{ accountId: id("acc", 1), sessionId: id("ses", 1), name: "Rachid" },
  organisationId: id("org", 1),
  roles: ["trainer"],
  ...{ learnerIds: [], profiles: [], ownsAccount: true },
};
export const learningAs = (n: number): Principal => ({
  ...{ ...owner, accountId: id("acc", n + 100), roles: ["learner"] },
  ...{ learnerId: learnerAt(n), learnerIds: [learnerAt(n)] },
});
const AT = "2026-03-01T08:00:00.000Z";
const COHORTS: readonly NonNullable<Enrolment["cohortId"]>[] = [id("coh", 1), id("coh", 2)];

/** What somebody chose, question by question. */
export type Chosen = readonly ("a" | "b" | "c")[];
export const answersOf = (chosen: Chosen): Answer[] =>
  chosen.map((option, at) => ({ itemId: ITEMS[at]?.id ?? id("itm", 99), options: [option] }));
/** What it is worth by the key as it was published, and as it is mended. */
export const worthOf = (chosen: Chosen) => grade(ITEMS, answersOf(chosen)).percent;
export const MENDED: readonly Item[] = ITEMS.map((item, at) =>
  at > 0
    ? item
    : { ...item, options: item.options.map((each) => ({ ...each, right: each.id === "b" })) },
);
export const mendedWorthOf = (chosen: Chosen) => grade(MENDED, answersOf(chosen)).percent;

/** A course that nobody works in but these, in a store of its own. */
export async function openRegrading(observe: (engine: Engine) => Engine = (it) => it) {
  const folder = newFolder();
  let now = Date.parse("2026-03-02T08:00:00.000Z");
  const clock = { now: () => new Date((now += 1)) };
  const house = openLocal({
    ...{ folder, origin: "http://localhost:1", write: () => undefined, observe, clock },
  });
  const deps = house.deps();
  const content = await contentOf(deps);
  const { store } = deps;
  const course: Course = {
    ...{ id: courseId, organisationId: owner.organisationId ?? id("org", 1) },
    ...{ ownerIds: [owner.accountId], title: say("La laine"), visibility: "public" },
    draft: { content, changedAt: AT },
    live: { version: 1, content, publishedAt: AT },
  };
  const version: CourseVersion = {
    ...{ courseId, version: 1, organisationId: course.organisationId, content, note: "1" },
    ...{ publishedAt: AT, publishedBy: owner.accountId },
  };
  const cohorts = COHORTS.flatMap((cohortId) =>
    store.cohorts.put(
      {
        ...{ id: cohortId, organisationId: course.organisationId, courseId },
        ...{ courseTitle: course.title, name: "Tinghir", trainerIds: [owner.accountId] },
        ...{ startsOn: "2026-01-01", endsOn: "2099-12-31", places: 5000, taken: 0, createdAt: AT },
        ...{ joining: "by_invitation", issuing: "automatic" },
      },
      "absent",
    ),
  );
  await store.commit([store.courses.create(course), store.courses.putVersion(version), ...cohorts]);

  /** Somebody of a cohort or alone, and what she handed in before, one sitting behind the other; then sittings that are open. */
  function learnerWith(n: number, sat: readonly Chosen[], open = 0) {
    const results = sat.map(worthOf);
    const cohortId = COHORTS[(n % 3) - 1];
    const enrolment: Enrolment = {
      ...{
        learnerId: learnerAt(n),
        learnerName: `Fadma ${n}`,
        courseId,
        courseTitle: course.title,
      },
      ...{ version: 1, content, organisationId: course.organisationId },
      ...(cohortId ? { cohortId } : {}),
      ...{ issuing: "automatic", enrolledAt: AT, lessonCount: 1 },
      progress: { lessons: { [LESSON]: { reached: 1, done: true } }, days: [] },
      quiz: {
        tries: sat.length + open,
        ...(results.length === 0
          ? {}
          : {
              bestPercent: Math.max(...results),
              results: {
                first: results[0] ?? 0,
                last: results.at(-1) ?? 0,
                sum: results.reduce((sum, each) => sum + each, 0),
                count: results.length,
              },
            }),
      },
    };
    const attempts = [...sat, ...Array.from({ length: open }, () => undefined)].map(
      (chosen, at): Attempt => ({
        ...{ id: attemptAt(n, at), learnerId: learnerAt(n), courseId, version: 1 },
        ...{ number: at + 1, itemIds: ITEMS.map((item) => item.id), startedAt: AT },
        ...(chosen && {
          submittedAt: `2026-03-01T09:00:0${at}.000Z`,
          answers: answersOf(chosen),
          percent: results[at] ?? 0,
          rules: 2,
        }),
      }),
    );
    return [
      store.enrolments.put(enrolment, "absent"),
      ...attempts.map((attempt) => store.enrolments.putAttempt(attempt, "absent")),
    ];
  }

  /** Reads the feed as a worker does: again from its last place when it was killed. @returns how often it was */
  async function follow(): Promise<number> {
    const { log, engine } = house;
    const own = house.deps();
    let after: string | undefined;
    for (let killed = 0; ;) {
      const { records, next } = await engine.changes("courses", after, 100);
      if (records.length === 0) return killed;
      try {
        for (const change of records) await onChange({ deps: own, log }, change);
        after = next;
      } catch (error) {
        if (!(error instanceof Killed)) throw error;
        killed += 1;
      }
    }
  }
  return {
    ...{ deps, engine: house.engine, learnerWith, follow },
    close: async () => {
      await house.engine.close();
      removeFolder(folder);
    },
  };
}

/** The process ends, whatever it was doing. */
export class Killed extends Error {}

const LESSON: keyof Enrolment["progress"]["lessons"] = id("les", 1);
async function contentOf(deps: Deps): Promise<Course["draft"]["content"]> {
  const manifest: Manifest = {
    ...{
      format: 1,
      courseId,
      title: say("La laine"),
      summary: say("Tondre"),
      sourceLanguage: "fr",
    },
    ...{ legalReview: false, passMarkPercent: 60, triesAllowed: 20 },
    quiz: { title: say("Test"), itemCount: ITEMS.length },
    modules: [
      {
        ...{ id: id("mod", 1), title: say("Un") },
        lessons: [{ id: LESSON, title: say("Un"), minutes: 1, blockCount: 1, bodies: {} }],
      },
    ],
  };
  const quiz = new TextEncoder().encode(JSON.stringify({ format: 1, items: ITEMS }));
  return {
    manifest: await keepManifest(deps, manifest),
    quiz: await deps.privateBlobs.put(quiz, "application/json"),
  };
}
