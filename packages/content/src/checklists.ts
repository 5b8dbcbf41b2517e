import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Checklist, DraftChecklist, type Language, LANGUAGES } from "@twiza/contract";
import { type ChecklistFault, draftOf, readChecklist } from "@twiza/exchange/checklist";
import { type ContentFault, reportInto } from "./fault.ts";
import { stableId } from "./stable-id.ts";

const SENTENCES: Readonly<Record<ChecklistFault["code"], string>> = {
  no_language: "no language: write language: fr",
  language_twice: "this language stands twice: each once in a checklist",
  no_title: "no title: write title: …",
  bad_least: "least is a whole number from 0 to 100, the share of the points that must be met",
  no_point: "no point: write - [ ] …, or - [!] … for a critical one",
  name_twice: "two points have this name: rename this one",
  astray: "only points may stand behind points, each with its sign in lines that are indented",
  other: "this language has other points than the first: same names, same order, same [!]",
};

type Folder = {
  readonly path: string;
  /** What the ids of its checklists are made of: renaming it makes new ones. */
  readonly slug: string;
  /** The language that all of it must be in; without it, that of each file. */
  readonly source?: Language;
};

/** Checklists of a folder, each a Markdown file, in the order of their names; none where there is no such folder. */
export function readChecklists(
  { path, slug, source }: Folder,
  faults: ContentFault[],
): readonly Checklist[] {
  const names = existsSync(path) ? readdirSync(path).sort() : [];
  return names.flatMap((name) => {
    const report = reportInto(faults, `checklists/${name}`);
    const [, key] = /^([a-z0-9][a-z0-9-]{0,59})\.md$/.exec(name) ?? [];
    if (key === undefined) {
      report(1, "a checklist is a file <key>.md, with all its languages in it");
      return [];
    }
    const read = readChecklist(readFileSync(join(path, name), "utf8"));
    if ("faults" in read) {
      for (const { line, code } of read.faults) report(line, SENTENCES[code]);
      return [];
    }
    const [first, ...others] = read.checklist.parts.map(({ language }) => language);
    if (source && first !== source) report(1, `write it in the language of the course first: ${source}`); // prettier-ignore
    const strange = [first, ...others].find((each) => !LANGUAGES.some((known) => known === each));
    if (strange !== undefined) report(1, `“${strange}” is no language of ours`);
    const id = stableId("checklist", `${slug}/${key}`);
    const checklist = Checklist.safeParse({ id, ...draftOf(read.checklist) });
    if (checklist.success) return [checklist.data];
    for (const { path: at, message } of checklist.error.issues)
      report(1, `${at.join(".")}: ${message}`);
    return [];
  });
}

/** Checklists of crafts that the studio offers to start from. */
export function readTemplates(faults: ContentFault[]): readonly DraftChecklist[] {
  const path = new URL("../checklists", import.meta.url).pathname;
  return readChecklists({ path, slug: "templates" }, faults);
}
