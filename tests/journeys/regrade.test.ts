import { correctItem, decideFlag, found, readCorrectable, submitAttempt } from "@twiza/core";
import type { Engine } from "@twiza/storage";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isWhole } from "../house/depth.ts";
import { newIntent } from "../house/house.ts";
import {
  answersOf,
  attemptAt,
  type Chosen,
  courseId,
  ITEMS,
  Killed,
  learnerAt,
  learningAs,
  MENDED,
  mendedWorthOf,
  openRegrading,
  owner,
  worthOf,
} from "../house/regrading.ts";

/** Several hundred are many steps already, and it dies within the first five hundred. */
const LEARNERS = isWhole ? 2000 : 500;
const SITTINGS = 5;

type World = Awaited<ReturnType<typeof openRegrading>>;
const wish = () => ({ intentId: newIntent() as never });
const itemId = found(ITEMS[0]).id;

/** The first question is mended: `b` is right, as it should have been. */
async function correct({ deps }: World) {
  const { forms, last } = await readCorrectable(deps, owner, { courseId, itemId });
  const { print } = found(forms[0]);
  const change = { kind: "mended" as const, item: found(MENDED[0]) };
  const body = { ...wish(), print, change, last, reason: "La clé était fausse" };
  return correctItem(deps, owner, { courseId, itemId, body });
}

/** Where somebody stands, and what her sittings got. */
async function standing({ deps }: World, n: number) {
  const { enrolments } = deps.store;
  const { value } = found(await enrolments.byCourse(learnerAt(n), courseId, { fresh: true }));
  const { values } = await enrolments.attemptsOf(learnerAt(n), courseId, { fresh: true });
  return { quiz: value.quiz, earnedAt: value.earnedAt, got: values.map(({ value: { percent } }) => percent) }; // prettier-ignore
}

/** An engine whose process is killed at these transactions, before they are done or right behind them. */
function mortal(deaths: Map<number, "before" | "behind">) {
  let at = 0;
  const arm = { isArmed: false };
  const observe = (engine: Engine): Engine => ({
    ...engine,
    transact: async (ops, options) => {
      if (!arm.isArmed) return engine.transact(ops, options);
      const death = deaths.get(at++);
      if (death === "before") throw new Killed();
      const done = await engine.transact(ops, options);
      if (death === "behind") throw new Killed();
      return done;
    },
  });
  return { arm, observe };
}

const chosen: fc.Arbitrary<Chosen> = fc.array(fc.constantFrom("a", "b", "c"), { minLength: 3, maxLength: 3 }); // prettier-ignore
const learner = fc.record({
  sat: fc.array(chosen, { maxLength: 3 }),
  /** What she hands in while marking anew is under way; how far its grading had come by then. */
  late: fc.option(fc.record({ chosen, began: fc.constantFrom("before", "behind") })),
});

describe("marking anew", () => {
  it("leaves the marks that everything graded at the end would have, however often it is killed and whoever hands in meanwhile", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(learner, { minLength: 1, maxLength: 6 }),
        fc.array(fc.tuple(fc.nat(25), fc.constantFrom("before" as const, "behind" as const)), { maxLength: 5 }),
        async (people, deaths) => {
          const { arm, observe } = mortal(new Map(deaths));
          const gates: (() => void)[] = [];
          const world = await openRegrading(observe);
          const { deps } = world;
          try {
            await deps.store.commit(people.flatMap(({ sat, late }, n) => world.learnerWith(n, sat, late ? 1 : 0)));
            /** Hands in; what began before waits with its mark, made by the old key, until the gate opens. */
            const handIn = (n: number, isGated: boolean) => {
              const { sat, late } = found(people[n]);
              let round = 0;
              const commit: typeof deps.store.commit = async (writes) => {
                if (isGated && round++ === 0) await new Promise<void>((open) => void gates.push(open));
                return deps.store.commit(writes);
              };
              const own = isGated ? { ...deps, store: { ...deps.store, commit } } : deps;
              const body = { ...wish(), answers: answersOf(found(late ?? undefined).chosen) };
              return submitAttempt(own, learningAs(n), { courseId, attemptId: attemptAt(n, sat.length), body });
            };
            const lates = people.flatMap(({ late }, n) => (late ? [{ n, began: late.began }] : []));
            const waiting = lates.filter(({ began }) => began === "before").map(({ n }) => handIn(n, true));
            // Each of them has been graded by the old key when the question is corrected.
            while (gates.length < waiting.length) await new Promise((next) => setImmediate(next));
            await correct(world);
            arm.isArmed = true;
            await world.follow();
            arm.isArmed = false;
            for (const open of gates) open();
            await Promise.all(waiting);
            for (const { n, began } of lates) if (began === "behind") await handIn(n, false);
            const told = await deps.store.corrections.allRegraded(courseId, 1, undefined);
            let changed = 0;
            for (const [n, { sat, late }] of people.entries()) {
              const all = [...sat, ...(late ? [late.chosen] : [])].map(mendedWorthOf);
              const { got, quiz, earnedAt } = await standing(world, n);
              expect(got).toEqual(all);
              if (all.length === 0) continue;
              expect(quiz.bestPercent).toBe(Math.max(...all));
              expect(quiz.results).toEqual({
                ...{ first: all[0], last: all.at(-1), count: all.length },
                sum: all.reduce((sum, each) => sum + each, 0),
              });
              if (Math.max(...all) >= 60) expect(earnedAt).toBeDefined();
              const lines = told.values.filter(({ value }) => value.learnerId === learnerAt(n));
              const isChanged = sat.some((each) => worthOf(each) !== mendedWorthOf(each));
              expect(lines.length).toBe(Number(isChanged));
              changed += lines.length;
            }
            const job = found(await deps.store.corrections.regrade(courseId, 1)).value;
            expect([job.state, job.figures.learners]).toEqual(["done", people.length]);
            expect(told.values).toHaveLength(changed);
            const rises = told.values.filter(({ value: { from, to } }) => to > from).length;
            expect(job.figures.rise).toBe(rises);
          } finally {
            for (const open of gates) open();
            await world.close();
          }
        },
      ),
      { numRuns: isWhole ? 25 : 10 },
    ); // prettier-ignore
  });

  it("is of a further hand-in that a person let count as well, and of one that waits once she does", async () => {
    const world = await openRegrading();
    const { deps } = world;
    const DECIDED = 1;
    const WAITING = 4;
    /** The same sitting from two phones: the second waits. @returns what waits */
    const handInTwice = async (n: number) => {
      const given: readonly Chosen[] = [["a", "a", "a"], ["b", "a", "a"]]; // prettier-ignore
      const replies = [];
      for (const chosen of given) {
        const body = { ...wish(), answers: answersOf(chosen) };
        const asked = { courseId, attemptId: attemptAt(n, 0), body };
        replies.push(await submitAttempt(deps, learningAs(n), asked));
      }
      const held = found(replies[1]);
      if (!("flagId" in held)) throw new Error("It does not wait.");
      return held.flagId;
    };
    const letCount = (flagId: Parameters<typeof decideFlag>[2]["id"]) =>
      decideFlag(deps, owner, {
        id: flagId,
        body: { ...wish(), verdict: "accepted", note: "Deux téléphones" },
      });
    const resultsOf = async (n: number) => (await standing(world, n)).quiz.results;
    try {
      await deps.store.commit([DECIDED, WAITING].flatMap((n) => world.learnerWith(n, [], 1)));
      const flags = [await handInTwice(DECIDED), await handInTwice(WAITING)] as const;
      await letCount(flags[0]);
      expect(await resultsOf(DECIDED)).toEqual({ first: 100, last: 66, sum: 166, count: 2 });
      await correct(world);
      await world.follow();
      expect(await resultsOf(DECIDED)).toEqual({ first: 66, last: 100, sum: 166, count: 2 });
      expect(await resultsOf(WAITING)).toEqual({ first: 66, last: 66, sum: 66, count: 1 });
      await letCount(flags[1]);
      expect(await resultsOf(WAITING)).toEqual({ first: 66, last: 100, sum: 166, count: 2 });
    } finally {
      await world.close();
    }
  });

  it(`of ${LEARNERS * SITTINGS} sittings goes on where it was killed, and each is marked and told once`, async () => {
    // Killed in the middle of a step, behind a learner who is done and not yet counted; and once more later.
    const { arm, observe } = mortal(new Map([[277, "behind"], [401, "before"]])); // prettier-ignore
    const world = await openRegrading(observe);
    const { deps } = world;
    const KINDS: readonly Chosen[] = [["a", "a", "c"], ["b", "a", "c"], ["c", "a", "a"], ["b", "b", "b"]]; // prettier-ignore
    const satBy = (n: number): Chosen[] => Array.from({ length: SITTINGS }, (_, at) => found(KINDS[(n + at) % 4])); // prettier-ignore
    try {
      for (let n = 0; n < LEARNERS; n += 10) {
        const ten = Array.from({ length: 10 }, (_, at) => world.learnerWith(n + at, satBy(n + at)));
        expect(await deps.store.commit(ten.flat())).toBe("done");
      }
      await correct(world);
      arm.isArmed = true;
      expect(await world.follow()).toBe(2);
      const job = found(await deps.store.corrections.regrade(courseId, 1)).value;
      expect(job.state).toBe("done");
      expect(job.figures).toMatchObject({ learners: LEARNERS, sittings: LEARNERS * SITTINGS });
      let told = 0;
      let after: string | undefined;
      do {
        const page = await deps.store.corrections.allRegraded(courseId, 1, after);
        told += page.values.length;
        after = page.next;
      } while (after);
      expect(told).toBe(LEARNERS);
      for (let n = 0; n < LEARNERS; n += 97)
        expect((await standing(world, n)).got).toEqual(satBy(n).map(mendedWorthOf));
    } finally {
      await world.close();
    }
  }, 120_000);
});
