import type { Message } from "@twiza/core";
import { beforeEach, describe, expect, test } from "vitest";
import { memoryRecords, movableClock } from "../testing/index.ts";
import { CODE_TRIES } from "./code-row.ts";
import { openCodes, type CodeLimits, type Codes } from "./code.ts";

const minute = 60_000;

describe("a one-time code", () => {
  let clock: ReturnType<typeof movableClock>;
  let messages: Message[];
  let records: ReturnType<typeof memoryRecords>;
  let codes: Codes;
  const open = (limits?: Partial<CodeLimits>) =>
    openCodes({
      records,
      clock,
      secret: "a secret",
      messenger: {
        send: async (message) => {
          messages.push(message);
        },
      },
      ...(limits && { limits }),
    });
  beforeEach(() => {
    clock = movableClock("2026-03-01T08:00:00.000Z");
    messages = [];
    records = memoryRecords(clock);
    codes = open();
  });
  const send = async (over: Partial<Parameters<Codes["send"]>[0]> = {}) => {
    await codes.send({
      interaction: "i1",
      contact: "+212612345678",
      address: "10.0.0.1",
      message: (code) => ({ subject: code, text: code }),
      ...over,
    });
    return messages.at(-1)?.subject ?? "";
  };
  /** A code of as many digits that is not this one. */
  const wrong = (code: string, n = 1) =>
    String((Number(code) + n) % 10 ** code.length).padStart(code.length, "0");

  test("lets its owner in once", async () => {
    const code = await send();
    expect(code).toMatch(/^[0-9]{6}$/);
    expect(await codes.check("i1", code)).toEqual({ outcome: "right", contact: "+212612345678" });
    expect(await codes.check("i1", code)).toEqual({ outcome: "expired" });
  });

  test("may be typed with spaces and with Arabic digits", async () => {
    const code = await send();
    const arabic = code.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
    const typed = ` ${arabic.slice(0, 3)} \u200F- ${arabic.slice(3)}`;
    expect((await codes.check("i1", typed)).outcome).toBe("right");
  });

  test("cannot be found by 200 guesses at once, and then even the right one is refused", async () => {
    const code = await send();
    const guesses = Array.from({ length: 200 }, (_, n) => codes.check("i1", wrong(code, n + 1)));
    const outcomes = (await Promise.all(guesses)).map((checked) => checked.outcome);
    expect(outcomes.filter((outcome) => outcome === "wrong")).toHaveLength(CODE_TRIES);
    expect(outcomes.filter((outcome) => outcome === "locked")).toHaveLength(200 - CODE_TRIES);
    expect(await codes.check("i1", code)).toEqual({ outcome: "locked" });
  });

  test("opens the door to one of many who type it at once", async () => {
    const code = await send();
    const all = await Promise.all(Array.from({ length: 5 }, () => codes.check("i1", code)));
    expect(all.filter((checked) => checked.outcome === "right")).toHaveLength(1);
  });

  /** Holds back the spending of a right code until something else has happened to its row. */
  function holdSpending() {
    const { promise: released, resolve } = Promise.withResolvers();
    const write = records.write.bind(records);
    records.write = async (kind, id, value, options) => {
      if (JSON.stringify(value).includes('"used":true')) await released;
      return write(kind, id, value, options);
    };
    return () => {
      resolve(undefined);
    };
  }

  test("is spent by one of two who were both found right", async () => {
    const code = await send();
    const release = holdSpending();
    const both = [codes.check("i1", code), codes.check("i1", code)];
    while (!JSON.stringify(await records.read("signin.code", "i1")).includes('"tries":2'));
    release();
    const outcomes = (await Promise.all(both)).map((checked) => checked.outcome);
    expect(outcomes.sort()).toEqual(["expired", "right"]);
  });

  test("is not spent any more when a new one was asked for meanwhile", async () => {
    const code = await send();
    const release = holdSpending();
    const check = codes.check("i1", code);
    while (!JSON.stringify(await records.read("signin.code", "i1")).includes('"tries":1'));
    const newer = await send({ contact: "+212699999999" });
    release();
    expect((await check).outcome).toBe("expired");
    expect(await codes.check("i1", newer)).toEqual({ outcome: "right", contact: "+212699999999" });
  });

  test("says how many tries are left, and does not count what cannot be a code", async () => {
    const code = await send();
    expect(await codes.check("i1", "12345")).toEqual({ outcome: "malformed" });
    expect(await codes.check("i1", "")).toEqual({ outcome: "malformed" });
    expect(await codes.check("i1", wrong(code))).toEqual({ outcome: "wrong", left: 4 });
    expect((await codes.check("i1", code)).outcome).toBe("right");
  });

  test("works for five minutes", async () => {
    const code = await send();
    clock.advance(5 * minute);
    expect(await codes.check("i1", code)).toEqual({ outcome: "expired" });
  });

  test("belongs to the interaction it was asked in", async () => {
    const code = await send();
    await send({ interaction: "i2", contact: "+212612345679" });
    const elsewhere = await codes.check("i2", code);
    expect(elsewhere.outcome).toBe("wrong");
    expect(await codes.check("unknown", code)).toEqual({ outcome: "expired" });
  });

  test("ends when a new one is asked for, and the new one has its own tries", async () => {
    const first = await send();
    for (let n = 1; n <= CODE_TRIES; n++) await codes.check("i1", wrong(first, n));
    let second = await send();
    while (second === first) second = await send();
    expect((await codes.check("i1", first)).outcome).toBe("wrong");
    expect((await codes.check("i1", second)).outcome).toBe("right");
  });

  test("is nowhere in the records, and neither is the contact outside the code's own row", async () => {
    const seen: string[] = [];
    const write = records.write.bind(records);
    records.write = (kind, id, value, options) => {
      seen.push(`${kind} ${id} ${JSON.stringify(value)}`);
      return write(kind, id, value, options);
    };
    codes = open();
    const code = await send();
    expect(seen.join("\n")).not.toContain(code);
    const others = seen.filter((line) => !line.startsWith("signin.code "));
    expect(others).toHaveLength(2);
    expect(others.join("\n")).not.toContain("612345678");
  });

  test("is sent five times a day to a contact, whatever the interaction and however parallel", async () => {
    const sends = Array.from({ length: 12 }, (_, n) =>
      send({ interaction: `p${n}`, address: `10.0.1.${n}` }),
    );
    const settled = await Promise.allSettled(sends);
    expect(settled.filter((one) => one.status === "fulfilled")).toHaveLength(5);
    await expect(send()).rejects.toMatchObject({ code: "code.too_many" });
    clock.advance(24 * 60 * minute);
    await expect(send()).resolves.toMatch(/^\d{6}$/);
  });

  test("does not double at midnight", async () => {
    clock = movableClock("2026-03-01T23:59:00.000Z");
    records = memoryRecords(clock);
    codes = open();
    for (let n = 0; n < 5; n++) await send();
    clock.advance(2 * minute);
    await expect(send()).rejects.toMatchObject({ code: "code.too_many" });
  });

  test("is sent twenty times an hour at the wish of one address", async () => {
    for (let n = 10; n < 30; n++) await send({ contact: `+2126123456${n}` });
    await expect(send({ contact: "+212699999999" })).rejects.toMatchObject({ code: "busy" });
    await send({ contact: "+212699999999", address: "10.0.0.2" });
    clock.advance(60 * minute);
    await send({ contact: "+212699999999" });
  });

  test("is sent to no telephone of a country off the list, and asking for it uses nothing up", async () => {
    for (let n = 0; n < 30; n++)
      await expect(send({ contact: "+33612345678" })).rejects.toMatchObject({
        code: "contact.country",
      });
    expect(messages).toEqual([]);
    await send({ contact: "fatima@example.fr" });
    await send();
    codes = open({ countries: ["33"] });
    await send({ contact: "+33612345678" });
    await expect(send()).rejects.toMatchObject({ code: "contact.country" });
  });

  test("grows to eight digits while wrong codes rain on everybody, and shrinks after", async () => {
    codes = open({ failuresBeforeLonger: 10 });
    for (const interaction of ["a", "b"]) {
      const code = await send({ interaction });
      for (let n = 1; n <= CODE_TRIES; n++) await codes.check(interaction, wrong(code, n));
    }
    const long = await send({ interaction: "c" });
    expect(long).toMatch(/^\d{8}$/);
    expect((await codes.sent("c"))?.digits).toBe(8);
    expect((await codes.check("c", long)).outcome).toBe("right");
    clock.advance(2 * 60 * minute);
    expect(await send({ interaction: "d" })).toMatch(/^\d{6}$/);
  });
});
