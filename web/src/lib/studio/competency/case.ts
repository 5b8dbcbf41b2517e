import type { CompetencyId, Framework, FrameworkAbout, FrameworkCommand } from "@twiza/contract";
import { type CaseLine, type CaseReading, ExchangeFault, readCase } from "@twiza/exchange/case";
import { call, i18n, newIntent, t } from "#lib";
import { sendCommands } from "./desk.svelte.ts";
import { forgetFrameworks, knownFrameworks } from "./known.ts";

/** A file that was looked into: what it holds, and what of it is here already. */
export type Looked = { readonly reading: CaseReading; readonly here: Framework | undefined };

/** Looks into a file, and asks whether its framework is here. Nothing is written. @throws ExchangeFault, Problem */
export async function look(file: File, signal: AbortSignal): Promise<Looked> {
  // What somebody else brought in a moment ago counts.
  forgetFrameworks();
  const reading = await readCase(file, { language: i18n.language, signal });
  const here = (await knownFrameworks()).find(({ id }) => id === reading.id);
  return { reading, here };
}

/** What it says of itself, joined with what it said before in other languages. */
function aboutOf({ reading, here }: Looked): FrameworkAbout {
  const { about } = reading;
  if (!here) return about;
  const description = { ...here.description, ...about.description };
  const before = here.levels ?? [];
  const levels = [
    ...before.map((level) => {
      const same = about.levels?.find(({ id }) => id === level.id);
      return same ? { ...level, title: { ...same.title, ...level.title } } : level;
    }),
    ...(about.levels ?? []).filter(({ id }) => !before.some((level) => level.id === id)),
  ].slice(0, 20);
  return {
    ...about,
    title: { ...here.title, ...about.title },
    language: here.language ?? about.language,
    ...(Object.keys(description).length > 0 ? { description } : {}),
    ...(levels.length > 0 ? { levels } : {}),
  };
}

/** Each competency as it will be: words of other languages stay, and so does the place of one that is here. */
function commandsFor({ reading, here }: Looked): readonly FrameworkCommand[] {
  const known = new Map(here?.competencies.map((each) => [each.id, each]));
  return reading.competencies.map((competency): FrameworkCommand => {
    const seen = known.get(competency.id);
    if (!seen) return { do: "write", competency };
    const { parent: _, ...rest } = { ...seen, ...competency };
    const statement = { ...seen.statement, ...competency.statement };
    const brief = { ...seen.brief, ...competency.brief };
    const joined = { ...rest, statement, ...(Object.keys(brief).length > 0 ? { brief } : {}) };
    return { do: "write", competency: joined, seen };
  });
}

/** Writes all of it. Broken off and begun again, it ends the same. @throws Problem */
export async function take(looked: Looked, ondone: (done: number) => void): Promise<string> {
  const { id } = looked.reading;
  const body = { intentId: newIntent(), about: aboutOf(looked) };
  await call("saveFramework", { params: { frameworkId: id }, body });
  await sendCommands(id, commandsFor(looked), ondone);
  return id;
}

export const isHere = ({ here }: Looked, id: CompetencyId): boolean =>
  here?.competencies.some((each) => each.id === id) === true;

const FORMAT = "CASE 1.0";
/** Why a file is no framework that can be brought in. @throws what is no fault of a file */
export function refusalOf(error: unknown): string {
  if (!(error instanceof ExchangeFault)) {
    // The file is not there any more, or may not be read.
    if (error instanceof DOMException) return t("competency.fault.damaged");
    throw error;
  }
  const { code, detail } = error;
  switch (code) {
    case "file.empty":
      return t("competency.fault.empty");
    case "file.too_large":
      return t("competency.fault.large");
    case "case.too_many":
      return t("competency.fault.many", {
        count: Number(detail["count"]),
        most: Number(detail["most"]),
      });
    case "case.none":
      return t("competency.fault.none");
    case "case.not_case":
    case "case.broken":
    case "text.binary":
      return t("competency.fault.foreign", { format: FORMAT });
    default:
      return t("competency.fault.damaged");
  }
}

/** What became of a part of a file, in the reader's language. */
export function sentenceOf({ code, name = "", names = [], count = 0 }: CaseLine): string {
  const told = names.join(", ");
  switch (code) {
    case "document":
    case "definitions":
      return t(`competency.report.${code}`, { names: told });
    case "fields":
    case "associations":
      return t(`competency.report.${code}`, { count, names: told });
    case "html":
    case "level_dropped":
      return t(`competency.report.${code}`, { count });
    default:
      return t(`competency.report.${code}`, { name });
  }
}
