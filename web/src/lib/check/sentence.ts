import { type Form, FORM_NAMES, type Look, type Step } from "@twiza/credential/check";
import { type MessageKey, show, t } from "#lib";

/** The files that somebody may choose. */
export const FILE_KINDS = (["pdf", "png", "svg", "jwt", "json"] as const)
  .map((form) => FORM_NAMES[form])
  .join(", ");

/** What was found at a step, in the reader's words. */
export function sentenceOf({ finding, step, at, count = 0, name = "" }: Step, form?: Form): string {
  const key = `check.found.${finding}` as const;
  const given = {
    at: at === undefined ? "" : dateOf(at, step),
    count,
    name,
    kind: form ? FORM_NAMES[form] : "",
  };
  // Each sentence takes of these what it names; the compiler cannot see which for a key that is not written out.
  return t(key as "check.found.log.seen", given);
}

/** A day where that says enough; the hour as well of what may change within it. */
const dateOf = (at: string, step: Step["step"]): string =>
  at.length === 10 ? show.day(at) : step === "status" ? show.moment(at) : show.date(at);

export const verdictKey = (look: Look): MessageKey => `check.verdict.${look}`;
