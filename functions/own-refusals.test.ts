import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { foreignRefusals, withoutSentences } from "./own-refusals.ts";

const sentences = () =>
  readFile(new URL("../packages/messages/dist/refusal.zgh.js", import.meta.url), "utf8");
const keysOf = (code: string): string[] =>
  [...code.matchAll(/^ {2}"([^"]+)": /gm)].map(([, key = ""]) => key);

it("a function keeps what its operations refuse, and what any may, and leaves out the rest", () => {
  const foreign = foreignRefusals("attempts");
  expect(foreign).toEqual(expect.arrayContaining(["owner.last", "draft.full", "card.unknown"]));
  for (const code of ["ticket.forged", "not_found", "request.forged", "busy"])
    expect(foreign).not.toContain(code);
});

it("both sentences of a refusal are left out, and no other", async () => {
  const code = await sentences();
  const left = withoutSentences(code, ["owner.last"]);
  expect(keysOf(code).filter((key) => !keysOf(left).includes(key))).toEqual([
    "owner.last",
    "owner.last.mend",
  ]);
  expect(left.trimEnd().endsWith("};")).toBe(true);
});

it("sentences that are written otherwise are told, so that no bundle grows unseen", async () => {
  const code = (await sentences()).replace('"owner.last":', "owner_last:");
  expect(() => withoutSentences(code, ["owner.last"])).toThrow("owner.last");
});
