import { also } from "../../i18n.svelte.ts";
import { EXCHANGE } from "./volume.ts";

/** What writes a lesson for a translator. @throws TypeError without network, until it was used once */
export const bringOut = async () => (await import("./out.ts")).handOut;

/** What takes a translation back, and its words. @throws as above */
export async function bringSheet() {
  await also(EXCHANGE);
  const { TranslationSheet, translatedLesson, changesOf } = await import("./back.ts");
  return { TranslationSheet, translatedLesson, changesOf };
}
