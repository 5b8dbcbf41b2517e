import type {
  AccountId,
  Certificate,
  Course,
  CourseVersion,
  Enrolment,
  LearnerId,
  Manifest,
} from "@twiza/contract";
import { type Deps, keepManifest, type Principal } from "@twiza/core";
import { onChange } from "@twiza/functions/batch-issuer/worker";
import { openLocal } from "@twiza/functions/local";
import type { Engine } from "@twiza/storage";
import { newFolder, removeFolder } from "./folder.ts";

const say = (fr: string) => ({ fr });
const id = (prefix: string, n: number) => `${prefix}_${n.toString(16).padStart(32, "0")}` as never;
const AT = "2026-03-01T08:00:00.000Z";
export const courseId: Course["id"] = id("crs", 1);
export const cohortId: NonNullable<Enrolment["cohortId"]> = id("coh", 1);
const organisationId: Course["organisationId"] = id("org", 1);
export const learnerAt = (n: number): LearnerId => id("lrn", n + 1);
export const accountAt = (n: number): AccountId => id("acc", n + 1000);

const staffOf = (n: number, name: string, roles: Principal["roles"]): Principal => ({
  ...{ accountId: id("acc", n), sessionId: id("ses", n), name, organisationId, roles },
  ...{ learnerIds: [], profiles: [], ownsAccount: true },
});
/** Two administrators, and a trainer of the cohort. */
export const nadia = staffOf(1, "Nadia", ["administrator"]);
export const youssef = staffOf(2, "Youssef", ["administrator"]);
export const rachid = staffOf(3, "Rachid", ["trainer"]);

/** The process ends, whatever it was doing. */
export class Killed extends Error {}

/**
 * A course whose certificates hold a month and are renewed, in a store of its own, and a cohort of so many who take it.
 */
export async function openIssuing(
  learners: number,
  {
    observed = (engine) => engine,
    ...who
  }: Partial<Who> & { readonly observed?: (engine: Engine) => Engine } = {},
) {
  const folder = newFolder();
  let now = Date.parse("2026-03-02T08:00:00.000Z");
  const clock = { now: () => new Date((now += 1)) };
  /** After so many more transactions the process is killed, before or after the last of them. */
  let left = Infinity;
  let isDead = false;
  const mustLive = () => {
    if (isDead) throw new Killed();
  };
  const observe = (engine: Engine): Engine => ({
    ...engine,
    get: async (...asked) => (mustLive(), engine.get(...asked)),
    query: async (...asked) => (mustLive(), engine.query(...asked)),
    transact: async (ops, options) => {
      mustLive();
      left -= 1;
      isDead = left < 0;
      if (left === -1) throw new Killed();
      const outcome = await engine.transact(ops, options);
      mustLive();
      return outcome;
    },
  });
  const spare = () => {
    [left, isDead] = [Infinity, false];
  };
  const observing = (engine: Engine) => observed(observe(engine));
  const house = openLocal({
    ...{ folder, origin: "http://localhost:1", write: () => undefined, observe: observing, clock },
  });
  const deps = house.deps();
  await furnish(deps, { learners, has: () => true, accountOf: accountAt, months: 1, ...who });

  /** Reads the feed as a worker does: again from its last place when it was killed. */
  let after: string | undefined;
  async function follow(most = Infinity): Promise<void> {
    for (let round = 0; round < most; round++) {
      const { records, next } = await house.engine.changes("courses", after, 100);
      if (records.length === 0) return;
      try {
        for (const change of records) await onChange({ deps, log: house.log }, change);
        after = next;
      } catch (error) {
        if (!(error instanceof Killed)) throw error;
        spare();
      }
    }
  }
  return {
    ...{ deps, engine: house.engine, log: house.log, logSigner: house.logSigner, follow },
    advance: (days: number) => (now += days * 86_400_000),
    killAfter: (transactions: number) => (left = transactions),
    spare,
    all: async (): Promise<Certificate[]> => {
      const certificates: Certificate[] = [];
      let page: string | undefined;
      do {
        const { values, next } = await deps.store.certificates.ofOrganisation(organisationId, page);
        certificates.push(...values.map(({ value }) => value));
        page = next;
      } while (page);
      return certificates;
    },
    close: async () => {
      await house.engine.close();
      removeFolder(folder);
    },
  };
}

type Who = {
  /** Who of them has earned hers, and whose account each is; her own as a rule. */
  readonly has: (n: number) => boolean;
  readonly accountOf: (n: number) => AccountId;
  /** For how long its certificates hold. */
  readonly months: number;
};

async function furnish(
  deps: Deps,
  { learners, has, accountOf, months }: Who & { readonly learners: number },
): Promise<void> {
  const { store } = deps;
  const content = await contentOf(deps, months);
  const course: Course = {
    ...{ id: courseId, organisationId, ownerIds: [rachid.accountId], title: say("La laine") },
    visibility: "public",
    draft: { content, changedAt: AT },
    live: { version: 1, content, publishedAt: AT },
  };
  const version: CourseVersion = {
    ...{ courseId, version: 1, organisationId, content, note: "1" },
    ...{ publishedAt: AT, publishedBy: rachid.accountId },
  };
  await store.commit([
    ...store.organisations.create({
      ...{ id: organisationId, kind: "institution", name: say("Institut"), createdAt: AT },
    }),
    store.courses.create(course),
    store.courses.putVersion(version),
    ...store.cohorts.put(
      {
        ...{ id: cohortId, organisationId, courseId, courseTitle: course.title, name: "Tinghir" },
        ...{ trainerIds: [rachid.accountId], startsOn: "2026-01-01", endsOn: "2099-12-31" },
        ...{ places: 5000, taken: 0, createdAt: AT, joining: "by_invitation", issuing: "by_hand" },
      },
      "absent",
    ),
  ]);
  for (let n = 0; n < learners; n++) {
    const [accountId, learnerId] = [accountOf(n), learnerAt(n)];
    const name = `Fadma ${n}`;
    await store.commit([
      ...store.people.create({ id: accountId, name, language: "zgh", createdAt: AT }),
      ...store.people.createLearner({
        ...{ id: learnerId, accountId, name, createdAt: AT },
        ...{ picture: "argan", colour: "nila" },
      } as never),
      store.enrolments.put(enrolmentOf(n, { course, content, earned: has(n) }), "absent"),
    ]);
  }
}

const enrolmentOf = (
  n: number,
  { course, content, earned }: { course: Course; content: Enrolment["content"]; earned: boolean },
): Enrolment => ({
  ...{ learnerId: learnerAt(n), learnerName: `Fadma ${n}`, courseId, courseTitle: course.title },
  ...{ version: 1, content, organisationId, cohortId, issuing: "by_hand", enrolledAt: AT },
  lessonCount: 1,
  progress: { lessons: {}, days: [] },
  quiz: { tries: 1, bestPercent: 90 },
  ...(earned ? { earnedAt: AT } : {}),
});

async function contentOf(deps: Deps, months: number): Promise<Course["draft"]["content"]> {
  const manifest: Manifest = {
    ...{ format: 1, courseId, title: say("La laine"), summary: say("Tondre") },
    ...{ sourceLanguage: "fr", legalReview: false, passMarkPercent: 60, triesAllowed: 20 },
    quiz: { title: say("Test"), itemCount: 3 },
    certificate: { months, renewal: true },
    modules: [
      {
        ...{ id: id("mod", 1), title: say("Un") },
        lessons: [{ id: id("les", 1), title: say("Un"), minutes: 1, blockCount: 1, bodies: {} }],
      },
    ],
  };
  const quiz = new TextEncoder().encode(JSON.stringify({ format: 1, items: [] }));
  return {
    manifest: await keepManifest(deps, manifest),
    quiz: await deps.privateBlobs.put(quiz, "application/json"),
  };
}
