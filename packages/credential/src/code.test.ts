import { randomFillSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { CODE_LENGTH, type CodeKind, grouped, newCode, newSecret, readCode } from "./code.ts";

const random = (bytes: Uint8Array<ArrayBuffer>) => randomFillSync(bytes);
const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const KINDS = ["ticket", "card"] as const satisfies readonly CodeKind[];

describe.each(KINDS)("a %s code", (kind) => {
  it("is new each time and uses no sign that is taken for another", () => {
    const codes = Array.from({ length: 500 }, () => newCode(kind, random));
    expect(new Set(codes).size).toBe(500);
    for (const code of codes) {
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]+$/);
      expect(code).toHaveLength(CODE_LENGTH[kind]);
      expect(readCode(kind, code)).toBe(code);
    }
  });

  it("is read however she writes it", () => {
    const code = newCode(kind, random);
    const arabic = code.replace(/[0-9]/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
    for (const written of [
      grouped(code),
      grouped(code).replaceAll(" ", "-"),
      ` ${code.toLowerCase()}\u200f `,
      code.replaceAll("0", "o").replaceAll("1", "l"),
      code.replaceAll("0", "O").replaceAll("1", "I"),
      arabic,
    ])
      expect(readCode(kind, written), written).toBe(code);
  });

  it("with any one sign wrong, or any two changed places, is noticed before it is sent", () => {
    for (let round = 0; round < 20; round++) {
      const code = newCode(kind, random);
      for (let at = 0; at < code.length; at++) {
        for (const sign of SIGNS) {
          const wrong = code.slice(0, at) + sign + code.slice(at + 1);
          if (wrong !== code) expect(readCode(kind, wrong)).toBeUndefined();
        }
        for (let other = at + 1; other < code.length; other++) {
          const signs = Array.from(code);
          [signs[at], signs[other]] = [signs[other] ?? "", signs[at] ?? ""];
          if (signs.join("") !== code) expect(readCode(kind, signs.join(""))).toBeUndefined();
        }
      }
    }
  });

  it.each(["", "ABC", "UUUU UUUU UUUU UUUU", "تعاونية"])("is not read from %j", (written) => {
    expect(readCode(kind, written)).toBeUndefined();
    expect(readCode(kind, `${newCode(kind, random)}0`)).toBeUndefined();
  });
});

it("a secret for a QR is 128 bits that an address can carry", () => {
  const secrets = Array.from({ length: 200 }, () => newSecret(random));
  expect(new Set(secrets).size).toBe(200);
  for (const secret of secrets) expect(secret).toMatch(/^[A-Za-z0-9_-]{22}$/);
});
