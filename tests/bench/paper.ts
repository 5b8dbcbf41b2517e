import { DESIGN_BASES } from "@twiza/contract";
import { openPapers } from "@twiza/paper";
import { openEngine } from "@twiza/paper/engine";
import { inPackage, nativeInPackage } from "@twiza/paper/in-package";
import { heaviestOrder } from "../../packages/paper/src/testing/heaviest.ts";
import { orderOf, skills } from "../../packages/paper/src/testing/order.ts";
import { broughtPictures } from "../house/paper-pictures.ts";

const PAPERS = 31;
const PAIRS = [["ar"], ["fr"], ["zgh"], ["ar", "fr"], ["zgh", "ar"]] as const;

/**
 * Papers of the same course, each for somebody else: bytes, which are the same everywhere, and processor time, the middle one of many and the least, which is
 * nearest to what a core takes that nobody else uses.
 * Each has its code and its credential; `pictures` of them has all logos and signatures too, `heaviest` the longest of everything.
 */
export async function paperFigures(): Promise<readonly object[]> {
  const engine = await openEngine(inPackage, nativeInPackage);
  const papers = openPapers(
    () => Promise.resolve(engine),
    (error) => {
      throw error;
    },
  );
  const { brought, onPaper } = await broughtPictures(engine);
  const { credential } = heaviestOrder({ base: "open", orientation: "portrait", languages: ["ar"] }, brought, onPaper); // prettier-ignore
  const rows: object[] = [];
  for (const base of DESIGN_BASES)
    for (const languages of PAIRS) {
      const own = (at: number) => ({
        facts: {
          learnerName: `Fatima Zahra Aït ${at}`,
          number: `TWZ-4f2a90-2026-${String(at).padStart(6, "0")}`,
          competencies: skills(6),
        },
        languages,
        credential,
        code: `${at}`.padStart(230, "x"),
      });
      const full = heaviestOrder({ base, orientation: "portrait", languages }, brought, onPaper);
      const pictured = { ...full.look, texts: {}, signatories: full.look.signatories.map((each, at) => ({ ...each, name: `Rachid ${at}`, title: {} })) }; // prettier-ignore
      const plain = await measured((at) => papers.pdf(orderOf({ ...own(at), look: { base } })));
      const with7 = await measured((at) =>
        papers.pdf(orderOf({ ...own(at), look: pictured, pictures: onPaper })),
      );
      const most = await papers.pdf(full);
      rows.push({
        design: base,
        languages: languages.join("+"),
        KB: plain.KB,
        "KB, pictures": with7.KB,
        "KB, heaviest": most instanceof Uint8Array ? Math.round(most.length / 1000) : 0,
        "first ms": plain.first,
        "processor ms": plain.middle,
        least: plain.least,
        "ms, pictures": with7.middle,
      });
    }
  return rows;
}

async function measured(make: (at: number) => Promise<unknown>) {
  const times: number[] = [];
  let bytes = 0;
  for (let at = 0; at <= PAPERS; at += 1) {
    const begun = process.cpuUsage();
    const made = await make(at);
    const { user, system } = process.cpuUsage(begun);
    times.push((user + system) / 1000);
    if (made instanceof Uint8Array) bytes = made.length;
  }
  const [first = 0, ...later] = times;
  const rising = later.toSorted((one, other) => one - other);
  const [least = 0, middle = 0] = [rising[0], rising[PAPERS >> 1]];
  const rounded = (ms: number): number => Math.round(ms * 10) / 10;
  return {
    KB: Math.round(bytes / 1000),
    first: rounded(first),
    middle: rounded(middle),
    least: rounded(least),
  };
}
