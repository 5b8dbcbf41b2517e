import { LANGUAGES } from "@twiza/contract/where";
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { base64urlnopad } from "@scure/base";
import { bytesOf } from "../ed25519.ts";
import {
  isCut,
  isSameText,
  MOST_IN_CODE,
  paperAddress,
  paperCode,
  qrVersion,
  readPaperAddress,
  readPaperCode,
} from "./index.ts";
import { certificateWith, newKey, SALT } from "./testing/printed.ts";

const ORIGIN = "https://d111111abcdef8.cloudfront.net";
let mine: Awaited<ReturnType<typeof newKey>>;
beforeAll(async () => {
  mine = await newKey();
});

const printed = async (changes = {}, language: "ar" | "fr" | "zgh" | "en" = "ar") => {
  const certificate = certificateWith(changes);
  const code = await paperCode({ certificate, salt: SALT, language, signer: mine.signer });
  return { certificate, code, address: paperAddress(ORIGIN, certificate.id, code) };
};

const letters = fc.constantFrom(
  ...Array.from(
    "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإآؤئڭپگ" +
      "ⴰⴱⴳⴷⴹⴻⴼⴽⵀⵃⵄⵅⵇⵉⵊⵍⵎⵏⵓⵔⵕⵖⵙⵚⵛⵜⵟⵡⵢⵣⵥⵯ" +
      "abcdefghijklmnopqrstuvwxyzÀÉèêëïôöùûçœŒɛɣḍḥṛṣṭẓƐƔ'’-",
  ),
);
const name = fc
  .array(fc.array(letters, { minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 6 })
  .map((words) =>
    words
      .map((word) => word.join(""))
      .join(" ")
      .slice(0, 120),
  )
  .filter((text) => text.trim() !== "");

describe("a code on paper", () => {
  it("says what is printed, whoever reads it, and whose key signed it", async () => {
    const { certificate, code, address } = await printed({ expiresAt: "2028-03-12T10:20:30.000Z" });
    const read = await readPaperCode(address, [mine.key]);
    expect(read).toMatchObject({
      code,
      key: { kid: mine.key.kid },
      claims: {
        certificateId: certificate.id,
        number: "TWZ-4f2a90-2026-000123",
        issuedOn: "2026-03-12",
        expiresOn: "2028-03-12",
        minutes: 480,
        percent: 87,
      },
    });
    expect(typeof read === "string" ? read : read.claims.name).toBe("فاطمة الزهراء العلوي");
  });

  it("fits a square of version 12 with any name that people have, and tells what it cut", async () => {
    await fc.assert(
      fc.asyncProperty(
        name,
        name,
        name,
        fc.constantFrom(...LANGUAGES),
        async (learnerName, title, issuer, language) => {
          const { code, address } = await printed(
            { learnerName, courseTitle: { [language]: title }, organisationName: { fr: issuer } },
            language,
          );
          expect(code.length).toBeLessThanOrEqual(MOST_IN_CODE);
          expect(address.length).toBeLessThanOrEqual(300);
          expect(qrVersion(address)).toBeLessThanOrEqual(12);
          const read = await readPaperCode(address, [mine.key]);
          if (typeof read === "string") throw new Error(read);
          const { claims } = read;
          expect(isSameText(claims.name, learnerName)).toBe(true);
          expect(isSameText(claims.course, title)).toBe(true);
          expect(isSameText(claims.organisation, issuer)).toBe(true);
          expect(claims.name.isWellFormed()).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
  });

  it("holds the names of the usual length whole", async () => {
    const read = await readPaperCode((await printed()).address, [mine.key]);
    if (typeof read === "string") throw new Error(read);
    expect([read.claims.name, read.claims.course].some(isCut)).toBe(false);
  });

  it("is refused with any one bit changed, in the code or in the id", async () => {
    const { code, certificate } = await printed();
    const bytes = bytesOf(code) ?? new Uint8Array();
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const changed = bytes.slice();
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const address = paperAddress(ORIGIN, certificate.id, base64urlnopad.encode(changed));
      expect(typeof (await readPaperCode(address, [mine.key]))).toBe("string");
    }
    const other = certificate.id.replace("e", "f");
    expect(await readPaperCode(paperAddress(ORIGIN, other, code), [mine.key])).toBe("forged");
  });

  it("is refused in any other spelling of the same", async () => {
    const { code, certificate } = await printed();
    const bytes = bytesOf(code) ?? new Uint8Array();
    const refused = async (text: string) =>
      expect(await readPaperCode(`${ORIGIN}/verify/${certificate.id}#${text}`, [mine.key])).toBe(
        "not_canonical",
      );
    await refused(`${code}=`);
    await refused(code + base64urlnopad.encode(Uint8Array.of(0)));
    // An array of indefinite length, a tag about it, and a length that is longer than it need be.
    await refused(base64urlnopad.encode(Uint8Array.of(0x9f, ...bytes.slice(1), 0xff)));
    await refused(base64urlnopad.encode(Uint8Array.of(0xd2, ...bytes)));
    await refused(base64urlnopad.encode(Uint8Array.of(0x98, 4, ...bytes.slice(1))));
  });

  it("is proven by no key but that which signed it", async () => {
    const other = await newKey();
    const { address } = await printed();
    expect(await readPaperCode(address, [other.key])).toBe("unknown_key");
    expect(await readPaperCode(address, [])).toBe("unknown_key");
    const twin = { ...other.key, kid: mine.key.kid };
    expect(await readPaperCode(address, [twin])).toBe("forged");
  });

  it("is found at the short address and at the long one, and nowhere else", async () => {
    const { code, certificate, address } = await printed();
    const wanted = { origin: ORIGIN, certificateId: certificate.id, code };
    expect(readPaperAddress(address)).toEqual(wanted);
    expect(readPaperAddress(`${ORIGIN}/verify/${certificate.id}#${code}`)).toEqual(wanted);
    for (const text of ["", code, `${ORIGIN}/v/short#${code}`, `javascript:alert(1)//v/#${code}`])
      expect(readPaperAddress(text)).toBeUndefined();
  });

  it("is made of no record that says another year than its number, nor of an empty name", async () => {
    await expect(printed({ number: "TWZ-4f2a90-2025-000123" })).rejects.toThrow("was not issued");
    await expect(printed({ learnerName: "\u200F \n" })).resolves.toBeDefined();
    await expect(printed({ learnerName: " \n" })).rejects.toThrow("needs its name");
  });
});
