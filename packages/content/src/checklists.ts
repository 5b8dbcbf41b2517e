import { Checklist, type DraftChecklist } from "@twiza/contract";
import { type ChecklistFault, draftOf, readChecklist } from "@twiza/exchange/checklist";
import type { ContentFault } from "./fault.ts";
import { type Folder, type Kind, readFolder } from "./rubric-folder.ts";
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

const CHECKLISTS: Kind<typeof Checklist> = {
  folder: "checklists",
  what: "a checklist",
  read: (text) => {
    const read = readChecklist(text);
    if ("faults" in read)
      return { faults: read.faults.map(({ line, code }) => ({ line, sentence: SENTENCES[code] })) };
    const languages = read.checklist.parts.map(({ language }) => language);
    return { languages, thing: draftOf(read.checklist) };
  },
  idOf: (name) => stableId("checklist", name),
  schema: Checklist,
};

/** Checklists of a folder. */
export const readChecklists = (folder: Folder, faults: ContentFault[]): readonly Checklist[] =>
  readFolder(CHECKLISTS, folder, faults);

/** Checklists of crafts that the studio offers to start from. */
export function readTemplates(faults: ContentFault[]): readonly DraftChecklist[] {
  const path = new URL("../checklists", import.meta.url).pathname;
  return readChecklists({ path, slug: "templates" }, faults);
}
