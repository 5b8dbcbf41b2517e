import * as fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { testPhone } from "../testing/phone.ts";
import { keepPiece, keepText, dropPiece, lackingIn, pieceOf, beginFrom } from "./draft.ts";
import type { About, Filled, KeptPiece } from "./kept.ts";
import { workFlusher, type WorkPost } from "./send.ts";
import { stateOfWork, workStanding } from "./standing.ts";
import {
  eraseWork,
  handIn,
  keepTold,
  letGo,
  readAll,
  readTold,
  sendNow,
  takeBack,
  tryAgain,
  unsentWork,
} from "./store.ts";

const ABOUT: About = {
  courseId: "crs_a",
  assignmentId: "asg_a",
  version: 3,
  title: { fr: "Montrez votre atelier" },
};
const HANDING = {
  ...{ at: "2026-03-01T08:00:00.000Z", deviceId: "a-phone" },
  ...{ version: 3, isNow: true },
};
const photo = (intentId: string): KeptPiece => ({
  ...{ intentId, kind: "photo", type: "image/webp" },
  ...{ size: 8, bytes: new ArrayBuffer(8) },
});

let handset: ReturnType<typeof testPhone>;
let phone: ReturnType<typeof handset.open>;
beforeEach(() => {
  handset = testPhone();
  phone = handset.open();
});
const hers = () => ({ phone, learner: "lrn_hers" });
const failing = (code: string): never => {
  throw Object.assign(new Error(code), { code, title: "Said by the server", language: "fr" });
};

/** A server that takes pieces and work by their names; `fail` says what becomes of the next calls: `lost` is taken, and nobody hears of it. */
function server(fail: { piece?: string[]; submit?: string[] } = {}, isFree = true) {
  const pieces: string[] = [];
  const taken = new Map<string, Filled["body"] & { readonly pieces: readonly string[] }>();
  const calls: string[] = [];
  const post: WorkPost = {
    piece: async (_, { intentId }) => {
      const next = fail.piece?.shift();
      if (next && next !== "lost") failing(next);
      pieces.push(intentId);
      if (next) failing("offline");
    },
    submit: async (_, { id, body, pieces: named }) => {
      calls.push(id);
      const next = fail.submit?.shift();
      if (next && next !== "lost") failing(next);
      const names = named.map(({ intentId }) => intentId);
      if (names.some((name) => !pieces.includes(name))) failing("upload.missing");
      taken.set(id, { ...body, pieces: names });
      if (next) failing("offline");
    },
  };
  return { pieces, taken, calls, flush: workFlusher(phone, { post, isFree: () => isFree }) };
}

async function draft() {
  const [found] = (await readAll(hers())).drafts;
  if (!found) throw new Error("She is at nothing.");
  return found;
}
async function handed(text = "Un atelier propre", isNow = true) {
  await keepText(hers(), ABOUT, { text });
  const { id } = await draft();
  await handIn(hers(), { ...ABOUT, id }, { ...HANDING, isNow });
  return id;
}

describe("work that she is at", () => {
  it("outlives the page with its pieces, and no other learner of the phone sees any of it", async () => {
    await keepText(hers(), ABOUT, { text: "Un" });
    await keepPiece(hers(), ABOUT, photo("one"));
    await keepText(hers(), ABOUT, { text: "Un atelier" });
    phone = handset.open();
    expect(await draft()).toMatchObject({ text: "Un atelier", pieces: [{ intentId: "one" }] });
    expect((await pieceOf(hers(), "one"))?.bytes.byteLength).toBe(8);
    const other = { phone, learner: "lrn_other" };
    expect(await readAll(other)).toMatchObject({ drafts: [], filled: [], refused: [], sent: [] });
    expect(await pieceOf(other, "one")).toBeUndefined();
  });

  it("is added to from two tabs, and neither takes away what the other put there", async () => {
    const other = { phone: handset.open(), learner: "lrn_hers" };
    await Promise.all([
      keepPiece(hers(), ABOUT, photo("one")),
      keepPiece(other, ABOUT, photo("two")),
      keepText(other, ABOUT, { text: "Un atelier" }),
    ]);
    const { text, pieces } = await draft();
    expect(text).toBe("Un atelier");
    expect(pieces.map(({ intentId }) => intentId).sort()).toEqual(["one", "two"]);
  });

  it("holds six pieces, and gives back the room of one that is taken out", async () => {
    for (const name of ["a", "b", "c", "d", "e", "f"])
      expect(await keepPiece(hers(), ABOUT, photo(name))).toBe(true);
    expect(await keepPiece(hers(), ABOUT, photo("g"))).toBe(false);
    await dropPiece(hers(), ABOUT, "b");
    expect(await pieceOf(hers(), "b")).toBeUndefined();
    expect(await keepPiece(hers(), ABOUT, photo("g"))).toBe(true);
  });

  it("cannot be handed in empty, nor with what is not taken", async () => {
    await keepText(hers(), ABOUT, { text: "  " });
    const empty = await draft();
    expect(lackingIn({ takes: ["text"] }, empty)).toBe("empty");
    expect(lackingIn({ takes: ["photo"] }, { ...empty, text: "Un" })).toBe("kind");
    expect(lackingIn({ takes: ["text"] }, { ...empty, pieces: [photo("one")] })).toBe("kind");
    expect(lackingIn({ takes: ["photo"] }, { ...empty, pieces: [photo("one")] })).toBeUndefined();
  });

  it("begins from former words, and leaves alone what is begun already", async () => {
    await beginFrom(hers(), ABOUT, "Comme avant");
    await keepText(hers(), ABOUT, { text: "Mieux" });
    await beginFrom(hers(), ABOUT, "Comme avant");
    expect((await draft()).text).toBe("Mieux");
  });
});

describe("work that is handed in", () => {
  it("waits once however often it is handed in, and no late letter of another tab begins another", async () => {
    const id = await handed();
    expect(await handIn(hers(), { ...ABOUT, id }, HANDING)).toBe(false);
    await keepText(hers(), ABOUT, { text: "Un atelier propre et", of: id });
    const { drafts, filled } = await readAll(hers());
    expect([drafts.length, filled.length]).toEqual([0, 1]);
    expect(filled[0]?.body).toMatchObject({ id, text: "Un atelier propre", version: 3 });
  });

  it("leaves out what nobody writes and the server takes from nobody, and no line", async () => {
    await handed("Un\u0000 atelier\n\tpropre\ud800 \u{1f33f}");
    const [filled] = (await readAll(hers())).filled;
    expect(filled?.body.text).toBe("Un atelier\n\tpropre \u{1f33f}");
  });

  it("is sent with its pieces first, and leaves nothing behind but that it went", async () => {
    await keepPiece(hers(), ABOUT, photo("one"));
    const id = await handed();
    const { flush, pieces, taken } = server();
    expect(await flush("lrn_hers")).toEqual({ state: "sent" });
    expect([pieces, taken.get(id)?.pieces]).toEqual([["one"], ["one"]]);
    expect(await readAll(hers())).toMatchObject({ filled: [], sent: [{ id }] });
    expect(await pieceOf(hers(), "one")).toBeUndefined();
  });

  it("waits for a network that costs nothing, unless she says now", async () => {
    const id = await handed("Un", false);
    const { flush, calls } = server({}, false);
    expect(await flush("lrn_hers")).toEqual({ state: "sent" });
    expect(calls).toEqual([]);
    await sendNow(hers(), id);
    await flush("lrn_hers");
    expect(calls).toEqual([id]);
  });

  it("can be taken back until it has set out, and is other work from then on", async () => {
    await keepPiece(hers(), ABOUT, photo("one"));
    const id = await handed();
    const [filled] = (await readAll(hers())).filled;
    if (!filled) throw new Error("It waits.");
    expect(await takeBack(hers(), filled)).toBeUndefined();
    const again = await draft();
    expect(again).toMatchObject({ text: "Un atelier propre", pieces: [{ intentId: "one" }] });
    expect(again.id).not.toBe(id);
    await handIn(hers(), again, HANDING);
    const { flush } = server({ submit: ["lost"] });
    await flush("lrn_hers");
    const [under] = (await readAll(hers())).filled;
    expect(under && (await takeBack(hers(), under))).toBe("gone");
  });

  it("waits for her to sign in, untouched, and is not sent as somebody else's", async () => {
    await handed();
    const { flush, taken } = server({ submit: ["session.required"] });
    expect(await flush("lrn_other")).toEqual({ state: "sent" });
    expect(await flush("lrn_hers")).toEqual({ state: "parked" });
    expect((await readAll(hers())).parkedSince).toBeDefined();
    await flush("lrn_hers");
    expect([taken.size, (await readAll(hers())).parkedSince]).toEqual([1, undefined]);
  });

  it("stays with the reason where it is refused, holds no other back, and can be sent again, mended or let go", async () => {
    await keepPiece(hers(), ABOUT, photo("one"));
    await handed();
    await keepText(hers(), { ...ABOUT, assignmentId: "asg_b" }, { text: "Autre" });
    const other = await draft();
    await handIn(hers(), other, HANDING);
    const { flush, taken } = server({ submit: ["assignment.no_group", "", "assignment.no_group"] });
    await flush("lrn_hers");
    expect([...taken.keys()]).toEqual([other.id]);
    const [refused] = (await readAll(hers())).refused;
    if (!refused) throw new Error("It was refused.");
    expect(refused.why).toMatchObject({ code: "assignment.no_group", title: "Said by the server" });
    expect(await pieceOf(hers(), "one")).toBeDefined();
    await tryAgain(hers(), refused);
    await flush("lrn_hers");
    expect(await takeBack(hers(), refused.filled)).toBeUndefined();
    expect((await draft()).pieces).toHaveLength(1);
    await letGo(hers(), refused);
    expect(await pieceOf(hers(), "one")).toBeDefined();
  });

  it("brings pieces again that the server has lost, and gives up only after three times", async () => {
    await keepPiece(hers(), ABOUT, photo("one"));
    await handed();
    const lost = ["upload.missing", "upload.missing", "upload.missing"];
    const { flush, pieces } = server({ submit: lost });
    expect(await flush("lrn_hers")).toEqual({ state: "later" });
    expect(await flush("lrn_hers")).toEqual({ state: "later" });
    expect(await flush("lrn_hers")).toEqual({ state: "sent" });
    expect(pieces).toEqual(["one", "one", "one"]);
    expect((await readAll(hers())).refused).toHaveLength(1);
  });

  it("is counted before she leaves this phone, and erased with her, nobody else's", async () => {
    await keepPiece(hers(), ABOUT, photo("one"));
    await handed();
    await keepText(hers(), ABOUT, { text: "Encore" });
    await keepTold(hers(), "crs_a", []);
    const other = { phone, learner: "lrn_other" };
    await keepText(other, ABOUT, { text: "À moi" });
    expect(await unsentWork(phone, "lrn_hers")).toBe(2);
    await eraseWork(phone, "lrn_hers");
    expect(await unsentWork(phone, "lrn_hers")).toBe(0);
    expect(await pieceOf(hers(), "one")).toBeUndefined();
    expect(await readTold(hers(), "crs_a")).toBeUndefined();
    expect(await unsentWork(phone, "lrn_other")).toBe(1);
  });
});

/** What may happen, in any order: her doings in two tabs, restarts, and what becomes of each call. */
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant("write" as const), text: fc.string({ minLength: 1, maxLength: 4, unit: "grapheme-ascii" }) }) }, // prettier-ignore
  { weight: 2, arbitrary: fc.constant({ do: "add" as const }) },
  { weight: 1, arbitrary: fc.constant({ do: "drop" as const }) },
  { weight: 3, arbitrary: fc.constant({ do: "hand in" as const }) },
  { weight: 1, arbitrary: fc.constant({ do: "take back" as const }) },
  { weight: 1, arbitrary: fc.constant({ do: "restart" as const }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("send" as const),
      piece: fc.array(fc.constantFrom("", "offline", "lost"), { maxLength: 3 }),
      submit: fc.array(fc.constantFrom("", "offline", "lost", "internal"), { maxLength: 3 }),
    }),
  },
);

describe("whatever happens, in whichever order", () => {
  it("hands each work in once, as it stood, and loses none", async () => {
    const { taken, flush, fail } = told();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        taken.clear();
        handset = testPhone();
        phone = handset.open();
        /** What she handed in and did not take back, by id. */
        const expected = new Map<string, { text: string; pieces: readonly string[] }>();
        let now: { text: string; pieces: string[] } = { text: "", pieces: [] };
        let made = 0;
        for (const one of steps) {
          const owner = hers();
          if (one.do === "restart") phone = handset.open();
          if (one.do === "write") {
            now = { ...now, text: one.text };
            await keepText(owner, ABOUT, { text: one.text });
          }
          if (one.do === "add") {
            const name = `piece-${(made += 1)}`;
            if (await keepPiece(owner, ABOUT, photo(name)))
              now = { ...now, pieces: [...now.pieces, name] };
          }
          if (one.do === "drop" && now.pieces[0]) {
            await dropPiece(owner, ABOUT, now.pieces[0]);
            now = { ...now, pieces: now.pieces.slice(1) };
          }
          if (one.do === "hand in") {
            const [at] = (await readAll(owner)).drafts;
            if (at && (await handIn(owner, at, HANDING))) {
              expected.set(at.id, now);
              now = { text: "", pieces: [] };
            }
          }
          if (one.do === "take back") {
            const [filled] = (await readAll(owner)).filled;
            if (filled && (await takeBack(owner, filled)) === undefined) {
              now = { ...now, ...(expected.get(filled.id) as typeof now) };
              now.text = now.text.trim();
              expected.delete(filled.id);
            }
          }
          if (one.do === "send") {
            fail(one);
            // Two tabs at once; the lock that keeps them apart may be missing.
            await Promise.all([flush("lrn_hers"), flush("lrn_hers")]);
          }
        }
        fail({ piece: [], submit: [] });
        await flush("lrn_hers");
        const all = await readAll(hers());
        expect(all.filled.length + all.refused.length).toBe(0);
        expect(
          sorted([...taken].map(([id, { text = "", pieces }]) => ({ id, text, pieces }))),
        ).toEqual(
          sorted(
            [...expected].map(([id, { text, pieces }]) => ({ id, text: text.trim(), pieces })),
          ),
        );
        const [left] = all.drafts;
        expect({ text: left?.text ?? "", pieces: left?.pieces.map(({ intentId }) => intentId) ?? [] }).toEqual(now); // prettier-ignore
        for (const name of now.pieces) expect(await pieceOf(hers(), name)).toBeDefined();
      }),
      { numRuns: 60 },
    );
  });
});
const sorted = <T extends { readonly id: string }>(all: readonly T[]): T[] =>
  [...all].sort((a, b) => a.id.localeCompare(b.id));

/** One server for all runs, told anew what becomes of the next calls. */
function told() {
  let coming: { piece: string[]; submit: string[] } = { piece: [], submit: [] };
  const pieces = new Set<string>();
  const taken = new Map<string, { text?: string | undefined; pieces: readonly string[] }>();
  const post: WorkPost = {
    piece: async (_, { intentId }) => {
      const next = coming.piece.shift() ?? "";
      if (next === "offline") failing(next);
      pieces.add(intentId);
      if (next) failing("offline");
    },
    submit: async (_, { id, body, pieces: named }) => {
      const next = coming.submit.shift() ?? "";
      if (next && next !== "lost") failing(next);
      const names = named.map(({ intentId }) => intentId);
      if (names.some((name) => !pieces.has(name))) failing("upload.missing");
      const before = taken.get(id);
      const same = { text: body.text, pieces: names };
      // The same name with other work is refused for good.
      if (before) expect(same).toEqual(before);
      taken.set(id, same);
      if (next) failing("offline");
    },
  };
  return {
    taken,
    fail: (wanted: typeof coming) =>
      (coming = { piece: [...wanted.piece], submit: [...wanted.submit] }),
    flush: (learner: string) => workFlusher(phone, { post, isFree: () => true })(learner),
  };
}

describe("how she stands to an assignment", () => {
  const asked = { id: "asg_a", triesAllowed: 3 };
  const nothing = { drafts: [], filled: [], refused: [], sent: [] };
  const submission = (more: object) =>
    ({ id: "sub_x", assignmentId: "asg_a", state: "waiting", markings: [], ...more }) as never;
  const mark = (percent: number, passed: boolean) => ({ state: "marked", outcome: { by: "one", percent, passed, at: `2026-03-0${percent % 9}T00:00:00.000Z` } }); // prettier-ignore

  it("is told by all that the server and this phone know; what lies here comes first", async () => {
    expect(stateOfWork(workStanding(asked, { mine: nothing }))).toBe("none");
    await keepText(hers(), ABOUT, { text: "Un" });
    const begun = workStanding(asked, { mine: await readAll(hers()), told: [submission({})] });
    expect([stateOfWork(begun), begun.known]).toEqual(["begun", "waiting"]);
    const { id } = await draft();
    await handIn(hers(), { ...ABOUT, id }, HANDING);
    expect(stateOfWork(workStanding(asked, { mine: await readAll(hers()) }))).toBe("unsent");
    await server().flush("lrn_hers");
    const mine = await readAll(hers());
    expect(stateOfWork(workStanding(asked, { mine }))).toBe("sent");
    expect(stateOfWork(workStanding(asked, { mine, told: [submission({ id })] }))).toBe("waiting");
    const second = [submission({ id, state: "second" })];
    expect(stateOfWork(workStanding(asked, { mine, told: second }))).toBe("marking");
  });

  it("the best mark counts, and each mark is a try", () => {
    const told = [submission(mark(40, false)), submission(mark(80, true)), submission(mark(30, false))]; // prettier-ignore
    expect(workStanding(asked, { mine: nothing, told })).toMatchObject({ known: "passed", percent: 80, triesLeft: 0 }); // prettier-ignore
    expect(workStanding(asked, { mine: nothing, told: [submission(mark(40, false))] })).toMatchObject({ known: "not_passed", triesLeft: 2 }); // prettier-ignore
    const handed = { state: "not_passed", submissionId: "sub_x", at: "2026-03-01T00:00:00.000Z", percent: 50, tries: 1, waiting: 1 }; // prettier-ignore
    expect(workStanding(asked, { mine: nothing, handed: handed as never })).toMatchObject({ known: "waiting", percent: 50, triesLeft: 2 }); // prettier-ignore
  });
});
