import { PROOFS, type ProofKind } from "@twiza/contract/handing";
import type { Section } from "../markdown/headed.ts";
import { type AssignmentFault, USUAL, type WrittenAssignment } from "./written.ts";

export type Tell = (line: number, code: AssignmentFault["code"]) => void;

type Said = { readonly name: string; readonly most: number; readonly least?: number };

/** A whole number that the head says; `usual` where it says none. */
function numberIn<T>(
  { head, line }: Section,
  { name, most, least = 0 }: Said,
  { usual, fault }: { readonly usual: T; readonly fault: () => void },
): number | T {
  const said = head.get(name);
  if (said === undefined) return usual;
  const value = Number(said.replace(/ *%$/, ""));
  if (said !== "" && Number.isInteger(value) && value >= least && value <= most && line > 0)
    return value;
  fault();
  return usual;
}

const isKind = (word: string): word is ProofKind => PROOFS.some((known) => known === word);

function takesIn({ head, line }: Section, tell: Tell): readonly ProofKind[] {
  const said = head.get("takes");
  if (said === undefined) return USUAL.takes;
  const words = said.split(",").map((word) => word.trim());
  if (!words.every(isKind)) tell(line, "bad_takes");
  const kinds = PROOFS.filter((kind) => words.includes(kind));
  return kinds.length > 0 ? kinds : USUAL.takes;
}

/** What an assignment asks for whatever its language, as its first head says it. */
export function settingsIn(section: Section, tell: Tell): Omit<WrittenAssignment, "parts"> {
  const { head, line } = section;
  const fault = (code: AssignmentFault["code"]) => () => tell(line, code);
  const apart = numberIn(section, { name: "second", most: 100 }, { usual: undefined, fault: fault("bad_second") }); // prettier-ignore
  return {
    takes: takesIn(section, tell),
    leastPercent: numberIn(section, { name: "least", most: 100 }, { usual: USUAL.leastPercent, fault: fault("bad_least") }), // prettier-ignore
    triesAllowed: numberIn(section, { name: "tries", most: 10, least: 1 }, { usual: USUAL.triesAllowed, fault: fault("bad_tries") }), // prettier-ignore
    anonymous: head.get("anonymous") === "yes",
    ...(apart === undefined ? {} : { apart }),
  };
}
