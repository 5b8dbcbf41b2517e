import type { DraftChecklist } from "@twiza/contract";
import type { ChecklistFault } from "@twiza/exchange/checklist";
import { t } from "../../i18n.svelte.ts";
import { away } from "../away.ts";

/** A checklist of forty points in all languages is a quarter of it. */
const MOST_BYTES = 256 * 1024;

export type Faults = readonly ChecklistFault[] | "long";

/** What a text says as a checklist, or what in it has to be mended. @throws Problem `offline` */
export async function fromFile(
  file: File,
): Promise<{ readonly like: DraftChecklist } | { readonly faults: Faults }> {
  if (file.size > MOST_BYTES) return { faults: "long" };
  const { draftOf, readChecklist } = await import("@twiza/exchange/checklist").catch(away);
  const read = readChecklist(await file.text());
  if ("faults" in read) return { faults: read.faults };
  // Whoever takes it gives it an id of its own.
  return { like: { ...draftOf(read.checklist), id: "" as DraftChecklist["id"] } };
}

/** What stands in the text for what is missing: these are words of the notation, in no language. */
const WORDS = { no_language: "language: fr", no_title: "title: …" } as const;

function sentenceOf(code: ChecklistFault["code"]): string {
  if (code === "no_language" || code === "no_title")
    return t(`checklists.from.file.${code}`, { example: WORDS[code] });
  if (code === "bad_least") return t("checklists.from.file.bad_least", { word: "least" });
  return t(`checklists.from.file.${code}`);
}

export const linesOf = (faults: Faults): readonly string[] =>
  faults === "long"
    ? [t("checklists.from.file.long")]
    : faults.map(({ line, code }) =>
        t("checklists.from.file.line", { line, what: sentenceOf(code) }),
      );
