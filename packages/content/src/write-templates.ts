import { writeFileSync } from "node:fs";
import { readTemplates } from "./checklists.ts";
import { type ContentFault, ContentFaults } from "./fault.ts";

/** Writes what the studio offers, for browsers that read no folders. A test holds it to the folder. */
export const TEMPLATES = new URL(
  "../../../web/src/lib/studio/checklists/templates.json",
  import.meta.url,
);

export function templatesAsJson(): string {
  const faults: ContentFault[] = [];
  const templates = readTemplates(faults);
  if (faults.length > 0) throw new ContentFaults(faults);
  return `${JSON.stringify(templates, undefined, 2)}\n`;
}

if (import.meta.main) writeFileSync(TEMPLATES, templatesAsJson());
