import { type Answer, type Attempt, Enrolment, type HandIn, Manifest } from "@twiza/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { counted, printOf, verdictOn } from "./hand-in.ts";
import { deadlineOf, GRACE_DAYS, reservedAttempt, TICKET_DAYS } from "./reserve.ts";

const hex = (letter: string) => letter.repeat(32);
const itemId = (letter: string) => `itm_${hex(letter)}` as Answer["itemId"];
const chose = (letter: string, ...options: string[]): Answer => ({
  itemId: itemId(letter),
  options,
});
const wrote = (letter: string, number: number): Answer => ({ itemId: itemId(letter), number });
const said = (text: string): Answer => ({ itemId: itemId("a"), text });
const inOrder = (order: string): Answer => ({ itemId: itemId("a"), order: Array.from(order) });
/** `1x 2y`: x to 1, y to 2. */
const paired = (pairs: string): Answer => ({
  itemId: itemId("a"),
  pairs: pairs.split(" ").filter(Boolean).map((it) => ({ option: it.charAt(0), pair: it.slice(1) })),
}); // prettier-ignore
/** `a=miel b:2`: words into a, the second choice into b. */
const filled = (gaps: string): Answer => ({
  itemId: itemId("a"),
  gaps: gaps.split(" ").filter(Boolean).map((it) =>
    it.charAt(1) === "=" ? { gap: it.charAt(0), text: it.slice(2) } : { gap: it.charAt(0), option: it.slice(2) },
  ),
}); // prettier-ignore

describe("two hand-ins are the same", () => {
  it.each<[string, Answer[], Answer[]]>([
    ["in another order", [chose("a", "1"), wrote("b", 4)], [wrote("b", 4), chose("a", "1")]],
    ["with their options in another order", [chose("a", "1", "2")], [chose("a", "2", "1", "2")]],
    [
      "with a second answer to an item, which nobody looks at",
      [wrote("b", 4)],
      [wrote("b", 4), wrote("b", 5)],
    ],
    ["with no option chosen instead of no answer", [wrote("b", 4)], [wrote("b", 4), chose("a")]],
    ["with nothing written instead of no answer", [], [said("  ")]],
    ["with nothing put in order instead of no answer", [], [inOrder("")]],
    ["with nothing put together instead of no answer", [], [paired("")]],
    ["with empty gaps instead of no answer", [], [filled("a= b=")]],
    ["with their pairs in another order", [paired("1x 2y")], [paired("2y 1x")]],
    [
      "with a second pair for the same, which nobody looks at",
      [paired("1x 2y")],
      [paired("1x 1z 2y")],
    ],
    ["with their gaps in another order", [filled("a=miel b:2")], [filled("b:2 a=miel")]],
    ["with one gap left empty instead of not named", [filled("a=miel")], [filled("a=miel b=")]],
    [
      "with a second word for a gap, which nobody looks at",
      [filled("a=miel")],
      [filled("a=miel a=lait")],
    ],
  ])("%s", (_, one, other) => {
    expect(printOf(one)).toBe(printOf(other));
  });

  it.each<[string, Answer[], Answer[]]>([
    ["another option", [chose("a", "1")], [chose("a", "2")]],
    ["one option more", [chose("a", "1")], [chose("a", "1", "2")]],
    ["another number", [wrote("b", 4)], [wrote("b", 4.5)]],
    ["zero instead of nothing", [], [wrote("b", 0)]],
    ["another item", [chose("a", "1")], [chose("c", "1")]],
    ["other words", [said("miel")], [said("lait")]],
    ["a number in words", [wrote("a", 4)], [said("4")]],
    ["another order", [inOrder("123")], [inOrder("132")]],
    ["what is chosen instead of put in order", [inOrder("12")], [chose("a", "1", "2")]],
    ["another pair", [paired("1x 2y")], [paired("1y 2x")]],
    ["the other pair first for the same", [paired("1x 1z")], [paired("1z 1x")]],
    ["pairs instead of gaps", [paired("ax")], [filled("a=x")]],
    ["a word that is written instead of chosen", [filled("a=2")], [filled("a:2")]],
    ["another gap", [filled("a=miel")], [filled("b=miel")]],
  ])("but not with %s", (_, one, other) => {
    expect(printOf(one)).not.toBe(printOf(other));
  });
});

const BEGAN = "2026-03-01T08:00:00.000Z";
const RECEIVED = new Date("2026-03-20T08:00:00.000Z");
const day = (days: number) => new Date(RECEIVED.getTime() + days * 86_400_000);
const reserved = {};
const open = { startedAt: BEGAN };
const handedIn = { startedAt: BEGAN, submittedAt: BEGAN, answers: [chose("a", "1")] };

describe("a hand-in", () => {
  type Case = [
    string,
    Parameters<typeof verdictOn>[0],
    number,
    Answer[],
    Date | undefined,
    unknown,
  ];
  it.each<Case>([
    ["of a sitting that was taken along counts in time", reserved, 1, [], day(1), "counts"],
    ["counts at the very last moment", reserved, 1, [], day(0), "counts"],
    ["waits a moment later", reserved, 1, [], day(-1 / 86_400_000), ["ticket.expired"]],
    [
      "waits when other tries were used up meanwhile",
      reserved,
      3,
      [],
      day(1),
      ["attempt.none_left"],
    ],
    ["waits for both reasons", reserved, 3, [], day(-1), ["ticket.expired", "attempt.none_left"]],
    ["of a sitting that we saw begin counts to its very end", open, 3, [], day(0), "counts"],
    ["of a sitting that we saw begin waits behind its end", open, 3, [], day(-1), ["attempt.late"]],
    ["of a sitting that we saw begin counts with the last try", open, 3, [], undefined, "counts"],
    ["with the same answers again is the same", handedIn, 3, [chose("a", "1")], day(-1), "same"],
    ["with other answers waits", handedIn, 1, [chose("a", "2")], day(1), ["ticket.used"]],
    [
      "with nothing answered waits behind one that stands",
      handedIn,
      1,
      [],
      undefined,
      ["ticket.used"],
    ],
  ])("%s", (_, attempt, tries, answers, deadline, verdict) => {
    const arrived = { answers, receivedAt: RECEIVED, deadline };
    expect(verdictOn(attempt, arrived, { tries, triesAllowed: 3 })).toEqual(verdict);
  });

  it("of a sitting without network that took longer than it may waits for a person", () => {
    const arrived = { answers: [], receivedAt: RECEIVED, deadline: day(1), tookTooLong: true };
    const verdict = verdictOn(reserved, arrived, { tries: 0, triesAllowed: 3 });
    expect(verdict).toEqual(["attempt.late"]);
  });
});

const manifest = Manifest.parse({
  format: 1,
  courseId: `crs_${hex("0")}`,
  title: { fr: "Gérer" },
  summary: { fr: "Gérer" },
  sourceLanguage: "fr",
  legalReview: false,
  passMarkPercent: 70,
  triesAllowed: 3,
  quiz: { title: { fr: "Quiz" }, itemCount: 3 },
  modules: [
    {
      id: `mod_${hex("1")}`,
      title: { fr: "M" },
      lessons: [
        { id: `les_${hex("a")}`, title: { fr: "L" }, minutes: 5, blockCount: 3, bodies: {} },
      ],
    },
  ],
});
const enrolment = Enrolment.parse({
  learnerId: `lrn_${hex("1")}`,
  learnerName: "Touda",
  courseId: manifest.courseId,
  courseTitle: { fr: "Gérer" },
  version: 1,
  content: { manifest: "a".repeat(64), quiz: "b".repeat(64) },
  organisationId: `org_${hex("1")}`,
  issuing: "automatic",
  enrolledAt: BEGAN,
  lessonCount: 1,
  progress: { lessons: { [`les_${hex("a")}`]: { reached: 3, done: true } } },
  quiz: { tries: 1, bestPercent: 40 },
});
const quiz = {
  format: 1 as const,
  items: ["a", "b", "c"].map((letter) => ({
    id: itemId(letter),
    question: "number" as const,
    prompt: { fr: letter },
    options: [],
    number: { value: 1, tolerance: 0 },
  })),
};
const attemptId = `att_${hex("9")}` as Attempt["id"];
const now = new Date("2026-03-01T08:00:00.789Z");
const attempt = reservedAttempt(enrolment, quiz, { id: attemptId, now });
const arrived = (percent: number, more: Partial<HandIn> = {}): HandIn => ({
  answers: [wrote("a", 1)],
  percent,
  receivedAt: "2026-03-20T08:00:00.000Z",
  ...more,
});
const at = "2026-03-20T08:00:00.000Z";

describe("a sitting taken along", () => {
  it("has every item once, in an order that follows from its id", () => {
    expect([...attempt.itemIds].sort()).toEqual(quiz.items.map(({ id }) => id));
    expect(reservedAttempt(enrolment, quiz, { id: attemptId, now: RECEIVED }).itemIds).toEqual(
      attempt.itemIds,
    );
  });

  it("holds for thirty days in whole seconds, and may arrive seven days later", () => {
    expect([TICKET_DAYS, GRACE_DAYS]).toEqual([30, 7]);
    expect(attempt.expiresAt).toBe("2026-03-31T08:00:00.000Z");
    expect(deadlineOf(new Date(attempt.expiresAt ?? ""))).toEqual(
      new Date("2026-04-07T08:00:00.000Z"),
    );
  });

  it("counts no try until it is opened or handed in", () => {
    expect(attempt).not.toHaveProperty("startedAt");
    expect(attempt.number).toBe(2);
  });
});

describe("when a hand-in counts", () => {
  const reservedHere = { attemptId, expiresAt: attempt.expiresAt ?? "" };
  const waiting = { ...enrolment, quiz: { ...enrolment.quiz, reserved: reservedHere } };

  it("its try is counted if it was not, it stands, and it is no longer reserved", () => {
    const after = counted({ attempt, enrolment: waiting, manifest }, arrived(60), at);
    expect(after.enrolment.quiz).toEqual({
      ...{ tries: 2, bestPercent: 60 },
      results: { first: 40, last: 60, sum: 100, count: 2 },
    });
    expect(after.attempt).toMatchObject({ startedAt: at, submittedAt: at, percent: 60, number: 2 });
  });

  it("its try is not counted twice", () => {
    const opened = { ...attempt, startedAt: BEGAN };
    const after = counted({ attempt: opened, enrolment, manifest }, arrived(60), at);
    expect(after.enrolment.quiz.tries).toBe(1);
    expect(after.attempt.startedAt).toBe(BEGAN);
  });

  it("a sitting that is reserved besides stays reserved", () => {
    const other = { ...reservedHere, attemptId: `att_${hex("8")}` as Attempt["id"] };
    const both = { ...enrolment, quiz: { ...enrolment.quiz, reserved: other } };
    expect(
      counted({ attempt, enrolment: both, manifest }, arrived(60), at).enrolment.quiz.reserved,
    ).toEqual(other);
  });

  it("the best result never falls, in whatever order hand-ins count", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1 }), (percents) => {
        const last = percents.reduce(
          (before, percent) =>
            counted({ attempt, enrolment: before, manifest }, arrived(percent), at).enrolment,
          enrolment,
        );
        expect(last.quiz.bestPercent).toBe(Math.max(40, ...percents));
      }),
    );
  });

  it("one that stands keeps standing when another is accepted beside it", () => {
    const stands = counted({ attempt, enrolment, manifest }, arrived(60), at).attempt;
    const after = counted({ attempt: stands, enrolment, manifest }, arrived(90), at);
    expect(after.attempt).toEqual(stands);
    expect(after.enrolment.quiz).toEqual({
      ...{ tries: 1, bestPercent: 90 },
      results: { first: 40, last: 90, sum: 130, count: 2 },
    });
  });

  it("the course is earned at the moment that is given, and only once", () => {
    const earned = counted({ attempt, enrolment, manifest }, arrived(70), at).enrolment;
    expect(earned.earnedAt).toBe(at);
    expect(
      counted({ attempt, enrolment: earned, manifest }, arrived(80), BEGAN).enrolment.earnedAt,
    ).toBe(at);
  });

  it("what the phone claims of times is kept and changes nothing", () => {
    const claims = {
      openedAt: "1970-01-01T00:00:00.000Z",
      closedAt: "2028-01-01T00:00:00.000Z",
      deviceId: "phone-1234",
      seq: 3,
    };
    const after = counted({ attempt, enrolment, manifest }, arrived(60, { claims }), at);
    expect(after.attempt).toMatchObject({ claims, startedAt: at, submittedAt: at });
  });
});
