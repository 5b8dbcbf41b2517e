import { plainTextOf } from "../compose/rich-text.ts";
import { askedPicture } from "../questions/out-picture.ts";
import type { WrittenQuestion } from "../questions/written-question.ts";
import { quoted } from "../quoted.ts";
import { tag } from "../xml/write-xml.ts";
import { choiceParts, type Making } from "./write-choices.ts";
import { clozeParts, numberParts, shortParts } from "./write-gaps.ts";
import { hotspotParts } from "./write-hotspot.ts";
import { openParts } from "./write-open.ts";
import { matchParts, orderParts } from "./write-order.ts";
import { img, modal, outcome, type Parts, richHtml, rubric } from "./write-parts.ts";
import { processing, type Saying } from "./write-rules.ts";

const PARTS: Readonly<
  Record<
    WrittenQuestion["question"],
    (question: WrittenQuestion, making: Making) => Parts | undefined
  >
> = {
  choice: choiceParts,
  multiple: choiceParts,
  truefalse: choiceParts,
  number: numberParts,
  short: shortParts,
  match: matchParts,
  order: orderParts,
  cloze: clozeParts,
  hotspot: hotspotParts,
  open: openParts,
  likert: choiceParts,
};

/** What is asked; a picture beneath it, unless it is answered on it; a hint where only whoever teaches reads it. */
function bodyOf(question: WrittenQuestion, { body }: Parts, { picture }: Making): string {
  const { question: kind, prompt, hint } = question;
  const isOnIt = kind === "hotspot";
  const shown = picture && !isOnIt ? tag("p", {}, img(picture, picture.alt)) : "";
  const secret = hint === undefined ? "" : rubric({ view: "tutor", use: "ext:hint" }, hint);
  return secret + (kind === "cloze" ? body + shown : richHtml(prompt) + shown + body);
}

type Item = {
  readonly identifier: string;
  readonly language: string;
  readonly dir: "ltr" | "rtl";
};

const NAMESPACES = {
  xmlns: "http://www.imsglobal.org/xsd/imsqtiasi_v3p0",
  "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
  "xsi:schemaLocation":
    "http://www.imsglobal.org/xsd/imsqtiasi_v3p0 https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd",
};

/** A question as an item of QTI 3; nothing for one that is answered on a picture which is not there. */
export function writeItem(
  question: WrittenQuestion,
  { identifier, language, dir }: Item,
  { library, shelf }: Omit<Making, "picture">,
): string | undefined {
  const shown = askedPicture(question.picture, library);
  const making: Making = { library, shelf, picture: shown && { ...shelf(shown), alt: shown.alt } };
  const parts = PARTS[question.question](question, making);
  if (!parts) return undefined;
  const { feedback } = question;
  const sayings: Saying[] = [...parts.sayings, ...(feedback ? [{ to: "all" } as const] : [])];
  const attributes = {
    ...NAMESPACES,
    ...{ identifier, title: quoted(plainTextOf(question.prompt)) || identifier },
    ...{ adaptive: "false", "time-dependent": "false", "xml:lang": language },
  };
  const score = tag(
    "qti-outcome-declaration",
    { identifier: "SCORE", cardinality: "single", "base-type": "float" },
    tag("qti-default-value", {}, tag("qti-value", {}, "0")),
  );
  // Answers are declared before what comes of them.
  const isAnswer = (each: string): boolean => each.startsWith("<qti-response-declaration");
  const item = tag(
    "qti-assessment-item",
    attributes,
    ...parts.declarations.filter(isAnswer),
    score,
    ...parts.declarations.filter((each) => !isAnswer(each)),
    feedback ? outcome("GENERAL", "single") : "",
    tag("qti-item-body", {}, tag("div", { dir }, bodyOf(question, parts, making))),
    processing(parts.scoring, sayings),
    ...parts.modals,
    feedback ? modal("GENERAL", "ALL", feedback) : "",
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${item}\n`;
}
