import { also } from "../i18n.svelte.ts";
import { DOWNLOADS, TAKE } from "./volume.ts";

/** What shows one course's download, with its words. @throws TypeError without network, until it was used once */
export async function bringDownload() {
  const [{ default: Download }] = await Promise.all([import("./Download.svelte"), also(DOWNLOADS)]);
  return Download;
}

/** What lets her choose in which language she reads, with its words. Nothing without network, until it was used once. */
export const bringReading = () =>
  Promise.all([import("../learner/ReadingChoice.svelte"), also(DOWNLOADS)]).then(
    ([found]) => found.default,
    () => undefined,
  );

/** What shows all downloads, with its words. @throws as above */
export async function bringMyDownloads() {
  const [{ default: MyDownloads }] = await Promise.all([
    import("./MyDownloads.svelte"),
    also(DOWNLOADS),
  ]);
  return MyDownloads;
}

/** What takes a course from a file, with its words: always on the phone. */
export async function bringTake() {
  const [{ default: Take }] = await Promise.all([import("./Take.svelte"), also(TAKE)]);
  return Take;
}
