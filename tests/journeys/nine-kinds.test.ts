import { rightAnswer } from "@twiza/content";
import { type Answer, type CohortId, type CourseId, type Item, PublicItem } from "@twiza/contract";
import { MARKED_KINDS, MARKING } from "@twiza/contract/marking";
import { found } from "@twiza/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type House, newIntent, openHouse, type Visitor } from "../house/house.ts";
import { beginNine, type NineKinds, publishNine } from "../house/nine-kinds.ts";
import { claims, handInOf, newcomer, takeTicket } from "../house/offline.ts";
import { publishFirst } from "../house/new-trainer.ts";

let house: House;
let nine: NineKinds;
let courseId: CourseId;
let cohortId: CohortId;
beforeAll(async () => {
  house = await openHouse();
  nine = await beginNine(house);
  ({ courseId } = nine);
  cohortId = (await publishNine(house, nine)).id;
});
afterAll(() => house.close());

const wish = () => ({ intentId: newIntent() });
const ofKind = (kind: Item["question"]): Item =>
  found(nine.items.find(({ question }) => question === kind));
const learner = async () => {
  const person = await newcomer(house, cohortId);
  return { person, phone: await house.as(person.contact) };
};
const begin = (phone: Visitor, of = courseId) =>
  phone.do("startAttempt", { params: { courseId: of }, body: wish() });
const handIn = async (phone: Visitor, attemptId: string, answers: readonly Answer[]) => {
  const asked = { params: { courseId, attemptId: attemptId as never }, body: { ...wish(), answers: [...answers] } }; // prettier-ignore
  const result = await phone.do("submitAttempt", asked);
  if (result.state !== "graded") throw new Error("it was not graded");
  return result;
};
/** An answer in raw JSON, as no phone of ours would write it. */
const handInRaw = async (phone: Visitor, attemptId: string, answers: string) => {
  const path = `/api/enrolments/${courseId}/attempts/${attemptId}/answers`;
  const response = await phone.fetch(path, {
    method: "POST",
    headers: { "x-twiza": "1", "content-type": "application/json" },
    body: `{"intentId":"${newIntent()}","answers":${answers}}`,
  });
  return (await response.json()) as { code?: string; percent?: number };
};
const attemptIn = async (phone: Visitor, attemptId: string) => {
  const { learnerId } = await phone.do("readEnrolment", { params: { courseId } });
  const { enrolments } = house.server.deps.store;
  return found(await enrolments.attempt(learnerId, courseId, attemptId as never)).value;
};

describe("a test of every kind of item", () => {
  it("comes to a phone without anything that is right, in names that say nothing", async () => {
    const { phone } = await learner();
    const { items } = await begin(phone);
    expect(items.map(({ question }) => question).toSorted()).toEqual([...MARKED_KINDS].toSorted()); // prettier-ignore
    for (const item of items) expect(PublicItem.parse(item)).toEqual(item);
    expect(JSON.stringify(items)).not.toMatch(/"(right|feedback|value|tolerance|pair|gap|credit)"/);
    const shown = (kind: Item["question"]) => found(items.find(({ question }) => question === kind)); // prettier-ignore
    expect(shown("short").options).toEqual([]);
    expect(shown("order").options.map(({ id }) => id)).toEqual(["1", "2", "3", "4"]);
    expect(shown("match").pairs).toHaveLength(3);
    expect(shown("cloze").gaps?.map(({ options }) => options?.length)).toEqual([2, undefined]);
    expect(shown("hotspot")).toMatchObject({
      several: true,
      picture: { media: nine.picture.media },
    });
    expect(shown("choice").options[0]?.picture).toEqual(nine.picture.media);
  });

  it("is worth a hundred where all is right, and each item tells by which rule", async () => {
    const { phone } = await learner();
    const { id } = await begin(phone);
    const result = await handIn(phone, id, nine.items.map(rightAnswer));
    expect(result).toMatchObject({ percent: 100, passed: true });
    const rules = Object.fromEntries(
      nine.items.map(({ id: itemId, question }) => [
        question,
        found(result.items.find((one) => one.itemId === itemId)),
      ]),
    );
    expect(Object.entries(rules).map(([kind, { rule, got, of, right }]) => [kind, rule, got, of, right])).toEqual([
      ["choice", "choice", 1, 1, true],
      ["multiple", "choices", 2, 2, true],
      ["truefalse", "choice", 1, 1, true],
      ["number", "number", 1, 1, true],
      ["short", "short", 1, 1, true],
      ["match", "pairs", 4, 4, true],
      ["order", "neighbours", 3, 3, true],
      ["cloze", "gaps", 2, 2, true],
      ["hotspot", "choices", 2, 2, true],
    ]); // prettier-ignore
    expect(await attemptIn(phone, id)).toMatchObject({ percent: 100, rules: MARKING });
  });

  it("is worth what is right in parts, rounded down, and the phone is told part by part", async () => {
    const { phone } = await learner();
    const { id, items } = await begin(phone);
    const result = await handIn(phone, id, halfRight(items));
    const gotOf = (kind: Item["question"]) => {
      const line = found(result.items.find(({ itemId }) => itemId === ofKind(kind).id));
      return `${line.got}/${line.of}`;
    };
    expect(MARKED_KINDS.map((kind) => [kind, gotOf(kind)])).toEqual([
      ["choice", "0/1"],
      ["multiple", "1/2"],
      ["truefalse", "1/1"],
      ["number", "1/1"],
      ["short", "1/1"],
      ["match", "2/4"],
      ["order", "2/3"],
      ["cloze", "1/2"],
      ["hotspot", "1/2"],
    ]);
    // (0 + ½ + 1 + 1 + 1 + ½ + ⅔ + ½ + ½) of 9
    expect(result.percent).toBe(62);
    const wrong = found(result.items.find(({ itemId }) => itemId === ofKind("choice").id));
    expect(wrong.feedback).toEqual(ofKind("choice").options[1]?.feedback);
  });

  it("answers a word that was foreseen as wrong with its own reason, and no other", async () => {
    const { phone } = await learner();
    const { id } = await begin(phone);
    const { id: itemId, options } = ofKind("short");
    const { items } = await handIn(phone, id, [{ itemId, text: " PEAU. " }]);
    const line = found(items.find((one) => one.itemId === itemId));
    expect(line).toMatchObject({ right: false, feedback: options[2]?.feedback });
  });
});

/** Half of what is right, by what the phone knows and the words say. */
function halfRight(items: readonly PublicItem[]): Answer[] {
  const shown = (kind: Item["question"]) => found(items.find(({ question }) => question === kind));
  const nameOf = (list: PublicItem["options"] | undefined, fr: string) =>
    found(list?.find(({ text }) => text.fr === fr)).id;
  const [order, match, cloze] = [shown("order"), shown("match"), shown("cloze")];
  const steps = ["Tondre", "Trier", "Peser", "Attacher"];
  const cut = nameOf(match.pairs, "Couper");
  return [
    { itemId: shown("choice").id, options: ["b"] },
    { itemId: shown("multiple").id, options: ["b"] },
    { itemId: shown("truefalse").id, options: ["true"] },
    { itemId: shown("number").id, number: 7.6 },
    { itemId: shown("short").id, text: "جَزّه" },
    { itemId: match.id, pairs: match.options.map(({ id: option }) => ({ option, pair: cut })) },
    { itemId: order.id, order: steps.map((step) => nameOf(order.options, step)) },
    {
      itemId: cloze.id,
      gaps: [
        { gap: "a", option: nameOf(cloze.gaps?.[0]?.options, "bouillante") },
        { gap: "b", text: "Secher" },
      ],
    },
    { itemId: shown("hotspot").id, options: ["a"] },
  ];
}

describe("an answer that no phone of ours would give", () => {
  const all = (answer: object, kinds: readonly Item["question"][] = MARKED_KINDS) =>
    kinds.map((kind) => ({ itemId: ofKind(kind).id, ...answer })) as Answer[];

  it.each([
    ["options of nobody", { options: ["zz", "__proto_", "?a", ""] }],
    ["every option's name", { options: ["a", "b", "c", "d", "true", "false", "1", "2"] }],
    ["an order of nobody", { order: ["zz", "?1", "a", "b", "c", "d"] }],
    ["a step eight times", { order: Array.from({ length: 8 }, () => "1") }],
    ["eight pairs to one option", { pairs: ["a", "b", "c", "d", "?a", "", "zz", "9"].map((pair) => ({ option: "a", pair })) }],
    ["pairs of nobody", { pairs: [{ option: "zz", pair: "1" }, { option: "?", pair: "zz" }] }],
    ["gaps that are not there", { gaps: [{ gap: "x", option: "1" }, { gap: "y", text: "sécher" }] }],
    ["the right words in the wrong gaps", { gaps: [{ gap: "b", text: "froide" }, { gap: "a", text: "sécher" }] }],
    ["a very long word", { text: "ـ".repeat(400) }],
    ["signs that nobody sees", { text: "\u200F\u200B\u2067" }],
    ["a number larger than a table holds", { number: 1.7e308 }],
    ["a number nearer to nothing than a table holds", { number: -5e-324 }],
  ])("%s, is worth nothing and breaks nothing", async (_, answer) => {
    const { phone } = await learner();
    const { id } = await begin(phone);
    expect((await handIn(phone, id, all(answer))).percent).toBe(0);
  }); // prettier-ignore

  it.each([
    ["a number without end", `{"itemId":"ID","number":1e400}`],
    ["no number", `{"itemId":"ID","number":"NaN"}`],
    ["control characters", `{"itemId":"ID","text":"${"\\u0001".repeat(400)}"}`],
    ["half of a letter", `{"itemId":"ID","text":"\\ud83d"}`],
    ["more words than fit", `{"itemId":"ID","text":"${"a".repeat(401)}"}`],
    ["nine pairs", `{"itemId":"ID","pairs":[${Array.from({ length: 9 }, () => `{"option":"a","pair":"1"}`).join()}]}`],
    ["nine gaps", `{"itemId":"ID","gaps":[${Array.from({ length: 9 }, () => `{"gap":"a","text":"a"}`).join()}]}`],
    ["a gap with two letters", `{"itemId":"ID","gaps":[{"gap":"ab","text":"a"}]}`],
    ["a gap that is chosen and written", `{"itemId":"ID","gaps":[{"gap":"a","text":"a","option":"1"}]}`],
    ["two kinds of answer at once", `{"itemId":"ID","text":"a","options":[]}`],
    ["nothing at all", `{"itemId":"ID"}`],
  ])("%s, is refused and the sitting stays open", async (_, answer) => {
    const { phone } = await learner();
    const { id } = await begin(phone);
    const raw = `[${answer.replace("ID", ofKind("short").id)}]`;
    expect((await handInRaw(phone, id, raw)).code).toBe("request.invalid");
    expect(await attemptIn(phone, id)).not.toHaveProperty("submittedAt");
  }); // prettier-ignore
});

describe("a sitting of some of the items", () => {
  let drawn: { courseId: CourseId; cohortId: CohortId; items: readonly Item[] };
  beforeAll(async () => {
    const begun = await beginNine(house);
    const params = { courseId: begun.courseId };
    const cohort = await publishNine(house, begun);
    const draw = (count?: number) =>
      begun.trainer.do("arrangeItems", {
        params,
        body: { ...wish(), commands: [{ do: "draw", ...(count ? { count } : {}) }] },
      });
    expect(await draw(3)).toMatchObject({ draw: 3 });
    expect(await draw()).not.toHaveProperty("draw");
    await draw(4);
    expect(await begun.trainer.do("readItems", { params })).toMatchObject({ draw: 4 });
    await publishFirst(begun.trainer, begun);
    drawn = { courseId: begun.courseId, cohortId: cohort.id, items: begun.items };
  });
  const drawer = async () => house.as((await newcomer(house, drawn.cohortId)).contact);
  const rightTo = (items: readonly { readonly id: string }[]) =>
    drawn.items.filter(({ id }) => items.some((one) => one.id === id)).map(rightAnswer);

  it("has as many as are drawn, others for another learner, and all of them right are a hundred", async () => {
    const phones = await Promise.all(Array.from({ length: 6 }, drawer));
    const sittings = await Promise.all(phones.map((phone) => begin(phone, drawn.courseId)));
    for (const { items } of sittings) expect(new Set(items.map(({ id }) => id)).size).toBe(4);
    expect(new Set(sittings.map(({ items }) => items.map(({ id }) => id).toSorted().join())).size).toBeGreaterThan(1); // prettier-ignore
    const [phone, sitting] = [found(phones[0]), found(sittings[0])];
    const params = { courseId: drawn.courseId, attemptId: sitting.id };
    const result = await phone.do("submitAttempt", { params, body: { ...wish(), answers: rightTo(sitting.items) } }); // prettier-ignore
    expect(result).toMatchObject({ state: "graded", percent: 100, items: Array(4).fill({ right: true }) }); // prettier-ignore
  });

  it("counts no answer to an item that was not drawn", async () => {
    const phone = await drawer();
    const { id, items } = await begin(phone, drawn.courseId);
    const others = drawn.items.filter((item) => !items.some((one) => one.id === item.id));
    const params = { courseId: drawn.courseId, attemptId: id };
    const body = { ...wish(), answers: others.map(rightAnswer) };
    const result = await phone.do("submitAttempt", { params, body });
    expect(result).toMatchObject({ state: "graded", percent: 0 });
    if (result.state === "graded") expect(result.items.map(({ itemId }) => itemId)).toEqual(items.map((one) => one.id)); // prettier-ignore
  });

  it("taken along is handed in later, and made again from its ticket with the same items when we lost it", async () => {
    const phone = await drawer();
    const taken = await takeTicket(phone, drawn.courseId);
    expect(taken.items).toHaveLength(4);
    const { learnerId } = await phone.do("readEnrolment", { params: { courseId: drawn.courseId } });
    const key = { pk: `LEARNER#${learnerId}`, sk: `ATTEMPT#${drawn.courseId}#${taken.attemptId}` };
    await house.server.engine.delete("learners", key);
    const result = await phone.do(
      "submitAttempt",
      handInOf(taken, drawn.courseId, rightTo(taken.items)),
    );
    expect(result).toMatchObject({ state: "graded", percent: 100 });
  });
});

it("a sitting that was marked before parts counted is read as it stands, and its hand-in again is the same", async () => {
  const { phone } = await learner();
  const { id } = await begin(phone);
  const answers = [rightAnswer(ofKind("choice"))];
  await handIn(phone, id, answers);
  const { learnerId } = await phone.do("readEnrolment", { params: { courseId } });
  const { enrolments } = house.server.deps.store;
  const kept = found(await enrolments.attempt(learnerId, courseId, id));
  const { rules: _, ...older } = kept.value;
  await house.server.deps.store.commit([enrolments.putAttempt(older, kept.revision)]);
  const { attempts } = await phone.do("listAttempts", { params: { courseId } });
  expect(attempts).toMatchObject([{ id, state: "handed_in", percent: 11 }]);
  expect((await handIn(phone, id, answers)).percent).toBe(11);
  expect(await attemptIn(phone, id)).not.toHaveProperty("rules");
});

it("whoever decides about a hand-in sees each answer in words, what was put to what, and how it is marked", async () => {
  const { phone } = await learner();
  const taken = await takeTicket(phone, courseId);
  await phone.do("submitAttempt", handInOf(taken, courseId, [rightAnswer(ofKind("short"))]));
  const held = await phone.do("submitAttempt", handInOf(taken, courseId, halfRight(taken.items), { deviceId: "phone-of-her-sister" })); // prettier-ignore
  if (held.state === "graded") throw new Error("it was not held");
  const asked = { params: { flagId: held.flagId } };
  const { items, flag } = await nine.trainer.do("readFlag", asked);
  const given = (kind: Item["question"]) => {
    const line = found(items.find(({ itemId }) => itemId === ofKind(kind).id));
    const { texts, to, written, number, got, of, rule } = line.given;
    const words = texts.map((text) => text.fr).join(", ");
    return [kind, words, to?.map((text) => text.fr).join(", "), written?.join(), number, `${got}/${of} ${rule}`]; // prettier-ignore
  };
  expect(MARKED_KINDS.map(given)).toEqual([
    ["choice", "La mouillée", undefined, undefined, undefined, "0/1 choice"],
    ["multiple", "Un drap", undefined, undefined, undefined, "1/2 choices"],
    ["truefalse", "Vrai", undefined, undefined, undefined, "1/1 choice"],
    ["number", "", undefined, undefined, 7.6, "1/1 number"],
    ["short", "", undefined, "جَزّه", undefined, "1/1 short"],
    ["match", "Couper, Couper, Couper, Couper", "Ciseaux, Drap, Balance, Couteau", undefined, undefined, "2/4 pairs"],
    ["order", "Tondre, Trier, Peser, Attacher", undefined, undefined, undefined, "2/3 neighbours"],
    ["cloze", "bouillante", undefined, "Secher", undefined, "1/2 gaps"],
    ["hotspot", "Le menton", undefined, undefined, undefined, "1/2 choices"],
  ]); // prettier-ignore
  expect(flag).toMatchObject({ handIn: { percent: 62, rules: MARKING }, standing: { percent: 11, rules: MARKING } }); // prettier-ignore
  expect(flag.handIn?.claims?.openedAt).toBe(claims.openedAt);
});
