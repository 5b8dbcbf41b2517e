import type { GradedVersion, GradeLine } from "@twiza/contract";
import { call } from "#lib";
import { partsOf } from "./parts.ts";

type Book = { readonly lines: readonly GradeLine[]; readonly parts: GradedVersion["parts"] };

/** All pages of a group's grades. `told` hears how many learners are read so far. */
export async function everyGrade(cohortId: string, told: (count: number) => void): Promise<Book> {
  const lines: GradeLine[] = [];
  const versions = new Map<number, GradedVersion>();
  let after: string | undefined;
  do {
    const page = await call("readGradebook", { params: { cohortId }, query: { after } });
    lines.push(...page.learners);
    for (const version of page.versions) versions.set(version.version, version);
    told(lines.length);
    after = page.next;
  } while (after !== undefined);
  const newestFirst = [...versions.values()].sort((a, b) => b.version - a.version);
  return { lines, parts: partsOf(newestFirst) };
}
