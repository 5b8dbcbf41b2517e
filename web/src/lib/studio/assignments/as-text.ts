import type { DraftAssignment } from "@twiza/contract";
import type { ContentLanguage } from "@twiza/contract/where";
import { nearest } from "../../i18n.svelte.ts";
import { away } from "../away.ts";
import { download } from "../making/download.ts";

type Written = {
  readonly source: ContentLanguage;
  readonly languages: readonly ContentLanguage[];
};

/** Puts an assignment, in all languages of its course, among its author's downloads. @throws Problem `offline` */
export async function asText(
  assignment: DraftAssignment,
  { source, languages }: Written,
): Promise<void> {
  const { plainName, writeAssignment, writtenOf } =
    await import("@twiza/exchange/assignment").catch(away);
  const text = writeAssignment(
    writtenOf(assignment, [source, ...languages.filter((each) => each !== source)]),
  );
  const name = plainName(nearest(assignment.title).text) || "twiza";
  download(new Blob([text], { type: "text/markdown" }), `${name}.md`);
}
