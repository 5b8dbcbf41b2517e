import { packMarkdown, plainName, writeMarkdown } from "@twiza/exchange/markdown";
import type { Draft } from "@twiza/contract";
import type { ContentLanguage } from "@twiza/contract/where";
import { download } from "./download.ts";
import { fromHere } from "./from-here.ts";
import { textsOf } from "./take-text.ts";

type Wish = {
  readonly draft: Draft;
  readonly language: ContentLanguage;
  readonly lessonId: string | undefined;
  readonly onlesson: (done: number, total: number) => void;
  readonly signal: AbortSignal;
};

/**
 * Puts the lessons of a course in one language among its author's downloads: one as a text, all of them as an archive with what they
 * show. @throws Problem, and what the signal was aborted with
 */
export async function handOutText(wish: Wish): Promise<void> {
  const { language, lessonId, signal } = wish;
  const pack = await textsOf(fromHere, wish);
  const [only] = pack.modules.flatMap(({ lessons }) => lessons);
  const { title } = lessonId !== undefined && only ? only : pack;
  const name = `${plainName(title) || "twiza"}-${language}`;
  if (lessonId === undefined) download(await packMarkdown(pack, { signal }), `${name}.zip`);
  else {
    const text = only ? writeMarkdown(only) : "";
    download(new Blob([text], { type: "text/markdown" }), `${name}.md`);
  }
}
