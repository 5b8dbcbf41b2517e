import type { DraftAssignment } from "@twiza/contract";
import { HANDING_LIMITS, PROOFS } from "@twiza/contract/handing";
import type { AssignmentFault } from "@twiza/exchange/assignment";
import { t } from "../../i18n.svelte.ts";
import { away } from "../away.ts";
import { MOST_TRIES } from "./assignment-form.ts";

/** An assignment of twelve criteria in all languages is a quarter of it. */
const MOST_BYTES = 512 * 1024;

type Read =
  | { readonly like: DraftAssignment }
  /** What has to be mended in it, in the reader's language. */
  | { readonly lines: () => readonly string[] };

/** What a text says as an assignment, or what in it has to be mended. @throws Problem `offline` */
export async function fromFile(file: File): Promise<Read> {
  if (file.size > MOST_BYTES) return { lines: () => [t("assignments.from.file.long")] };
  const { draftOf, readAssignment } = await import("@twiza/exchange/assignment").catch(away);
  const read = readAssignment(await file.text());
  if ("faults" in read) return { lines: () => read.faults.map(lineOf) };
  // Whoever takes it gives it an id of its own.
  return { like: { ...draftOf(read.assignment), id: "" as DraftAssignment["id"] } };
}

const lineOf = ({ line, code }: AssignmentFault): string =>
  t("assignments.from.file.line", { line, what: sentenceOf(code) });

/** What stands in the text for what is missing: these are words of the notation, in no language. */
const WORDS = { no_language: "language: fr", no_title: "title: …" } as const;
const NUMBERS = {
  bad_least: { word: "least", least: 0, most: 100 },
  bad_tries: { word: "tries", least: 1, most: MOST_TRIES },
  bad_second: { word: "second", least: 0, most: 100 },
} as const;

function sentenceOf(code: AssignmentFault["code"]): string {
  switch (code) {
    case "no_language":
    case "no_title":
      return t(`assignments.from.file.${code}`, { example: WORDS[code] });
    case "bad_least":
    case "bad_tries":
    case "bad_second":
      return t("assignments.from.file.number", NUMBERS[code]);
    case "bad_takes":
      return t("assignments.from.file.bad_takes", { word: "takes", kinds: PROOFS.join(", ") });
    case "few_levels":
      return t("assignments.from.file.few_levels", {
        least: HANDING_LIMITS.leastLevels,
        most: HANDING_LIMITS.levels,
      });
    default:
      return t(`assignments.from.file.${code}`);
  }
}
