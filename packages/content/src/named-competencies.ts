import type { CompetencyId, Item } from "@twiza/contract";
import * as z from "zod";
import type { Report } from "./fault.ts";
import { competencyId, readSkills } from "./frameworks/framework.ts";

/** `competencies.json`: which questions of a quiz show what, by the codes of the framework and the keys of the questions. */
const CompetenciesFile = z.record(z.string(), z.array(z.string()).min(1));

type Keyed = { readonly key: string; readonly item: Item };

/** Items with what they show. Codes and keys that nothing has are reported, since a misspelt one would be lost without a word. */
export function withCompetencies(json: string, keyed: readonly Keyed[], report: Report): Keyed[] {
  const read = CompetenciesFile.safeParse(JSON.parse(json));
  if (!read.success) report(1, "write codes of competencies, each with the keys of its questions");
  const codes = new Set(readSkills().competencies.map(({ code }) => code));
  const shown = new Map<string, CompetencyId[]>();
  for (const [code, keys] of Object.entries(read.data ?? {})) {
    if (!codes.has(code)) report(1, `the framework has no competency “${code}”`);
    for (const key of keys) {
      if (!keyed.some((each) => each.key === key)) report(1, `${code}: no question “${key}”`);
      shown.set(key, [...(shown.get(key) ?? []), competencyId(code)]);
    }
  }
  return keyed.map(({ key, item }) => {
    const competencies = shown.get(key);
    return { key, item: competencies ? { ...item, competencies } : item };
  });
}
