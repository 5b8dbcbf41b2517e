import {
  Enrolment,
  LearningEvent,
  type LessonId,
  Manifest,
  MOST_FORMER,
  type Progress,
} from "@twiza/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { moved, moveLine, outcomeFor, type Target } from "./move.ts";
import { type BlockIn, placedEvent, placedProgress, reachedIn } from "./places.ts";
import { withEvent } from "./progress.ts";

const hex = (letter: string) => letter.repeat(32);
const hash = (letter: string) => letter.repeat(64);
const NOW = "2026-03-01T12:00:00.000Z";
const lessonId = (letter: string) => `les_${hex(letter)}` as LessonId;
const manifest = (letters: string, over: object = {}): Manifest =>
  Manifest.parse({
    format: 1,
    courseId: `crs_${hex("0")}`,
    title: { fr: "Gérer" },
    summary: { fr: "Gérer" },
    sourceLanguage: "fr",
    legalReview: false,
    passMarkPercent: 70,
    triesAllowed: 3,
    quiz: { title: { fr: "Quiz" }, itemCount: 4 },
    modules: [
      {
        id: `mod_${hex("1")}`,
        title: { fr: "M" },
        lessons: Array.from(letters).map((letter) => ({
          id: lessonId(letter),
          title: { fr: letter },
          minutes: 5,
          blockCount: 9,
          bodies: {},
        })),
      },
    ],
    ...over,
  });
const content = (letter: string) => ({ manifest: hash(letter), quiz: hash(letter) });
const target = (version: number, of: Manifest): Target => ({
  version,
  content: Enrolment.shape.content.parse(content("b")),
  manifest: of,
});
const enrolment = (over: object = {}): Enrolment =>
  Enrolment.parse({
    learnerId: `lrn_${hex("0")}`,
    learnerName: "Fatima",
    courseId: `crs_${hex("0")}`,
    courseTitle: { fr: "Gérer" },
    version: 1,
    content: content("a"),
    organisationId: `org_${hex("0")}`,
    issuing: "automatic",
    enrolledAt: NOW,
    lessonCount: 3,
    progress: { lessons: {}, days: [] },
    quiz: { tries: 0 },
    ...over,
  });
const done = (letters: string) => ({
  lessons: Object.fromEntries(
    Array.from(letters).map((one) => [lessonId(one), { reached: 9, done: true }]),
  ),
  days: [],
});
const stay: BlockIn = (_, block) => block;
const move = (of: Enrolment, from: Manifest, to: Target) =>
  moved(of, { from, to, blockIn: stay, now: NOW });

const KEYS = ["a", "b", "c", "d", "e", "f", "g"];
const keys = fc.shuffledSubarray(KEYS);
const event = fc
  .record({
    type: fc.constantFrom("lesson.reached", "lesson.finished", "practice.answered"),
    lessonId: fc.constantFrom(lessonId("a"), lessonId("b"), lessonId("c")),
    block: fc.nat(7),
    deviceId: fc.constantFrom("phone-01", "tablet-1"),
    seq: fc.nat(4),
    claimedAt: fc.nat(60).map((hours) => new Date(Date.parse(NOW) - hours * 3.6e6).toISOString()),
  })
  .map((drawn) =>
    LearningEvent.parse({
      ...drawn,
      id: JSON.stringify(drawn),
      learnerId: `lrn_${hex("0")}`,
      courseId: `crs_${hex("0")}`,
      receivedAt: NOW,
    }),
  );
/** A version in which two lessons were written anew; the third is as it was. */
const version = fc.tuple(keys, keys, keys, keys).map(([before, after, old, now]): BlockIn => {
  const maps = new Map([
    [lessonId("a"), reachedIn(before, after)],
    [lessonId("b"), reachedIn(old, now)],
  ]);
  return (lesson, block) => maps.get(lesson)?.(block) ?? block;
});

describe("how far a block is in the next version", () => {
  it.each([
    ["a block more before hers", "abc", "xabc", 2, 3],
    ["a block more behind hers", "abc", "abcx", 3, 3],
    ["hers taken away", "abc", "ac", 2, 1],
    ["all of hers taken away", "ab", "xy", 2, 0],
    ["others' order", "abc", "cab", 1, 2],
    ["the beginning", "abc", "xabc", 0, 0],
    ["more than there was", "abc", "abcd", 9, 3],
  ])("with %s", (_, before, after, block, expected) => {
    expect(reachedIn(Array.from(before), Array.from(after))(block)).toBe(expected);
  });

  it("never falls as she goes on", () => {
    fc.assert(
      fc.property(keys, keys, fc.nat(9), fc.nat(9), (before, after, one, other) => {
        const far = reachedIn(before, after);
        expect(far(Math.max(one, other))).toBe(Math.max(far(one), far(other)));
      }),
    );
  });
});

describe("moving progress", () => {
  const fold = (list: readonly LearningEvent[]) =>
    list.reduce<Progress>(withEvent, { lessons: {}, days: [] });

  it("comes to the same whether what she did arrives before it or late, from a phone that still has the old version", () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 12 }), fc.nat(12), version, (list, cut, blockIn) => {
        const [before, late] = [list.slice(0, cut), list.slice(cut)];
        const arrived = late
          .map((each) => placedEvent(each, blockIn))
          .reduce(withEvent, placedProgress(fold(before), blockIn));
        expect(arrived).toEqual(placedProgress(fold(list), blockIn));
      }),
      { numRuns: 400 },
    );
  });

  it("keeps every lesson that is done, every lesson that the next version does not have, and every day", () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 12 }), version, (list, blockIn) => {
        const before = fold(list);
        const after = placedProgress(before, blockIn);
        expect(Object.keys(after.lessons).sort()).toEqual(Object.keys(before.lessons).sort());
        expect(after.days).toEqual(before.days);
        for (const [id, { done: isDone }] of Object.entries(before.lessons))
          expect(after.lessons[id as LessonId]?.done).toBe(isDone);
      }),
    );
  });
});

describe("a learner who is moved", () => {
  it("goes on in the next version, with what it holds, and is known to have been in the former one", () => {
    const to = target(2, manifest("abcd", { title: { fr: "Mieux gérer" } }));
    expect(move(enrolment({ progress: done("a") }), manifest("abc"), to)).toMatchObject({
      version: 2,
      content: to.content,
      former: [1],
      lessonCount: 4,
      courseTitle: { fr: "Mieux gérer" },
      progress: done("a"),
    });
  });

  it("twice is moved once, and never back", () => {
    const to = target(3, manifest("abc"));
    const once = move(enrolment(), manifest("ab"), to);
    expect(move(once, manifest("abc"), to)).toBe(once);
    expect(move(once, manifest("abc"), target(2, manifest("a")))).toBe(once);
  });

  it("keeps a test that she passed by the mark of her version, though the next asks for more", () => {
    const strict = target(2, manifest("ab", { passMarkPercent: 90 }));
    const quiz = { tries: 1, bestPercent: 70 };
    const after = move(enrolment({ quiz }), manifest("a"), strict);
    expect(after.quiz).toEqual({ ...quiz, passed: true });
    expect(moveLine(after, { from: strict.manifest, to: strict }).earns).toBe(false);
    const failed = move(enrolment({ quiz: { tries: 1, bestPercent: 69 } }), manifest("a"), strict);
    expect(failed.quiz).toEqual({ tries: 1, bestPercent: 69 });
  });

  it("keeps the tries that she was promised, over any number of versions", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 2 }), (allowed) => {
        const versions = allowed.map((triesAllowed) => manifest("ab", { triesAllowed }));
        let here = enrolment();
        for (const [index, to] of versions.entries()) {
          const from = versions[index - 1];
          if (from) here = move(here, from, target(index + 1, to));
        }
        const now = allowed.at(-1) ?? 0;
        expect(Math.max(now, here.quiz.triesAllowed ?? 0)).toBe(Math.max(...allowed));
      }),
    );
  });

  it("keeps the skills that somebody saw, though the next version words them anew or asks for more", () => {
    const id = (digit: string) => `chk_${hex(digit)}`;
    const checklist = (digit: string, title: string) => ({
      ...{ id: id(digit), title: { fr: title }, task: { fr: "Pressez." }, leastPercent: 60 },
      criteria: [{ id: "a", text: { fr: "Trie" } }],
    });
    const seen = { state: "passed", observationId: `obs_${hex("0")}`, at: NOW, met: 1, of: 1 };
    const of = enrolment({ progress: done("a"), quiz: { tries: 1, bestPercent: 90 }, observed: { [id("1")]: seen } }); // prettier-ignore
    const from = manifest("ab", { checklists: [checklist("1", "Presser")] });
    const reworded = target(2, manifest("a", { checklists: [checklist("1", "Presser l’huile")] }));
    expect(move(of, from, reworded)).toMatchObject({ observed: of.observed, earnedAt: NOW });
    const more = target(2, manifest("a", { checklists: [checklist("1", "Presser"), checklist("2", "Teindre")] })); // prettier-ignore
    expect(move(of, from, more).earnedAt).toBeUndefined();
  });

  it("has finished at that moment where nothing is missing any more", () => {
    const before = enrolment({ progress: done("ab"), quiz: { tries: 1, bestPercent: 80 } });
    const [from, to] = [manifest("abc"), target(2, manifest("ab"))];
    expect(moveLine(before, { from, to })).toMatchObject({ earns: true, lessonsDone: 2 });
    expect(move(before, from, to).earnedAt).toBe(NOW);
  });

  it("stays where her certificate names her version, and where she is already", () => {
    expect(outcomeFor({ version: 1, earnedAt: NOW }, { version: 2 })).toBe("finished");
    expect(outcomeFor({ version: 2, earnedAt: NOW }, { version: 2 })).toBe("already");
    const earned = enrolment({ earnedAt: NOW });
    expect(move(earned, manifest("a"), target(2, manifest("ab")))).toBe(earned);
  });

  it("remembers no more versions than may be stored", () => {
    const former = Array.from({ length: MOST_FORMER }, (_, index) => index + 1);
    const before = enrolment({ version: 99, former });
    const after = move(before, manifest("a"), target(100, manifest("a")));
    expect(Enrolment.parse(after).former).toEqual([...former.slice(1), 99]);
  });
});
