import { writtenWords } from "../html/write-html.ts";
import { type Library, outPicture } from "../questions/out-picture.ts";
import type { WrittenQuestion } from "../questions/written-question.ts";
import { tag, xmlText } from "../xml/write-xml.ts";
import { htmlField, textTag, wordsField } from "./write-fields.ts";

/** Parts of a mark as Moodle lets them be, in percent. */
const partOf = (count: number): number => Number((100 / count).toFixed(5));

function fractionsOf({ question, options, credit }: WrittenQuestion): readonly [number, number] {
  if (question !== "multiple") return [100, 0];
  const part = partOf(options.filter(({ right }) => right).length);
  // Whoever chooses all gains nothing by it.
  return [part, credit === "part" ? -part : -100];
}

function choices(question: WrittenQuestion, library: Library): string {
  const [right, wrong] = fractionsOf(question);
  const answers = question.options.map((option) =>
    tag(
      "answer",
      { fraction: option.right ? right : wrong, format: "html" },
      htmlField(writtenWords(option.text), outPicture(option.picture, library)),
      wordsField("feedback", option.feedback),
    ),
  );
  const isOne = question.question !== "multiple";
  return [
    tag("single", {}, String(isOne)),
    // What is true or false keeps its order.
    tag("shuffleanswers", {}, question.question === "truefalse" ? "0" : "1"),
    tag("answernumbering", {}, "none"),
    ...answers,
  ].join("\n");
}

const short = ({ options }: WrittenQuestion): string =>
  [
    tag("usecase", {}, "0"),
    ...options.map(({ text, right, feedback }) =>
      tag(
        "answer",
        { fraction: right ? 100 : 0, format: "plain_text" },
        textTag(text.replaceAll("*", "\\*")),
        wordsField("feedback", feedback),
      ),
    ),
  ].join("\n");

function number({ number: key }: WrittenQuestion): string {
  if (!key) return "";
  const unit = key.unit === undefined ? "" : tag("units", {}, tag("unit", {}, tag("multiplier", {}, "1"), tag("unit_name", {}, xmlText(key.unit)))); // prettier-ignore
  return [
    tag("answer", { fraction: 100, format: "plain_text" }, textTag(String(key.value)), wordsField("feedback"), tag("tolerance", {}, String(key.tolerance))), // prettier-ignore
    tag("unitgradingtype", {}, "0"),
    tag("showunits", {}, "3"),
    unit,
  ].join("\n");
}

const match = ({ options }: WrittenQuestion, library: Library): string =>
  [
    tag("shuffleanswers", {}, "1"),
    ...options.map(({ text, pair = "", picture }) =>
      tag(
        "subquestion",
        { format: "html" },
        htmlField(writtenWords(text), outPicture(picture, library)),
        tag("answer", {}, textTag(pair)),
      ),
    ),
  ].join("\n");

const order = ({ options, credit }: WrittenQuestion, library: Library): string =>
  [
    tag("layouttype", {}, "VERTICAL"),
    tag("selecttype", {}, "ALL"),
    tag("selectcount", {}, "0"),
    // What comes right behind the one before it counts, as here.
    tag("gradingtype", {}, credit === "part" ? "RELATIVE_NEXT_EXCLUDE_LAST" : "ALL_OR_NOTHING"),
    tag("showgrading", {}, "SHOW"),
    ...options.map(({ text, picture }, at) =>
      tag(
        "answer",
        { fraction: at + 1, format: "html" },
        htmlField(writtenWords(text), outPicture(picture, library)),
      ),
    ),
  ].join("\n");

/** Words of one's own; what to look for in them is for whoever marks. */
function essay({ options }: WrittenQuestion): string {
  const points = options.map(({ text }) => `<li>${writtenWords(text)}</li>`);
  return [
    tag("responseformat", {}, "editor"),
    tag("responserequired", {}, "1"),
    tag("responsefieldlines", {}, "10"),
    tag("attachments", {}, "0"),
    tag("attachmentsrequired", {}, "0"),
    tag("graderinfo", { format: "html" }, htmlField(points.length > 0 ? `<ul>${points.join("")}</ul>` : "")), // prettier-ignore
    tag("responsetemplate", { format: "html" }, textTag("")),
  ].join("\n");
}

/** What stands in a question of one of Moodle's types, beside what all have. */
export const BODIES: Readonly<
  Record<string, (question: WrittenQuestion, library: Library) => string>
> = {
  multichoice: choices,
  numerical: number,
  shortanswer: short,
  matching: match,
  ordering: order,
  essay,
};
