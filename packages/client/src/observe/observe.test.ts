import { beforeEach, describe, expect, it } from "vitest";
import { testPhone } from "../testing/phone.ts";
import { judged, lackingIn, marked, noted, openIn, seenIn } from "./draft.ts";
import type { Draft, Filled, KeptPhoto } from "./kept.ts";
import { observationFlusher, type ObservingPost } from "./send.ts";
import { byUrgency, standingTo } from "./standing.ts";
import {
  begin,
  draftOf,
  dropPhoto,
  finish,
  keepDraft,
  keepPhoto,
  letGo,
  photosOf,
  readAll,
  tryAgain,
} from "./store.ts";
import { ABOUT, CHECKLIST, LEARNER } from "./testing.ts";

const SAVING = { at: "2026-03-01T08:00:00.000Z", deviceId: "a-phone-of-hers" };
const PHOTO: KeptPhoto = { intentId: "one", type: "image/webp", bytes: new ArrayBuffer(8) };
const NOTHING = { drafts: [], filled: [], sent: [] };

let handset: ReturnType<typeof testPhone>;
let phone: ReturnType<typeof handset.open>;
beforeEach(() => {
  handset = testPhone();
  phone = handset.open();
});
const hers = () => ({ phone, account: "acc_hers" });

function judgedDraft(): Draft {
  const first = marked(begin(phone, ABOUT), "clean", "met");
  return noted(marked(first, "warm", "met"), "warm", " slowly ");
}
async function waits(draft = judgedDraft()): Promise<Draft> {
  await keepDraft(hers(), draft);
  await finish(hers(), { draft, checklist: CHECKLIST }, SAVING);
  return draft;
}

/** A server that takes photos and observations, and remembers each call. `fail` is thrown as often as it holds something. */
function server(fail: { photo?: string[]; record?: string[] } = {}) {
  const photos: string[] = [];
  const records: Filled[] = [];
  const post: ObservingPost = {
    photo: async ({ intentId }) => {
      const code = fail.photo?.shift();
      if (code) throw Object.assign(new Error(code), { code });
      photos.push(intentId);
    },
    record: async (filled) => {
      const code = fail.record?.shift();
      if (code)
        throw Object.assign(new Error(code), { code, title: "Said by the server", language: "fr" });
      records.push(filled);
      return { observation: { confirmation: { state: "confirmed", by: "pin", at: SAVING.at } }, pins: "ok" }; // prettier-ignore
    },
  };
  return { photos, records, flush: observationFlusher(phone, post) };
}

describe("an observation that is filled", () => {
  it("says of each criterion what was seen, in the order of the checklist, and nothing of others", () => {
    const draft = marked(judgedDraft(), "gone", "met");
    expect(seenIn(CHECKLIST, draft)).toEqual([
      { criterion: "clean", result: "met" },
      { criterion: "warm", result: "met", note: "slowly" },
      { criterion: "clear", result: "not_seen" },
    ]);
    expect(openIn(CHECKLIST, draft)).toBe(1);
  });

  it("is passed by the rule that the server has: no share makes up for a critical step", () => {
    expect(judged(CHECKLIST, judgedDraft())).toMatchObject({ passed: true, met: 2, of: 3 });
    const spoilt = marked(marked(judgedDraft(), "clear", "met"), "clean", "not_met");
    expect(judged(CHECKLIST, spoilt)).toMatchObject({ passed: false, met: 2, critical: ["clean"] });
  });

  it("takes an answer back when the same is given twice", () => {
    const draft = marked(marked(begin(phone, ABOUT), "clean", "met"), "clean", "met");
    expect(lackingIn(CHECKLIST, draft)).toBe("nothing");
  });

  it("asks for a photo where the checklist wants one", () => {
    const wanting = { ...CHECKLIST, photo: "required" as const };
    expect(lackingIn(wanting, judgedDraft())).toBe("photo");
    expect(lackingIn(wanting, { ...judgedDraft(), photos: [PHOTO] })).toBeUndefined();
  });

  it("outlives the page, with its photos, and another observer on the phone sees none of it", async () => {
    const draft = { ...judgedDraft(), photos: [PHOTO] };
    await keepPhoto(hers(), draft, PHOTO);
    phone = handset.open();
    expect(await draftOf(hers(), ABOUT)).toEqual(draft);
    expect(await photosOf(hers(), draft.id)).toHaveLength(1);
    const other = { phone, account: "acc_other" };
    expect(await draftOf(other, ABOUT)).toBeUndefined();
    expect(await readAll(other)).toMatchObject({ drafts: [], filled: [], taken: [] });
    expect(await photosOf(other, draft.id)).toEqual([]);
  });

  it("loses a photo that is taken away, and keeps the others", async () => {
    const both = { ...judgedDraft(), photos: [PHOTO, { ...PHOTO, intentId: "two" }] };
    for (const intentId of ["one", "two"]) await keepPhoto(hers(), both, { ...PHOTO, intentId });
    await dropPhoto(hers(), { ...both, photos: [PHOTO] }, "two");
    expect((await photosOf(hers(), both.id)).map(({ intentId }) => intentId)).toEqual(["one"]);
  });

  it("is saved though the phone had no room for its draft, and no late word makes a draft of it again", async () => {
    const draft = judgedDraft();
    await finish(hers(), { draft, checklist: CHECKLIST }, SAVING);
    await keepDraft(hers(), draft);
    const { drafts, filled } = await readAll(hers());
    expect([drafts.length, filled.length]).toEqual([0, 1]);
  });

  it("waits once, however often it is saved", async () => {
    const draft = await waits();
    await finish(hers(), { draft, checklist: CHECKLIST }, SAVING);
    const { drafts, filled } = await readAll(hers());
    expect([drafts.length, filled.length]).toEqual([0, 1]);
    expect(filled[0]?.body).toMatchObject({ id: draft.id, claims: SAVING });
    expect(JSON.stringify(filled)).not.toContain('"marks"');
  });
});

describe("what waits of an observer", () => {
  it("is sent with its photos first, and leaves nothing behind but what became of it", async () => {
    const draft = { ...judgedDraft(), photos: [PHOTO] };
    await keepPhoto(hers(), draft, PHOTO);
    await waits(draft);
    const { flush, photos, records } = server();
    expect(await flush("acc_hers")).toEqual({ state: "sent" });
    expect([photos, records.length]).toEqual([["one"], 1]);
    const { filled, sent } = await readAll(hers());
    expect([filled, sent.length, sent[0]?.pins]).toEqual([[], 1, "ok"]);
    expect(await photosOf(hers(), draft.id)).toEqual([]);
    expect(await flush("acc_hers")).toEqual({ state: "sent" });
    expect(records).toHaveLength(1);
  });

  it("goes on after a cut network with the same name, and sends no photo twice", async () => {
    const draft = { ...judgedDraft(), photos: [PHOTO] };
    await keepPhoto(hers(), draft, PHOTO);
    await waits(draft);
    const { flush, photos, records } = server({ record: ["offline"] });
    expect(await flush("acc_hers")).toMatchObject({ state: "later" });
    const before = (await readAll(hers())).filled;
    await flush("acc_hers");
    expect(photos).toEqual(["one"]);
    expect(records).toEqual(before);
  });

  it("waits for her to sign in, untouched, and is not sent as somebody else's", async () => {
    await waits();
    const { flush, records } = server({ record: ["session.required"] });
    expect(await flush("acc_other")).toEqual({ state: "sent" });
    expect(await flush("acc_hers")).toEqual({ state: "parked" });
    const all = await readAll(hers());
    expect([all.filled.length, all.parkedSince !== undefined, records.length]).toEqual([
      1,
      true,
      0,
    ]);
    await flush("acc_hers");
    expect((await readAll(hers())).parkedSince).toBeUndefined();
  });

  it("stays with the reason where it is refused, keeps no other back, and can be sent again or let go", async () => {
    const draft = { ...judgedDraft(), photos: [PHOTO] };
    await keepPhoto(hers(), draft, PHOTO);
    await waits(draft);
    await waits({ ...judgedDraft(), checklistId: "chk_other" });
    const { flush, records } = server({ record: ["observation.own"] });
    await flush("acc_hers");
    expect(records).toHaveLength(1);
    const [refused] = (await readAll(hers())).refused;
    expect(refused?.why).toMatchObject({ code: "observation.own", title: "Said by the server" });
    expect(await photosOf(hers(), draft.id)).toHaveLength(1);
    if (!refused) throw new Error("It was refused.");
    await tryAgain(hers(), refused);
    expect((await readAll(hers())).filled[0]).toEqual(refused.filled);
    await letGo(hers(), refused);
    expect((await readAll(hers())).filled).toHaveLength(1);
  });

  it("brings photos again that the server has lost, and gives up only after three times", async () => {
    const draft = { ...judgedDraft(), photos: [PHOTO] };
    await keepPhoto(hers(), draft, PHOTO);
    await waits(draft);
    const { flush, photos } = server({ record: ["upload.missing", "upload.missing", "upload.missing"] }); // prettier-ignore
    expect(await flush("acc_hers")).toEqual({ state: "later" });
    expect(await flush("acc_hers")).toEqual({ state: "later" });
    expect(await flush("acc_hers")).toEqual({ state: "sent" });
    expect(photos).toEqual(["one", "one", "one"]);
    expect((await readAll(hers())).refused).toHaveLength(1);
  });

  it("never takes a fault of ours for an answer, and goes on with the next", async () => {
    await waits();
    await waits({ ...judgedDraft(), checklistId: "chk_other" });
    const { flush, records } = server({ record: ["internal"] });
    expect(await flush("acc_hers")).toEqual({ state: "later" });
    expect(records).toHaveLength(1);
    expect((await readAll(hers())).filled).toHaveLength(1);
  });
});

describe("who is still to be seen", () => {
  const told = (state: string) => ({
    ...LEARNER,
    observed: { [CHECKLIST.id]: { state } as never },
  });

  it("is told by all that the server and this phone know", async () => {
    const draft = judgedDraft();
    expect(standingTo(LEARNER, CHECKLIST.id, NOTHING)).toBe("not_seen");
    expect(standingTo(LEARNER, CHECKLIST.id, { ...NOTHING, drafts: [draft] })).toBe("begun");
    await waits(draft);
    const { filled } = await readAll(hers());
    expect(standingTo(told("waiting"), CHECKLIST.id, { ...NOTHING, filled })).toBe("unsent");
    await server().flush("acc_hers");
    const { sent } = await readAll(hers());
    expect(standingTo(LEARNER, CHECKLIST.id, { ...NOTHING, sent })).toBe("passed");
    expect(standingTo(told("passed"), CHECKLIST.id, { ...NOTHING, drafts: [draft] })).toBe(
      "passed",
    );
  });

  it("comes first; who passed comes later, and who looks is last", () => {
    const self = { ...LEARNER, name: "Aicha", self: true };
    const passed = { ...told("passed"), name: "Badia" };
    const list = byUrgency([self, passed, LEARNER], (one) =>
      standingTo(one, CHECKLIST.id, NOTHING),
    );
    expect(list.map(({ name }) => name)).toEqual(["Fatima", "Badia", "Aicha"]);
  });
});
