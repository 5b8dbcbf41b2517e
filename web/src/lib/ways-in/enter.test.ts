import { describe, expect, it } from "vitest";
import { newCode, newSecret, readCode } from "@twiza/credential/code";
import { EXAMPLES, wayIn, wayInOf } from "./enter.ts";
import { random } from "./random.ts";

const HERE = "https://twiza.example";

describe("what a square says", () => {
  const secret = newSecret(random);
  const [code, card] = [newCode("ticket", random), newCode("card", random)];

  it("is a way in on this site, for what it was made for", () => {
    expect(wayIn("ticket", `#${secret}`)).toEqual({ kind: "ticket", secret });
    expect(wayIn("card", `#${card}`)).toEqual({ kind: "card", code: card });
    expect(wayInOf("ticket", `${HERE}/ticket#${secret}`, HERE)).toEqual({ kind: "ticket", secret });
    expect(wayInOf("card", `${HERE}/card#${card}`, HERE)).toEqual({ kind: "card", code: card });
  });

  it.each([
    "",
    "#",
    "#nonsense",
    `#${"A".repeat(21)}`,
    "#<script>alert(1)</script>",
    `#${"0".repeat(5000)}`,
  ])("is none when it is %j", (fragment) => {
    expect(wayIn("ticket", fragment)).toBeUndefined();
    expect(wayIn("card", fragment)).toBeUndefined();
  });

  it("is shown by an example that reads as one", () => {
    for (const kind of ["ticket", "card"] as const)
      expect(readCode(kind, EXAMPLES[kind])).toBeDefined();
  });

  it("leads to no other site and is not taken for the other kind", () => {
    for (const seen of [
      `https://evil.example/ticket#${secret}`,
      `http://twiza.example/ticket#${secret}`,
      `${HERE}/courses#${secret}`,
      "javascript:alert(1)",
      code,
    ])
      expect(wayInOf("ticket", seen, HERE)).toBeUndefined();
    expect(wayInOf("card", `${HERE}/ticket#${secret}`, HERE)).toBeUndefined();
    expect(wayIn("card", `#${code}`)).toBeUndefined();
  });
});
