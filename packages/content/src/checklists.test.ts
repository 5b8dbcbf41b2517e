import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { buildCourse } from "./build.ts";
import { readChecklists, readTemplates } from "./checklists.ts";
import { courseIdOf, readCourse } from "./course.ts";
import type { ContentFault } from "./fault.ts";

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});
const COURSE = new URL("../courses/keep-the-cash-book", import.meta.url).pathname;
/** A folder with a checklist in it. */
function folderOf(checklist: string, name: string): string {
  const folder = mkdtempSync(join(tmpdir(), "checklists-"));
  made.push(folder);
  writeFileSync(join(folder, name), checklist);
  return folder;
}
const WEIGH = `---
title: Peser un lot
language: fr
least: 75
---
Pesez trois lots.

- [!] Remet la balance à zéro {#zero}
  L’écran montre 0.
- [ ] Écrit le poids {#write}
`;

it("a checklist in the folder of a course is in its manifest, and a course without any says nothing of skills", () => {
  const without = readCourse(COURSE);
  const id = courseIdOf(without);
  expect(buildCourse(without, id).manifest).not.toHaveProperty("checklists");
  const path = folderOf(WEIGH, "01-weigh.md");
  const checklists = readChecklists({ path, slug: without.slug, source: "fr" }, []);
  const { manifest } = buildCourse({ ...without, checklists }, id);
  expect(manifest.checklists).toEqual(checklists);
  expect(checklists).toMatchObject([
    {
      title: { fr: "Peser un lot" },
      leastPercent: 75,
      criteria: [
        { id: "zero", critical: true, sign: { fr: "L’écran montre 0." } },
        { id: "write", text: { fr: "Écrit le poids" } },
      ],
    },
  ]);
});

it.each([
  ["no points", WEIGH.replace(/^(- | {2}).*\n/gm, ""), "01-weigh.md", "1 no point"],
  ["another first language", WEIGH.replace("language: fr", "language: ar"), "01-weigh.md", "1 write it in the language of the course first"],
  ["a language of nobody", `${WEIGH}\n---\ntitle: Peser\nlanguage: de\n---\n`, "01-weigh.md", "1 “de” is no language of ours"],
  ["a title that goes on and on", WEIGH.replace("Peser un lot", "x".repeat(201)), "01-weigh.md", "1 title.fr"],
  ["a name that nobody reads", WEIGH, "Weigh.txt", "1 a checklist is a file"],
])("with %s its author is told file, line and what to write", (_, text, name, expected) => {
  const faults: ContentFault[] = [];
  readChecklists({ path: folderOf(text, name), slug: "weigh", source: "fr" }, faults);
  expect(faults.map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([
    expect.stringContaining(`checklists/${name}:${expected}`),
  ]);
}); // prettier-ignore

it("what the studio offers to start from is of a size that can be watched, critical where harm may come, and whole in three languages", () => {
  const faults: ContentFault[] = [];
  const templates = readTemplates(faults);
  expect(faults).toEqual([]);
  expect(templates).toHaveLength(3);
  for (const { title, task, criteria } of templates) {
    expect(Object.keys(title).sort()).toEqual(["ar", "en", "fr", "zgh"]);
    expect(criteria.length).toBeGreaterThanOrEqual(10);
    expect(criteria.length).toBeLessThanOrEqual(16);
    const critical = criteria.filter((each) => each.critical).length;
    expect(critical).toBeGreaterThanOrEqual(3);
    expect(critical).toBeLessThanOrEqual(5);
    for (const text of [task, ...criteria.flatMap(({ text: said, sign }) => [said, sign ?? {}])])
      expect(Object.keys(text).sort()).toEqual(["ar", "en", "fr"]);
  }
});
