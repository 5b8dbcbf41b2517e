import { DESIGN_BASES, DESIGN_LIMITS, LANGUAGES } from "@twiza/contract";
import { openPapers } from "@twiza/paper";
import { openEngine } from "@twiza/paper/engine";
import { inPackage, nativeInPackage } from "@twiza/paper/in-package";
import { expect, it } from "vitest";
import { heaviestOrder } from "../../packages/paper/src/testing/heaviest.ts";
import { isWhole, shareOf } from "../house/depth.ts";
import { broughtPictures } from "../house/paper-pictures.ts";

const PAIRS = LANGUAGES.flatMap((one, at) => LANGUAGES.slice(at + 1).map((other) => [one, other]));
/** Each design and each pair is weighed at the desk, but not each with each. */
const PAIRS_AT_DESK = 2;

it("a paper weighs at most 100 KB, also with all logos and signatures, the longest of everything and the credential, in each design and pair of languages", async () => {
  const engine = await openEngine(inPackage, nativeInPackage);
  const papers = openPapers(
    () => Promise.resolve(engine),
    (error) => expect.fail(String(error)),
  );
  const { brought, onPaper } = await broughtPictures(engine);
  expect(brought.logos).toHaveLength(DESIGN_LIMITS.logos);
  expect(brought.signatures).toHaveLength(DESIGN_LIMITS.signatories);
  const weights: [string, number][] = [];
  for (const [turn, base] of DESIGN_BASES.entries())
    for (const languages of shareOf(PAIRS, turn, PAIRS_AT_DESK)) {
      // Both ways of the page weigh the same but for some hundred bytes: they take turns.
      const orientation = weights.length % 2 === 0 ? "portrait" : "landscape";
      const order = heaviestOrder({ base, orientation, languages }, brought, onPaper);
      const made = await papers.pdf(order);
      if (!(made instanceof Uint8Array)) throw new Error(made.undisplayable);
      weights.push([`${base} ${orientation} ${languages.join(".")}`, made.length]);
    }
  expect(weights).toHaveLength(isWhole ? 24 : DESIGN_BASES.length * PAIRS_AT_DESK);
  expect(weights.filter(([, bytes]) => bytes > 100_000)).toEqual([]);
}, 60_000);
