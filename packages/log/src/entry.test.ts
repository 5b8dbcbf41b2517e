import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toBase64url, utf8 } from "./bytes.ts";
import { entryBytes, entryText, type LogEntry, MOST_ENTRY_BYTES, parseEntry } from "./entry.ts";
import { bundleBytes, entriesIn } from "./tile.ts";

const hash = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => toBase64url(Uint8Array.from(bytes)));
const at = fc
  .date({ min: new Date("2020-01-01"), max: new Date("2120-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString());
const index = fc.nat(2 ** 31 - 1);
const anyEntry: fc.Arbitrary<LogEntry> = fc.oneof(
  fc
    .record({ at, forms: fc.tuple(hash, hash, hash), kid: hash, again: fc.boolean() })
    .map(({ again, ...rest }) => ({
      act: "issued" as const,
      ...rest,
      ...(again ? { reissue: true as const } : {}),
    })),
  fc.record({ act: fc.constantFrom("revoked", "suspended", "reinstated"), at, of: index }),
  fc.record({ act: fc.constantFrom("key-added", "key-retired", "key-compromised"), at, kid: hash }),
);

const ISSUED: LogEntry = {
  act: "issued",
  at: "2026-11-27T02:00:00.000Z",
  forms: ["A".repeat(43), "B".repeat(42) + "A", "C".repeat(42) + "A"],
  kid: "D".repeat(42) + "A",
};

describe("an entry", () => {
  it("is written in one way, whatever order its members were put together in", () => {
    const turned = Object.fromEntries(Object.entries(ISSUED).reverse()) as typeof ISSUED;
    expect(entryText(turned)).toBe(
      `{"act":"issued","at":"2026-11-27T02:00:00.000Z","forms":["${"A".repeat(43)}","${"B".repeat(42)}A","${"C".repeat(42)}A"],"kid":"${"D".repeat(42)}A"}`,
    );
  });

  it("is read as it was written, and is canonical JSON", () => {
    fc.assert(
      fc.property(anyEntry, (entry) => {
        const bytes = entryBytes(entry);
        expect(parseEntry(bytes)).toEqual(entry);
        expect(bytes.length).toBeLessThanOrEqual(MOST_ENTRY_BYTES);
        const members = JSON.parse(entryText(entry)) as object;
        expect(Object.keys(members)).toEqual(Object.keys(members).sort());
      }),
      { numRuns: 200 },
    );
  });

  it("is nothing once a byte of it is another, unless that is another true entry", () => {
    fc.assert(
      fc.property(anyEntry, fc.nat(), fc.integer({ min: 1, max: 255 }), (entry, where, change) => {
        const bytes = entryBytes(entry);
        const at = where % bytes.length;
        bytes[at] = (bytes[at] ?? 0) ^ change;
        const read = parseEntry(bytes);
        if (read) expect(entryBytes(read)).toEqual(bytes);
      }),
      { numRuns: 400 },
    );
  });

  const text = entryText(ISSUED);
  it.each([
    ["nothing", ""],
    ["no object", "7"],
    ["null", "null"],
    ["a list", `[${text}]`],
    ["a blank before", ` ${text}`],
    ["a blank within", text.replace(",", ", ")],
    ["a line end behind", `${text}\n`],
    ["a byte order mark", `\ufeff${text}`],
    ["members in another order", `{"at":"2026-11-27T02:00:00.000Z","act":"revoked","of":1}`],
    ["a member more", text.replace("}", `,"name":"Amina"}`)],
    ["a member twice", text.replace("{", `{"act":"issued",`)],
    ["two forms", text.replace(/,"C+A"/, "")],
    ["a form that is too short", text.replace(/C+A/, "C")],
    ["loose last bits", text.replace("CCA", "CCB")],
    ["another act", text.replace("issued", "deleted")],
    ["reissue that says no", text.replace("}", `,"reissue":false}`)],
    ["a time without its thousandths", text.replace(".000Z", "Z")],
    ["a day that there is not", text.replace("11-27", "02-30")],
    ["an index below nothing", `{"act":"revoked","at":"2026-11-27T02:00:00.000Z","of":-1}`],
    ["an index as text", `{"act":"revoked","at":"2026-11-27T02:00:00.000Z","of":"1"}`],
    ["an index with a point", `{"act":"revoked","at":"2026-11-27T02:00:00.000Z","of":1.0}`],
    ["too long", `${text}${" ".repeat(600)}`],
  ])("is refused: %s", (_, wrong) => {
    expect(parseEntry(utf8(wrong))).toBeUndefined();
  });

  it("is refused when it is no text", () => {
    expect(parseEntry(Uint8Array.of(0xff, 0xfe))).toBeUndefined();
  });
});

describe("a bundle", () => {
  it("gives back the entries that were put in, and nothing when it was cut or is another's", () => {
    fc.assert(
      fc.property(fc.array(anyEntry, { minLength: 1, maxLength: 20 }), fc.nat(), (all, cut) => {
        const bytes = bundleBytes(all.map(entryBytes));
        expect(entriesIn(bytes, all.length)?.map(parseEntry)).toEqual(all);
        expect(entriesIn(bytes, all.length + 1)).toBeUndefined();
        expect(entriesIn(bytes.subarray(0, cut % bytes.length), all.length)).toBeUndefined();
      }),
      { numRuns: 60 },
    );
    expect(() => bundleBytes([new Uint8Array(65_536)])).toThrow(RangeError);
  });
});
