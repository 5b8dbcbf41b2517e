import {
  type ContentLanguage,
  type Course,
  isLanguage,
  languagesWith,
  type OrganisationId,
  type OtherLanguage,
} from "@twiza/contract";
import type { Deps } from "../deps.ts";
import { found, Refused } from "../refused.ts";
import { readManifest } from "./content.ts";

/**
 * Refuses words in a language that the course is not written in. Ours it always is: then nothing is read.
 * @throws Refused `language.unknown`
 */
export async function onlyIn(
  deps: Deps,
  { draft }: Pick<Course, "draft">,
  languages: readonly ContentLanguage[],
): Promise<void> {
  if (languages.every(isLanguage)) return;
  const { otherLanguages } = await readManifest(deps, draft.content.manifest);
  const known = languagesWith(otherLanguages);
  if (!languages.every((language) => known.includes(language)))
    throw new Refused("language.unknown");
}

/**
 * Languages beside ours for a course, by the names that its organisation gives them. Those that it has already stay under the names
 * they have, also when its organisation no longer offers them.
 * @throws Refused `language.unknown` for one that no manager has added
 */
export async function chosenLanguages(
  deps: Deps,
  organisationId: OrganisationId,
  { wanted, before = [] }: Choice,
): Promise<OtherLanguage[]> {
  const others = [...new Set(wanted.filter((language) => !isLanguage(language)))];
  const known = others.every((language) => nameIn(before, language))
    ? []
    : (found(await deps.store.organisations.byId(organisationId)).value.languages ?? []);
  return others.map((language) => {
    const it = nameIn(before, language) ?? nameIn(known, language);
    if (!it) throw new Refused("language.unknown");
    return it;
  });
}

type Choice = {
  readonly wanted: readonly ContentLanguage[];
  readonly before?: readonly OtherLanguage[] | undefined;
};

const nameIn = (
  others: readonly OtherLanguage[],
  language: ContentLanguage,
): OtherLanguage | undefined => others.find((one) => one.language === language);
