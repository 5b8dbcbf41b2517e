import type { Answer, CohortId, CourseId } from "@twiza/contract";
import { found } from "@twiza/core";
import { rightAnswers } from "./answers.ts";
import { type House, newIntent, type Visitor } from "./house.ts";
import { ADMIN, type Landmarks } from "./landmarks.ts";

/** What a phone says of a sitting that it held without network. */
export const claims = {
  openedAt: "2026-03-01T08:00:00.000Z",
  closedAt: "2026-03-01T08:25:00.000Z",
  deviceId: "phone-of-hers",
  seq: 7,
};

/** A group of the course with places for everybody, for years, taught by the trainer of the seed. */
export async function largeCohort(house: House, { course, trainer }: Landmarks) {
  const admin = await house.as(ADMIN);
  return admin.do("createCohort", {
    body: {
      intentId: newIntent(),
      courseId: course.courseId,
      name: "Zagora",
      trainerIds: [trainer.accountId],
      startsOn: "2026-01-01",
      endsOn: "2099-12-31",
      places: 500,
      joining: "open",
      issuing: "automatic",
    },
  });
}

export type Newcomer = { readonly contact: string; readonly name: string };
let newcomers = 0;

/** Somebody new, enrolled in a group by the administrator. */
export async function newcomer(house: House, cohortId: CohortId): Promise<Newcomer> {
  newcomers += 1;
  const person = { name: `Newcomer ${newcomers}`, contact: `newcomer-${newcomers}@example.org` };
  const admin = await house.as(ADMIN);
  const body = { intentId: newIntent(), people: [person] };
  await admin.do("enrolPeople", { params: { cohortId }, body });
  return person;
}

export const takeTicket = (visitor: Visitor, courseId: CourseId) =>
  visitor.do("fetchTicket", { params: { courseId }, body: { intentId: newIntent() } });
export type Taken = Awaited<ReturnType<typeof takeTicket>>;

/** A hand-in as the phone's queue makes it. */
export const handInOf = (
  { ticket, attemptId }: Taken,
  courseId: CourseId,
  answers: readonly Answer[],
  more: Partial<typeof claims> = {},
) => ({
  params: { courseId, attemptId },
  body: { intentId: newIntent(), answers: [...answers], offline: { ...claims, ...more, ticket } },
});

/** Right answers to the first so many items of a sitting, the others left out. */
export async function someRight(
  house: House,
  { courseId, items }: { courseId: CourseId; items: readonly { readonly id: string }[] },
  share: number,
): Promise<Answer[]> {
  const some = new Set(items.slice(0, Math.ceil(items.length * share)).map(({ id }) => id));
  return (await rightAnswers(house, courseId)).filter(({ itemId }) => some.has(itemId));
}

/** She finishes every lesson, as her phone tells it. */
export async function finishLessons(house: House, visitor: Visitor, courseId: CourseId) {
  const { entry } = found(await house.server.deps.store.courses.outline(courseId));
  const response = await house.anyone.fetch(`/content/${entry.value.content.manifest}`);
  const manifest = (await response.json()) as {
    modules: { lessons: { id: string; blockCount: number }[] }[];
  };
  const sentAt = new Date().toISOString();
  const events = manifest.modules
    .flatMap(({ lessons }) => lessons)
    .map(({ id, blockCount }, seq) => ({
      id: newIntent(),
      type: "lesson.finished" as const,
      lessonId: id,
      block: blockCount,
      at: sentAt,
      deviceId: claims.deviceId,
      seq,
    }));
  while (events.length > 0)
    await visitor.do("recordEvents", {
      params: { courseId },
      body: { sentAt, events: events.splice(0, 25) },
    });
}
