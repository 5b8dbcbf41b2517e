import type { ContentLanguage } from "@twiza/contract";

/** A tag with the script that it means where it names none; nothing for what is no tag. */
function localeOf(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag).maximize();
  } catch {
    return undefined;
  }
}

/**
 * Whether a translator's program means one of our languages: it may say more of it (`fr-MA`, `zgh-Tfng`) or write it otherwise
 * (`HA-arab`). Another script is another language of a course: `ha` is not `ha-Arab`. A region counts where ours names one.
 */
export function isSaidAs(tag: string, language: ContentLanguage): boolean {
  const [said, ours] = [localeOf(tag), localeOf(language)];
  if (!ours || said?.language !== ours.language || said.script !== ours.script) return false;
  const { region } = new Intl.Locale(language);
  return region === undefined || region === said.region;
}
