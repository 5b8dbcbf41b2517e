import type { ArchivedLesson, WrittenWords } from "@twiza/exchange/archive";
import type { ContentLanguage } from "@twiza/contract/where";
import type { Call } from "../../call.ts";

type Body = Call<"saveDraftLesson">["body"];
export type Save = Omit<Body, "intentId">;
type Text = Save["texts"][number];

/** As many commands as one save takes, and as many bytes of words as fit well into one request. */
const MOST_COMMANDS = 50;
const MOST_BYTES = 40_000;

/**
 * The saves that write a lesson that says nothing yet: its blocks in their order, then its words. Translations that were outdated
 * come before their original and all others behind it, so that each is as far as it was.
 */
export function savesOf(
  { places, words }: Pick<ArchivedLesson<WrittenWords>, "places" | "words">,
  source: ContentLanguage,
): readonly Save[] {
  const others = Object.keys(words).filter((language) => language !== source);
  const said = (language: ContentLanguage, isWanted: (key: string) => boolean): Save[] => {
    const { texts = {} } = words[language] ?? {};
    const wanted = Object.entries(texts).flatMap(([key, block]): Text[] =>
      isWanted(key) ? [{ key, base: 0, block }] : [],
    );
    return inPortions(wanted).map((portion) => ({ language, commands: [], texts: portion }));
  };
  const isOutdated = (language: ContentLanguage, key: string): boolean =>
    words[language]?.outdated.some((each) => each === key) ?? false;
  return [
    ...orderOf(places, source),
    ...others.flatMap((language) => said(language, (key) => isOutdated(language, key))),
    ...said(source, () => true),
    ...others.flatMap((language) => said(language, (key) => !isOutdated(language, key))),
  ];
}

function orderOf(
  places: ArchivedLesson<WrittenWords>["places"],
  language: ContentLanguage,
): Save[] {
  const commands = places.map(({ key, kind }, at) => ({
    ...({ do: "add", key, kind } as const),
    after: places[at - 1]?.key ?? "",
  }));
  const saves: Save[] = [];
  for (let at = 0; at < commands.length; at += MOST_COMMANDS)
    saves.push({ language, commands: commands.slice(at, at + MOST_COMMANDS), texts: [] });
  return saves;
}

function inPortions(texts: readonly Text[]): Text[][] {
  const portions: Text[][] = [];
  let bytes = 0;
  for (const text of texts) {
    const size = new TextEncoder().encode(JSON.stringify(text)).length;
    if (portions.length === 0 || bytes + size > MOST_BYTES) {
      portions.push([]);
      bytes = 0;
    }
    portions.at(-1)?.push(text);
    bytes += size;
  }
  return portions;
}
