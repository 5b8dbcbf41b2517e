import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { byRubric } from "@twiza/contract/handing";
import { afterEach, expect, it } from "vitest";
import { readAssignments, readAssignmentTemplates } from "./assignments.ts";
import { buildCourse } from "./build.ts";
import { courseIdOf, readCourse } from "./course.ts";
import type { ContentFault } from "./fault.ts";
import { asJson, TEMPLATES } from "./write-templates.ts";

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});
const COURSE = new URL("../courses/keep-the-cash-book", import.meta.url).pathname;
/** A folder with an assignment in it. */
function folderOf(assignment: string, name: string): string {
  const folder = mkdtempSync(join(tmpdir(), "assignments-"));
  made.push(folder);
  writeFileSync(join(folder, name), assignment);
  return folder;
}
const PRICE = `---
title: Un prix
language: fr
takes: text
---
Dites le prix.

## Le calcul {#sum weight=2}
- [ ] 0 % Aucun
- [!] 60 % Les matières
- [ ] 100 % Tout
`;

it("an assignment in the folder of a course is in its manifest, and a course without any says nothing of work", () => {
  const without = readCourse(COURSE);
  const id = courseIdOf(without);
  expect(buildCourse(without, id).manifest).not.toHaveProperty("assignments");
  const path = folderOf(PRICE, "01-price.md");
  const assignments = readAssignments({ path, slug: without.slug, source: "fr" }, []);
  const { manifest } = buildCourse({ ...without, assignments }, id);
  expect(manifest.assignments).toEqual(assignments);
  expect(assignments).toMatchObject([
    { takes: ["text"], leastPercent: 60, criteria: [{ id: "sum", weight: 2, leastLevel: 1 }] },
  ]);
});

it.each([
  ["no levels", PRICE.replace(/^- .*\n/gm, ""), "01-price.md", "8 a criterion has two to six levels"],
  ["levels that fall", PRICE.replace("100 %", "50 %"), "01-price.md", "11 each level is worth more"],
  ["another first language", PRICE.replace("language: fr", "language: ar"), "01-price.md", "1 write it in the language of the course first"],
  ["a level that goes on and on", PRICE.replace("Aucun", "x".repeat(401)), "01-price.md", "1 criteria.0.levels.0.text.fr"],
  ["a name that nobody reads", PRICE, "Price.txt", "1 an assignment is a file"],
])("with %s its author is told file, line and what to write", (_, text, name, expected) => {
  const faults: ContentFault[] = [];
  readAssignments({ path: folderOf(text, name), slug: "price", source: "fr" }, faults);
  expect(faults.map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([
    expect.stringContaining(`assignments/${name}:${expected}`),
  ]);
}); // prettier-ignore

it.each(TEMPLATES)("what the studio offers to start from is what lies in the folder: $url.pathname", ({ url, read }) => {
  expect(readFileSync(url, "utf8")).toBe(asJson(read));
}); // prettier-ignore

it("those assignments have four or five criteria of three or four levels, can be failed and passed, and are whole in three languages", () => {
  const faults: ContentFault[] = [];
  const templates = readAssignmentTemplates(faults);
  expect(faults).toEqual([]);
  expect(templates).toHaveLength(2);
  for (const assignment of templates) {
    const { title, task, criteria } = assignment;
    expect(Object.keys(title).sort()).toEqual(["ar", "en", "fr", "zgh"]);
    expect([4, 5]).toContain(criteria.length);
    for (const { levels } of criteria) expect([3, 4]).toContain(levels.length);
    const texts = criteria.flatMap((each) => [each.title, ...each.levels.map(({ text }) => text)]);
    for (const text of [task, ...texts])
      expect(Object.keys(text).sort()).toEqual(["ar", "en", "fr"]);
    const at = (level: number) => criteria.map(({ id, levels }) => ({ criterion: id, level: Math.min(level, levels.length - 1) })); // prettier-ignore
    expect(byRubric(assignment, at(0)).passed).toBe(false);
    expect(byRubric(assignment, at(1)).passed).toBe(false);
    expect(byRubric(assignment, at(2)).passed).toBe(true);
  }
});
