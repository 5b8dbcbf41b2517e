import type { DraftChecklist } from "@twiza/contract";
import type { ContentLanguage } from "@twiza/contract/where";
import { nearest } from "../../i18n.svelte.ts";
import { away } from "../away.ts";
import { download } from "../making/download.ts";

type Written = {
  readonly source: ContentLanguage;
  readonly languages: readonly ContentLanguage[];
};

/** Puts a checklist, in all languages of its course, among its author's downloads. @throws Problem `offline` */
export async function asText(
  checklist: DraftChecklist,
  { source, languages }: Written,
): Promise<void> {
  const { plainName, writeChecklist, writtenOf } = await import("@twiza/exchange/checklist").catch(
    away,
  );
  const text = writeChecklist(
    writtenOf(checklist, [source, ...languages.filter((each) => each !== source)]),
  );
  const name = plainName(nearest(checklist.title).text) || "twiza";
  download(new Blob([text], { type: "text/markdown" }), `${name}.md`);
}
