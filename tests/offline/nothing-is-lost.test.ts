import { type Entry, joined } from "@twiza/client";
import { AttemptId, CourseId } from "@twiza/contract";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { commands } from "./commands.ts";
import { openVillage, type Village } from "./village.ts";
import { openWorld, type World } from "./world.ts";

let village: Village;
beforeAll(async () => {
  village = await openVillage();
});
afterAll(() => village.house.close());

/** The network is good again, everybody signs in wherever she has been, and everything is sent. */
async function heal({ phones, learners }: World): Promise<void> {
  for (const phone of phones) {
    phone.restart();
    phone.arrange({});
    await phone.deliverLate();
    for (const { learnerId, signIn } of learners) {
      phone.signedIn({ learnerId, cookie: await signIn() });
      expect(await phone.tab(0).flush(learnerId)).toEqual({ state: "sent" });
      expect((await phone.contents(learnerId)).waiting).toEqual([]);
    }
  }
}

/** What must hold once everything could be sent. */
async function reconcile(world: World): Promise<void> {
  await world.audit();
  const server = await world.onServer();
  for (const { learnerId } of world.learners) {
    const refused = new Set<string>();
    for (const phone of world.phones)
      for (const { entry } of (await phone.contents(learnerId)).refused) {
        expectWrong(entry);
        refused.add(entry.id);
      }
    const taken = [...world.known.values()].filter(
      ({ entry, isGivenUp }) =>
        entry.learnerId === learnerId && !isGivenUp && !refused.has(entry.id),
    );
    for (const { entry, isCovered } of taken)
      if (entry.type === "attempt.handed_in") await expectHandedIn(learnerId, entry);
      else if (!isCovered) expect(server.get(learnerId)?.has(entry.id)).toBe(true);
    for (const { courseId, lessons } of village.courses) {
      const entries = taken
        .map(({ entry }) => entry)
        .filter((entry) => entry.courseId === courseId);
      const { progress } = await village.enrolmentOf(learnerId, courseId);
      expect(progress.lessons).toEqual(joinOf(entries, lessons));
      for (const phone of world.phones) {
        const here = await phone.progressIn({ learnerId, courseId });
        expect(joined(progress.lessons, here.progress)).toEqual(progress.lessons);
      }
    }
  }
}

/** Only what the server cannot take is refused: a lesson that is none of the course's. */
function expectWrong(entry: Entry): void {
  const lessons = village.courses.find(({ courseId }) => courseId === entry.courseId)?.lessons;
  if (entry.type === "attempt.handed_in") throw new Error("a handing in was refused");
  expect(lessons?.map(({ id }): string => id)).not.toContain(entry.payload.lessonId);
}

/** How far each lesson has come by all that happened, worked out without the code under test. */
function joinOf(entries: readonly Entry[], lessons: readonly { readonly id: string }[]) {
  const events = entries.flatMap((entry) => (entry.type === "attempt.handed_in" ? [] : [entry]));
  return Object.fromEntries(
    lessons.flatMap(({ id }) => {
      const about = events.filter(({ payload }) => payload.lessonId === id);
      if (about.length === 0) return [];
      const reached = Math.max(...about.map(({ payload }) => payload.block));
      return [[id, { reached, done: about.some(({ type }) => type === "lesson.finished") }]];
    }),
  );
}

async function expectHandedIn(
  learnerId: World["learners"][number]["learnerId"],
  { courseId, payload }: Extract<Entry, { type: "attempt.handed_in" }>,
): Promise<void> {
  const { enrolments } = village.house.server.deps.store;
  const attempt = await enrolments.attempt(
    learnerId,
    CourseId.parse(courseId),
    AttemptId.parse(payload.attemptId),
  );
  expect(attempt?.value.submittedAt).toBeDefined();
}

it(
  "whatever happens to phones, tabs, network and sessions, every event ends at the server exactly once and none is ever lost",
  () =>
    fc.assert(
      fc.asyncProperty(commands, async (all) => {
        let world: World | undefined;
        await fc.asyncModelRun(async () => {
          world = await openWorld(village);
          return { model: {}, real: world };
        }, all);
        if (!world) return;
        await heal(world);
        await reconcile(world);
      }),
      { numRuns: Number(process.env["TWIZA_RUNS"] ?? 40) },
    ),
  600_000,
);
