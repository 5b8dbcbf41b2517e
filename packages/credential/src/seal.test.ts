import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { sealSvg } from "./drawn-seal.ts";
import { seal } from "./seal.ts";
import { sha256 } from "./sha256.ts";

const lozengesOf = (number: string): Map<string, string> =>
  new Map(
    Object.entries(seal(number)).flatMap(([colour, path]) =>
      [...path.matchAll(/M(\d+) (\d+)l4 4-4 4-4-4z/g)].map(([, x, y]): [string, string] => [
        `${(Number(x) - 4) / 8},${Number(y) / 8}`,
        colour,
      ]),
    ),
  );

describe("sha256", () => {
  it("agrees with the platform's own for texts of every length and script", () => {
    const texts = Array.from({ length: 200 }, (_, length) =>
      "تويزا-ⵜⵉⵡⵉⵣⵉ-é".repeat(20).slice(0, length),
    );
    for (const text of texts)
      expect(Buffer.from(sha256(text)).toString("hex")).toBe(
        createHash("sha256").update(text).digest("hex"),
      );
  });
});

describe("the weave seal", () => {
  const number = "TWZ-a1b2c3-2026-000123";

  it("draws the same cloth for the same number, on every machine", () => {
    expect(
      createHash("sha256")
        .update(JSON.stringify(seal(number)))
        .digest("hex")
        .slice(0, 16),
    ).toBe("3cd77347c39e1432");
  });

  it("is mirrored both ways and never draws a lozenge twice", () => {
    const cells = lozengesOf(number);
    const drawn = Object.values(seal(number)).join("").split("M").length - 1;
    expect(cells.size).toBe(drawn);
    for (const [cell, colour] of cells) {
      const [x = 0, y = 0] = cell.split(",").map(Number);
      expect(cells.get(`${8 - x},${y}`)).toBe(colour);
      expect(cells.get(`${x},${8 - y}`)).toBe(colour);
    }
  });

  it("gives two thousand neighbouring numbers two thousand different cloths", () => {
    const cloths = Array.from({ length: 2000 }, (_, index) =>
      JSON.stringify(seal(`TWZ-a1b2c3-2026-${String(index).padStart(6, "0")}`)),
    );
    expect(new Set(cloths).size).toBe(2000);
  });

  it("lets no label break out of its attribute", () => {
    expect(sealSvg(number, `"><script>`)).toContain('aria-label="&quot;&gt;&lt;script&gt;"');
  });
});
