import {
  type ContentLanguage,
  type IntentId,
  isLanguage,
  MOST_OTHER_LANGUAGES,
  type Organisation,
  type OtherLanguage,
} from "@twiza/contract";
import { auditLine } from "../audit.ts";
import { authorise, may } from "../authorise.ts";
import type { Deps } from "../deps.ts";
import { decide, once } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { found, Refused } from "../refused.ts";
import type { Kept } from "../store/index.ts";

type Languages = { languages: OtherLanguage[]; mayChange: boolean };
const NAMES = new Intl.Collator("en", { sensitivity: "variant" });

/** The languages that the session's organisation has added, for whoever writes or manages its courses. */
export async function listLanguages(deps: Deps, principal: Principal): Promise<Languages> {
  const { value } = await home(deps, principal);
  authorise(principal, "course:read", { organisationId: value.id, own: true });
  return told(principal, value, value.languages ?? []);
}

type Wish = { readonly intentId: IntentId; readonly name: string };

/**
 * Lets courses of the session's organisation be written in one more language, or calls it by another name.
 * @throws Refused `not_found`; `language.ours` for one that every course may be written in; `language.too_many`
 */
export function addLanguage(
  deps: Deps,
  principal: Principal,
  { language, body }: { readonly language: ContentLanguage; readonly body: Wish },
): Promise<Languages> {
  const asked = { principal, operation: `language.add ${language}`, request: body };
  return once(deps, asked, async () => {
    const kept = await home(deps, principal);
    authorise(principal, "language:change", { organisationId: kept.value.id });
    if (isLanguage(language)) throw new Refused("language.ours");
    const before = kept.value.languages ?? [];
    if (before.some((one) => one.language === language && one.name === body.name))
      return { reply: told(principal, kept.value, before), writes: [] };
    const others = before.filter((one) => one.language !== language);
    if (others.length >= MOST_OTHER_LANGUAGES) throw new Refused("language.too_many");
    const languages = [...others, { language, name: body.name }].sort((a, b) =>
      NAMES.compare(a.language, b.language),
    );
    return change(deps, principal, { kept, languages, of: { language, name: body.name } });
  });
}

/**
 * Offers a language no longer. What is written in it stays, and its courses keep its name.
 * @throws Refused `not_found`
 */
export function removeLanguage(
  deps: Deps,
  principal: Principal,
  { language }: { readonly language: ContentLanguage },
): Promise<Languages> {
  return decide(deps, async () => {
    const kept = await home(deps, principal);
    authorise(principal, "language:change", { organisationId: kept.value.id });
    const before = kept.value.languages ?? [];
    const of = before.find((one) => one.language === language);
    if (!of) return { reply: told(principal, kept.value, before), writes: [] };
    return change(deps, principal, { kept, languages: before.filter((one) => one !== of), of });
  });
}

const home = async (deps: Deps, principal: Principal): Promise<Kept<Organisation>> =>
  found(await deps.store.organisations.byId(found(principal.organisationId), { fresh: true }));

const told = (
  principal: Principal,
  { id: organisationId }: Organisation,
  languages: OtherLanguage[],
): Languages => ({
  languages,
  mayChange: may(principal, "language:change", { organisationId }),
});

type Change = {
  readonly kept: Kept<Organisation>;
  readonly languages: OtherLanguage[];
  readonly of: OtherLanguage;
};

function change(deps: Deps, principal: Principal, { kept, languages, of }: Change) {
  const { languages: before = [], ...rest } = kept.value;
  const line = auditLine(deps, principal, {
    organisationId: rest.id,
    action:
      languages.length < before.length
        ? "organisation.language_removed"
        : "organisation.language_added",
    subjectId: rest.id,
    subjectName: Object.values(rest.name).find(Boolean) ?? rest.id,
    note: `${of.name} (${of.language})`,
  });
  const changed = languages.length > 0 ? { ...rest, languages } : rest;
  return {
    reply: told(principal, rest, languages),
    writes: [deps.store.organisations.put(changed, kept.revision), line],
  };
}
