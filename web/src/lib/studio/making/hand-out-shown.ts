import { writeMoodle } from "@twiza/exchange/moodle";
import { isHeld, questionOfItem, type ShownFormat } from "@twiza/exchange/held";
import { plainName, writeQti } from "@twiza/exchange/qti";
import type { Item, Media } from "@twiza/contract";
import { type ContentLanguage, directionOf } from "@twiza/contract/where";
import { download } from "./download.ts";
import { fromHere } from "./from-here.ts";
import { mediaIn } from "./media-in.ts";

type Wish = {
  readonly title: string;
  readonly items: readonly Item[];
  readonly language: ContentLanguage;
  readonly format: ShownFormat;
};

/**
 * Puts the questions of a test in one language, with their answers and their pictures, among its author's downloads.
 * @throws Problem when a picture does not come
 */
export async function handOutShown({ title, items, language, format }: Wish): Promise<void> {
  const questions = items
    .flatMap((item) => questionOfItem(item, language) ?? [])
    .filter((question) => isHeld(format, question));
  const bytes = new Map<string, Uint8Array>();
  for (const { hash } of mediaIn(questions).values()) bytes.set(hash, await fromHere.content(hash));
  const library = ({ hash }: Media) => bytes.get(hash);
  const name = `${plainName(title) || "twiza"}-${language}`;
  if (format === "moodle") {
    const xml = writeMoodle(questions, { library });
    download(new Blob([xml], { type: "application/xml" }), `${name}.moodle.xml`);
  } else {
    const dir = directionOf(language);
    download(writeQti(questions, { language, dir, library }), `${name}.qti.zip`);
  }
}
