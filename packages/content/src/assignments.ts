import { Assignment, type DraftAssignment } from "@twiza/contract";
import { type AssignmentFault, draftOf, readAssignment } from "@twiza/exchange/assignment";
import type { ContentFault } from "./fault.ts";
import { type Folder, type Kind, readFolder } from "./rubric-folder.ts";
import { stableId } from "./stable-id.ts";

const SENTENCES: Readonly<Record<AssignmentFault["code"], string>> = {
  no_language: "no language: write language: fr",
  language_twice: "this language stands twice: each once in an assignment",
  no_title: "no title: write title: …",
  bad_takes: "takes is a list of text, photo, voice, video and file",
  bad_least: "least is a whole number from 0 to 100, how much of all there must be",
  bad_tries: "tries is a whole number from 1 to 10",
  bad_second: "second is a whole number from 0 to 100: how far two who mark may lie apart",
  no_criterion: "no criterion: write ## What is marked {#name weight=2}",
  few_levels: "a criterion has two to six levels: write - [ ] 0 % …, from the lowest to 100 %",
  bad_level: "each level is worth more than the one above it, 100 % at most",
  needed_twice: "one level of a criterion may be needed, and never the lowest: one [!]",
  name_twice: "two criteria have this name: rename this one",
  astray: "only levels may stand behind a criterion",
  other: "this language has other criteria than the first: same names, weights, levels and [!]",
};

const ASSIGNMENTS: Kind<typeof Assignment> = {
  folder: "assignments",
  what: "an assignment",
  read: (text) => {
    const read = readAssignment(text);
    if ("faults" in read)
      return { faults: read.faults.map(({ line, code }) => ({ line, sentence: SENTENCES[code] })) };
    const languages = read.assignment.parts.map(({ language }) => language);
    return { languages, thing: draftOf(read.assignment) };
  },
  idOf: (name) => stableId("assignment", name),
  schema: Assignment,
};

/** Assignments of a folder. */
export const readAssignments = (folder: Folder, faults: ContentFault[]): readonly Assignment[] =>
  readFolder(ASSIGNMENTS, folder, faults);

/** Assignments of crafts that the studio offers to start from. */
export function readAssignmentTemplates(faults: ContentFault[]): readonly DraftAssignment[] {
  const path = new URL("../assignments", import.meta.url).pathname;
  return readAssignments({ path, slug: "templates" }, faults);
}
