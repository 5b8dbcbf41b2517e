import { Contact, CourseId, type Enrolment, type LearnerId, Manifest } from "@twiza/contract";
import { found, openSession } from "@twiza/core";
import type { Engine } from "@twiza/storage";
import { eventsOf } from "../house/events.ts";
import { newIntent, openHouse } from "../house/house.ts";

/** A learner of the village with a way to sign her in, on whichever phone. */
export type Villager = {
  readonly learnerId: LearnerId;
  readonly signIn: () => Promise<string>;
};
export type Village = Awaited<ReturnType<typeof openVillage>>;

/** The real apps over the real store, two of their courses, and as many learners as are asked for. */
export async function openVillage() {
  let seen: Engine | undefined;
  const house = await openHouse({ observe: (engine) => (seen = engine) });
  const engine = found(seen);
  const { deps } = house.server;
  const { courses: offered } = await house.anyone.do("listCatalogue", {});
  const courses = await Promise.all(
    offered.slice(0, 2).map(async ({ courseId, manifest }) => {
      const text: unknown = await (await house.anyone.fetch(`/content/${manifest}`)).json();
      const { modules } = Manifest.parse(text);
      return { courseId, lessons: modules.flatMap((module) => module.lessons).slice(0, 3) };
    }),
  );
  let born = 0;

  return {
    house,
    courses,
    /** A new learner, enrolled in both courses. */
    async villager(): Promise<Villager> {
      born += 1;
      const account = {
        id: deps.newId("account"),
        contact: Contact.parse(`villager-${born}@example.org`),
        name: `Villager ${born}`,
        language: "fr" as const,
        createdAt: new Date().toISOString(),
      };
      await deps.store.commit(deps.store.people.create(account));
      const signIn = async () =>
        (await openSession(deps, { accountId: account.id, device: "phone" })).cookie;
      const visitor = house.withCookie(await signIn());
      const body = { intentId: newIntent(), name: account.name };
      const { learnerId } = await visitor.do("createLearner", { body });
      for (const { courseId } of courses)
        await visitor.do("enrol", { body: { intentId: newIntent(), courseId } });
      return { learnerId, signIn };
    },
    eventsOf: (learnerId: LearnerId) => eventsOf(engine, learnerId),
    async enrolmentOf(learnerId: LearnerId, courseId: string): Promise<Enrolment> {
      const { enrolments } = deps.store;
      return found(await enrolments.byCourse(learnerId, CourseId.parse(courseId), { fresh: true }))
        .value;
    },
  };
}
