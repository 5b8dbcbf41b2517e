import type { Media } from "@twiza/contract";
import type { ContentLanguage } from "@twiza/contract/where";
import type { ImportedQuestion } from "@twiza/exchange/markdown";
import { intentOf } from "../bring-in/names.ts";
import { asTitle } from "../bring-in/plan.ts";
import type { MediaFile } from "../bring-in/reading.ts";
import type { Hands } from "../bring-in/run.ts";

type Way = {
  readonly seed: string;
  readonly language: ContentLanguage;
  readonly signal: AbortSignal;
  readonly upload: Hands["upload"];
};
type Shown = { readonly file: MediaFile; readonly alt: string };

const shownBy = ({ picture, options }: ImportedQuestion): Shown[] => [
  ...(picture ? [{ file: picture.image, alt: picture.alt }] : []),
  ...options.flatMap(({ picture: file, text }) => (file ? [{ file, alt: text }] : [])),
];

/**
 * What the questions of a file show, brought into the library, each once, by its bytes; nothing for one that does not open.
 * @throws Problem; and what the signal was aborted with
 */
export async function mediaOfFile(
  questions: readonly ImportedQuestion[],
  { seed, language, signal, upload }: Way,
): Promise<ReadonlyMap<Uint8Array, Media | undefined>> {
  const media = new Map<Uint8Array, Media | undefined>();
  for (const [at, { file, alt }] of questions.flatMap(shownBy).entries()) {
    signal.throwIfAborted();
    if (media.has(file.bytes)) continue;
    const name = asTitle(file.name) || "picture";
    const wish = { intentId: intentOf(seed, `medium ${at}`), name, alt, language };
    media.set(file.bytes, await upload(file, wish));
  }
  return media;
}
