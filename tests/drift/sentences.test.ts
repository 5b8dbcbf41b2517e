import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { type Module, siteIn } from "./sentences/site.ts";
import { unsaid } from "./sentences/unsaid.ts";

const site = siteIn("web/src");
/** Which areas have a sentence of that key. */
const areas = new Map<string, string[]>();
for (const file of globSync("packages/messages/*.en.json")) {
  const area = basename(file, ".en.json");
  for (const key of Object.keys(JSON.parse(readFileSync(file, "utf8")) as object))
    areas.set(key, [...(areas.get(key) ?? []), area]);
}

/** What the server alone says is in no file of the site: such a key is a code there. */
const said = new Set(globSync("web/src/lib/catalogue*/en.ts").flatMap((file) => [...readFileSync(file, "utf8").matchAll(/messages\/([a-z-]+)\.en"/g)].map(([, area]) => area))); // prettier-ignore
for (const [key, of] of areas) if (!of.some((area) => said.has(area))) areas.delete(key);

/** What is no silence, and why. */
const KNOWN: Readonly<Record<string, string>> = {
  "lib/office/audit.ts says “pin.set”": "the name of an act in the audit log",
  "routes/help/guide.ts says “guide.":
    "of a page that is seldom opened the sentence comes with the page, and nobody is told of it who does not come from there",
  "routes/welcome.ts says “voice.unrecorded”":
    "the page of a visitor is written by the build, which has every sentence",
  "lib/learner/MissingList.svelte says “missing.skill.":
    "what people judged comes before the list is shown; where it is not on the phone, a tile has its title alone",
  "lib/learner/MissingList.svelte says “missing.work.":
    "what people judged comes before the list is shown; where it is not on the phone, a tile has its title alone",
  "lib/voice/ListenBar.svelte says “voice.why.failed”":
    "what speaks brings its words before it can fail",
};
const isKnown = (fault: string): boolean => Object.keys(KNOWN).some((known) => fault.startsWith(known)); // prettier-ignore

const LESSON = ["lesson"];
const LEARNER = [...LESSON, "components", "learner"];
const OFFICE = [...LEARNER, "office"];
/** As `lib/room.ts` and the layouts have it. */
const roomsOf = (page: string): readonly string[] =>
  page.includes("[lessonId]") && page.includes("(learner)")
    ? LESSON
    : /\((?:office)\)|\/dev\//.test(page)
      ? OFFICE
      : LEARNER;

describe("no sentence is silent", () => {
  it("whatever a page says, and what comes later on it, it brings the area of", () => {
    const faults = unsaid(site, areas, roomsOf);
    expect(faults.filter((fault) => !isKnown(fault))).toEqual([]);
    expect(Object.keys(KNOWN).filter((known) => !faults.some((fault) => fault.startsWith(known)))).toEqual([]); // prettier-ignore
  });

  it.each<[string, string, string, string[]]>([
    ["a key of an area that nobody brings", `t("seen.pin")`, "", ["seen.pin"]],
    ["a key that is made from a beginning", "t(`reach.need.${need}`)", "", ["reach.need.away"]],
    [
      "a key that is made from a name near it",
      "t(`${key}.what`)",
      `"office.audit"`,
      ["office.audit.what"],
    ],
  ])("%s is found", (_, text, beside, keys) => {
    const module = (more: Partial<Module>): Module => ({
      text: "",
      imports: [],
      brings: [],
      ...more,
    });
    const made = new Map<string, Module>([
      ["routes/(office)/+page.svelte", module({ text, imports: ["lib/beside.ts"] })],
      ["lib/beside.ts", module({ text: beside })],
    ]);
    const known = new Map<string, readonly string[]>([
      ["office.audit", ["office"]],
      ...keys.map((key) => [key, ["late"]] as const),
    ]);
    expect(unsaid(made, known, () => ["office"])).toEqual(
      keys.map((key) => `routes/(office)/+page.svelte says “${key}” of late, which routes/(office)/+page.svelte does not bring`), // prettier-ignore
    );
  });
});
