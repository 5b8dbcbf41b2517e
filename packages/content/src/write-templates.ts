import { writeFileSync } from "node:fs";
import { readAssignmentTemplates } from "./assignments.ts";
import { readTemplates } from "./checklists.ts";
import { type ContentFault, ContentFaults } from "./fault.ts";

const inStudio = (folder: string): URL =>
  new URL(`../../../web/src/lib/studio/${folder}/templates.json`, import.meta.url);

/** What the studio offers, for browsers that read no folders. A test holds each file to its folder. */
export const TEMPLATES = [
  { url: inStudio("checklists"), read: readTemplates },
  { url: inStudio("assignments"), read: readAssignmentTemplates },
] as const;

export function asJson(read: (faults: ContentFault[]) => readonly object[]): string {
  const faults: ContentFault[] = [];
  const templates = read(faults);
  if (faults.length > 0) throw new ContentFaults(faults);
  return `${JSON.stringify(templates, undefined, 2)}\n`;
}

if (import.meta.main) for (const { url, read } of TEMPLATES) writeFileSync(url, asJson(read));
