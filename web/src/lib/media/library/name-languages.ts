import type { ContentLanguage } from "@twiza/contract/where";
import { call, isProblem } from "#lib";
import { hearNames, languageName } from "#lib/components/languages.ts";

/** Hears what the organisation calls languages whose names no course has brought here. One that it knows no more goes by its code. */
export async function nameLanguages(languages: readonly ContentLanguage[]): Promise<void> {
  if (languages.every((language) => languageName(language) !== language)) return;
  try {
    hearNames((await call("listLanguages")).languages);
  } catch (cause) {
    if (!isProblem(cause)) throw cause;
  }
}
