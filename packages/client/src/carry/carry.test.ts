import { ParcelContent } from "@twiza/contract";
import { afterEach, describe, expect, it, vi } from "vitest";
import { append } from "../outbox.ts";
import { flusher } from "../flush.ts";
import type { Phone } from "../phone.ts";
import { receipts } from "../receipts.ts";
import { standingOf } from "../standing.ts";
import { erase } from "../erase.ts";
import { answered, finished, handedIn } from "../testing/happenings.ts";
import { ourServer, tailOf } from "../testing/our-server.ts";
import { testPhone } from "../testing/phone.ts";
import { stateOf } from "../testing/state-of.ts";
import { waiting } from "../waiting.ts";
import { carried, carry, deliverAll, drop, tellWaiting } from "./carried.ts";
import { CarryFault } from "./fault.ts";
import { readText, textOf } from "./letter.ts";
import { parcelsOf } from "./parcels.ts";
import { deviceIdOf, keepPasses } from "./pass.ts";
import { takeReceipt } from "./receipt.ts";
import { MOST_SQUARES, openCollector, squaresOf } from "./squares.ts";

const server = ourServer();
const ids = {
  learnerId: `lrn_${"a".repeat(32)}`,
  courseId: `crs_${"b".repeat(32)}`,
};
const lesson = `les_${"c".repeat(32)}`;
const happened = (block: number) => answered(block, lesson, ids);
const PASS = { pass: "a.b.c", expiresAt: "2026-05-30T08:00:00.000Z" };
afterEach(() => vi.unstubAllGlobals());

/** A phone that was prepared while it had network. */
async function prepared(box = testPhone()): Promise<Phone> {
  const phone = box.open();
  await keepPasses(phone, [{ learnerId: ids.learnerId, ...PASS }]);
  return phone;
}
async function filled(count: number): Promise<Phone> {
  const phone = await prepared();
  for (let n = 0; n < count; n++) await append(phone, happened(n % 90));
  return phone;
}
const opened = async (parcel: string) => ParcelContent.parse((await server.open(parcel)).content);
const left = async (phone: Phone) => (await standingOf(phone, ids.learnerId)).waiting;
const reasonOf = async (work: Promise<unknown>): Promise<unknown> => {
  const error: unknown = await work.then(
    () => "nothing was refused",
    (fault: unknown) => fault,
  );
  return error instanceof CarryFault ? error.reason : error;
};

describe("a parcel", () => {
  it("holds what waits of one learner as the contract wants it, and only our server opens it", async () => {
    const phone = await prepared();
    const entries = [
      await append(phone, happened(1)),
      await append(phone, finished(9, lesson, ids)),
    ];
    const attemptId = `att_${"d".repeat(32)}`;
    const answers = [{ itemId: `itm_${"e".repeat(32)}`, options: ["a"] }];
    const offline = {
      ticket: "t.i.c",
      openedAt: "2026-03-01T08:00:00.000Z",
      closedAt: "2026-03-01T08:20:00.000Z",
    };
    const payload = { attemptId, answers, offline };
    const test = await append(phone, handedIn({ ...ids, payload }));
    await append(phone, answered(1, lesson, { ...ids, learnerId: "lrn_sister" }));
    const {
      parcels,
      entries: count,
      isOverdue,
    } = await parcelsOf(phone, ids.learnerId, server.sealing);
    expect([parcels.length, count, isOverdue]).toEqual([1, 3, false]);
    const { header } = await server.open(parcels[0] ?? "");
    expect(header).toMatchObject({ alg: "RSA-OAEP-256", enc: "A256GCM", zip: "DEF", kid: "ours" });
    const { things, ...about } = await opened(parcels[0] ?? "");
    expect(about).toEqual({ pass: PASS.pass, sealedAt: "2026-03-01T08:00:00.000Z" });
    expect(things).toEqual([
      {
        courseId: ids.courseId,
        events: entries.map(({ id, type, payload: told, at, seq }) => ({
          id,
          type,
          ...told,
          at,
          seq,
        })),
      },
      {
        courseId: ids.courseId,
        attemptId,
        handIn: { intentId: test.id, answers, offline: { ...offline, seq: test.seq } },
      },
    ]);
    expect(await left(phone)).toBe(3);
  });

  it("is sealed anew each time, and is opened also where the browser cannot compress", async () => {
    const phone = await filled(2);
    const one = await parcelsOf(phone, ids.learnerId, server.sealing);
    vi.stubGlobal("CompressionStream", undefined);
    const other = await parcelsOf(phone, ids.learnerId, server.sealing);
    expect(one.parcels[0]).not.toBe(other.parcels[0]);
    expect((await server.open(other.parcels[0] ?? "")).header).not.toHaveProperty("zip");
    expect((await opened(other.parcels[0] ?? "")).things).toEqual(
      (await opened(one.parcels[0] ?? "")).things,
    );
  });

  it("is not made on a phone that was never prepared, nor for whoever was taken off it", async () => {
    const bare = testPhone().open();
    await append(bare, happened(1));
    expect(await reasonOf(parcelsOf(bare, ids.learnerId, server.sealing))).toBe("no_pass");
    const phone = await filled(1);
    await erase(phone, ids.learnerId);
    await append(phone, happened(1));
    expect(await reasonOf(parcelsOf(phone, ids.learnerId, server.sealing))).toBe("no_pass");
  });

  it("is made though the phone's clock says that its pass is over, or that it is 1970", async () => {
    const box = testPhone();
    const phone = await prepared(box);
    await append(phone, happened(1));
    box.clock = Date.parse("2031-01-01T00:00:00Z");
    expect(await parcelsOf(phone, ids.learnerId, server.sealing)).toMatchObject({
      entries: 1,
      isOverdue: true,
    });
    const other = testPhone({ clock: 0 });
    const early = await prepared(other);
    await append(early, happened(1));
    const { parcels } = await parcelsOf(early, ids.learnerId, server.sealing);
    expect((await opened(parcels[0] ?? "")).sealedAt).toBe("1970-01-01T00:00:00.000Z");
  });
});

describe("a receipt", () => {
  it("moves what it names from the queue to the receipts, without network, and nothing else", async () => {
    const phone = await prepared();
    const [one, two, three, four] = [
      await append(phone, happened(1)),
      await append(phone, happened(2)),
      await append(phone, finished(9, `les_${"0".repeat(32)}`, ids)),
      await append(phone, happened(4)),
    ];
    const test = await append(phone, handedIn(ids));
    const token = server.receipt(await deviceIdOf(phone), {
      ok: tailOf(one.id) + tailOf(test.id),
      duplicate: tailOf(two.id),
      refused: [{ code: "lesson.unknown", entries: tailOf(three.id) }],
    });
    expect(await takeReceipt(phone, token, server.keys)).toEqual({
      arrived: 3,
      tests: 1,
      refused: 1,
      left: 0,
    });
    expect((await waiting(phone, ids.learnerId)).map(({ id }) => id)).toEqual([four.id]);
    const sent = await receipts(phone, ids.learnerId, "sent");
    expect(sent.map(({ entry, result }) => [entry.id, result])).toEqual([
      [test.id, "ok"],
      [two.id, "duplicate"],
      [one.id, "ok"],
    ]);
    expect(await receipts(phone, ids.learnerId, "refused")).toMatchObject([
      { entry: { id: three.id }, code: "lesson.unknown" },
    ]);
    // What was refused counts no longer; what arrived still does, though nobody told how far she is in all.
    expect((await stateOf(phone, ids)).progress).toEqual({ [lesson]: { reached: 4, done: false } });
  });

  it("taken twice, or of what has been sent meanwhile, changes nothing", async () => {
    const phone = await filled(2);
    const [one, two] = await waiting(phone, ids.learnerId);
    const token = server.receipt(await deviceIdOf(phone), {
      ok: tailOf(one?.id ?? "") + tailOf(two?.id ?? ""),
    });
    expect(await takeReceipt(phone, token, server.keys)).toMatchObject({ arrived: 2 });
    expect(await takeReceipt(phone, token, server.keys)).toMatchObject({ arrived: 0, refused: 0 });
    expect(await receipts(phone, ids.learnerId, "sent")).toHaveLength(2);
  });

  it("leaves her queue parked, for it does not show that she is signed in, and leaves what may be enrolled by then", async () => {
    const phone = await filled(2);
    const [one, two] = await waiting(phone, ids.learnerId);
    const token = server.receipt(await deviceIdOf(phone), {
      refused: [
        { code: "enrolment.missing", entries: tailOf(one?.id ?? "") },
        { code: "attempt.closed", entries: tailOf(two?.id ?? "") },
      ],
    });
    const away = () => Promise.reject(Object.assign(new Error(), { code: "session.required" }));
    await flusher(phone, { record: away, handIn: away })(ids.learnerId);
    expect(await takeReceipt(phone, token, server.keys)).toEqual({
      arrived: 0,
      tests: 0,
      refused: 1,
      left: 1,
    });
    expect(await standingOf(phone, ids.learnerId)).toMatchObject({
      waiting: 1,
      refused: 1,
      parkedSince: "2026-03-01T08:00:00.000Z",
    });
  });

  it("for another phone, by another signer, of another kind or changed is refused by its reason, and changes nothing", async () => {
    const phone = await filled(1);
    const [one] = await waiting(phone, ids.learnerId);
    const device = await deviceIdOf(phone);
    const ok = tailOf(one?.id ?? "");
    const token = server.receipt(device, { ok });
    const claims = { device, iat: 1, ok, duplicate: "", refused: [] };
    const [head = "", body = "", proof = ""] = token.split(".");
    const elsewhere = server.receipt("0195-another-device", { ok });
    const cases: [string, string][] = [
      [elsewhere, "other_phone"],
      [ourServer("ours").receipt(device, { ok }), "forged"],
      [ourServer("theirs").receipt(device, { ok }), "new_key"],
      [server.signed(claims, { typ: "twiza-ticket+jws" }), "forged"],
      [server.signed(claims, { alg: "none" }), "forged"],
      [`${head}.${elsewhere.split(".")[1] ?? ""}.${proof}`, "forged"],
      [`${head}.${body}.${proof.slice(0, -2)}`, "forged"],
      [`${token}.x`, "forged"],
      ["", "forged"],
    ];
    for (const [text, reason] of cases)
      expect(await reasonOf(takeReceipt(phone, text, server.keys))).toBe(reason);
    expect(await left(phone)).toBe(1);
    // Proven also where the browser cannot do it itself.
    vi.spyOn(crypto.subtle, "importKey").mockRejectedValue(new Error("Unrecognized name."));
    expect(
      await reasonOf(takeReceipt(phone, ourServer("ours").receipt(device, { ok }), server.keys)),
    ).toBe("forged");
    expect(await takeReceipt(phone, token, server.keys)).toMatchObject({ arrived: 1 });
    vi.restoreAllMocks();
  });
});

describe("carrying for somebody", () => {
  const isWaitingOn = (phone: Phone) =>
    new Promise<boolean>((resolve, reject) => void tellWaiting(phone, resolve).catch(reject));
  const failing = (code: string) => () =>
    Promise.reject(Object.assign(new Error(code), { code, title: "No.", detail: "Ask." }));

  it("keeps a parcel until there is network, once however often it is taken, and its receipt after that", async () => {
    const box = testPhone();
    const phone = box.open();
    await carry(phone, ["one", "two", "one"]);
    await carry(phone, ["one"]);
    expect(await carried(phone)).toHaveLength(2);
    for (const code of ["offline", "busy", "internal", "parcel.too_many"]) {
      await deliverAll(phone, failing(code));
      expect(await isWaitingOn(phone)).toBe(true);
    }
    expect((await carried(box.open())).every(({ receipt, refused }) => !receipt && !refused)).toBe(
      true,
    );
    const posted: string[] = [];
    const deliver = async (parcel: string) => (posted.push(parcel), `receipt of ${parcel}`);
    await deliverAll(phone, deliver);
    await deliverAll(phone, deliver);
    expect(await isWaitingOn(phone)).toBe(false);
    expect(posted.sort()).toEqual(["one", "two"]);
    const found = (await carried(phone)).find(({ parcel }) => parcel === "one");
    expect(found).toMatchObject({ receipt: "receipt of one" });
    await drop(phone, found?.id ?? "");
    expect(await carried(phone)).toHaveLength(1);
  });

  it("keeps why a parcel is not taken, in words, and holds no other back for it", async () => {
    const phone = testPhone().open();
    await carry(phone, ["bad", "good"]);
    const deliver = (parcel: string) =>
      parcel === "bad" ? failing("pass.expired")() : Promise.resolve("receipt");
    await deliverAll(phone, deliver);
    expect(await isWaitingOn(phone)).toBe(false);
    const told = Object.fromEntries((await carried(phone)).map((one) => [one.parcel, one]));
    expect(told["bad"]).toMatchObject({ refused: { title: "No.", detail: "Ask." } });
    expect(told["good"]).toMatchObject({ receipt: "receipt" });
  });

  it("says truly whether something waits, also while another tab takes something along", async () => {
    const box = testPhone();
    const [one, other] = [box.open(), box.open()];
    let mark = false;
    const note = (phone: Phone) => tellWaiting(phone, (isAny) => (mark = isAny));
    await note(one);
    expect(mark).toBe(false);
    const taking = carry(other, ["parcel"]).then(() => note(other));
    // This tab goes on saying what it sees, however the two come to lie between one another.
    for (let n = 0; n < 20; n++) await note(one);
    await taking;
    expect(mark).toBe(true);
    await deliverAll(one, () => carry(other, ["next"]).then(() => "receipt"));
    await note(one);
    expect(mark).toBe(true);
    await deliverAll(other, () => Promise.resolve("receipt"));
    await note(other);
    expect(mark).toBe(false);
  });

  it("lets go what she let go while it was being delivered", async () => {
    const phone = testPhone().open();
    await carry(phone, ["one"]);
    const [one] = await carried(phone);
    await deliverAll(phone, async () => {
      await drop(phone, one?.id ?? "");
      return "receipt";
    });
    expect(await carried(phone)).toEqual([]);
  });
});

describe("from phone to phone", () => {
  it("a file holds parcels or receipts, and says which it is when the other was wanted", async () => {
    const phone = await filled(150);
    const { parcels } = await parcelsOf(phone, ids.learnerId, server.sealing);
    const receipt = server.receipt("a-device-of-hers", {});
    expect(readText(textOf(parcels), "parcel")).toEqual(parcels);
    expect(readText(textOf([receipt]).replaceAll("\n", "\r\n"), "receipt")).toEqual([receipt]);
    const reason = (text: string, wanted: "parcel" | "receipt") =>
      reasonOf(Promise.resolve().then(() => readText(text, wanted)));
    expect(await reason(textOf(parcels), "receipt")).toBe("parcel");
    expect(await reason(textOf([receipt]), "parcel")).toBe("receipt");
    for (const text of [
      "",
      "hello\n",
      "{}",
      "a.b.c",
      "\u0000\u0001",
      server.signed({}, { typ: "twiza-ticket+jws" }),
    ])
      expect(await reason(text, "parcel")).toBe("foreign");
    const whole = textOf(parcels);
    expect(await reason(whole.slice(0, -20), "parcel")).toBe("broken");
    expect(await reason(`${whole}more`, "parcel")).toBe("broken");
    expect(await reason(textOf([receipt.slice(0, -3)]), "receipt")).toBe("broken");
  });

  it("squares seen in any order, some of them twice, give back the very text", async () => {
    const phone = await filled(100);
    const { parcels } = await parcelsOf(phone, ids.learnerId, server.sealing);
    const text = textOf(parcels);
    const squares = await squaresOf(text);
    expect(squares.length).toBeGreaterThan(1);
    expect(squares.length).toBeLessThanOrEqual(MOST_SQUARES);
    const collector = openCollector();
    const seen = [...squares].reverse();
    expect(await collector.see(seen[0] ?? "")).toEqual({
      state: "more",
      seen: 1,
      total: squares.length,
    });
    let last = await collector.see(seen[0] ?? "");
    for (const square of seen) last = await collector.see(square);
    expect(last).toEqual({ state: "whole", text });
  });

  it("squares of two rows are not mixed, and none of ours is told apart", async () => {
    const [one, two] = [await squaresOf("a".repeat(1500)), await squaresOf("b".repeat(1500))];
    const collector = openCollector();
    await collector.see(one[0] ?? "");
    expect(await collector.see(two[1] ?? "")).toEqual({ state: "other" });
    expect(await collector.see("https://example.org")).toEqual({ state: "foreign" });
    expect(await collector.see("TWIZA:aaaaaaaa:3:2:x")).toEqual({ state: "foreign" });
    expect(await collector.see(one[1] ?? "")).toMatchObject({ state: "more", seen: 2 });
    expect(await collector.see(one[2] ?? "")).toMatchObject({ state: "whole" });
    collector.again();
    expect(await collector.see(two[0] ?? "")).toMatchObject({ state: "more", seen: 1 });
    const changed = (two[2] ?? "").replace("bbb", "ccc");
    await collector.see(two[1] ?? "");
    expect(await collector.see(changed)).toEqual({ state: "broken" });
    // It begins anew by itself.
    expect(await collector.see(one[0] ?? "")).toMatchObject({ state: "more", seen: 1 });
  });
});

it("a parcel of few things is a few squares, and the figure is what the screen says", async () => {
  const phone = await filled(5);
  const { parcels } = await parcelsOf(phone, ids.learnerId, server.sealing);
  expect((await squaresOf(textOf(parcels))).length).toBeLessThanOrEqual(4);
});
