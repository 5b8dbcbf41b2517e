import { Item, type Language, type Media } from "@twiza/contract";
import { unfitForTest } from "@twiza/contract/marking";
import { attributesOf } from "./attributes.ts";
import { type ContentFault, type Report, reportInto } from "./fault.ts";
import { parseMarkdown } from "./markdown.ts";
import { type Question, questionOf } from "./question.ts";
import { plainTextOf } from "./rich-text.ts";
import { stableId } from "./stable-id.ts";

/** The quiz in one language. */
export type QuizReading = {
  readonly file: string;
  readonly language: Language;
  readonly questions: readonly (Question & { readonly line: number })[];
};

type Place = {
  readonly file: string;
  readonly language: Language;
  /** Pictures of the course, by the names that its author wrote. */
  readonly media: (src: string) => Media | undefined;
};

/** Reads a quiz file of one language into questions. */
export function readQuizFile(
  markdown: string,
  { file, language, media }: Place,
  faults: ContentFault[],
): QuizReading {
  const report = reportInto(faults, file);
  const { blocks } = parseMarkdown(markdown, report);
  const seen = new Set<string>();
  const questions = blocks.flatMap((node) => {
    if (node.name !== "question") {
      report(node, "a quiz holds only :::question{#q1 kind=…} blocks");
      return [];
    }
    const attributes = attributesOf(node, "question", report);
    if (seen.has(attributes.key))
      report(node, `two questions “${attributes.key}”: rename this one`);
    seen.add(attributes.key);
    const question = questionOf({ node, attributes, media, report });
    if (question && unfitForTest(question))
      report(
        node,
        "an open answer is marked by a person: make it an assignment, or ask it in a lesson",
      );
    return question ? [{ ...question, line: node.position?.start.line ?? 1 }] : [];
  });
  return { file, language, questions };
}

/** What must be the same in every language, because it is what is graded. */
const keyOf = ({ question, options, number, credit, picture }: Question): string =>
  JSON.stringify([
    ...[question, credit, number?.value, number?.tolerance, picture?.media.hash],
    options.map(({ right, gap, spot }) => [right, gap, spot]),
  ]);

function reportDisagreement(source: QuizReading, other: QuizReading, report: Report): void {
  for (const { key } of source.questions)
    if (!other.questions.some((question) => question.key === key))
      report(1, `question “${key}” of ${source.file} is missing: translate it`);
  for (const question of other.questions) {
    const original = source.questions.find(({ key }) => key === question.key);
    if (!original) report(question.line, `no question “${question.key}” in ${source.file}`);
    else if (keyOf(original) !== keyOf(question))
      report(
        question.line,
        `“${question.key}” asks otherwise than ${source.file}: same kind, same order of options, same [x], gaps and places, same answer, credit and picture`,
      );
  }
}

type Translated = readonly (readonly [Language, Question])[];

const localizedBy = (all: Translated, read: (question: Question) => string | undefined) =>
  Object.fromEntries(
    all.flatMap(([language, question]) => {
      const text = read(question);
      return text === undefined ? [] : [[language, text] as const];
    }),
  );

/** The same under its name, where anybody has written it. */
function inWords(
  name: "pair" | "feedback" | "hint",
  all: Translated,
  read: (question: Question) => string | undefined,
) {
  const words = localizedBy(all, read);
  return Object.keys(words).length > 0 ? { [name]: words } : {};
}

/** An item holds one unit for all languages; where they differ (DH, درهم) each language reads its own behind the question. */
function itemOf(id: string, source: Question, all: Translated): unknown {
  const units = new Set(all.map(([, question]) => question.number?.unit));
  const prompt = (question: Question): string => {
    const unit = units.size > 1 ? question.number?.unit : undefined;
    return plainTextOf(question.prompt) + (unit ? ` (${unit})` : "");
  };
  const { unit, ...number } = source.number ?? { value: 0, tolerance: 0 };
  return {
    id,
    question: source.question,
    prompt: localizedBy(all, prompt),
    ...(source.credit && { credit: source.credit }),
    options: source.options.map(({ text: _t, pair: _p, feedback: _f, ...option }, index) => ({
      ...option,
      text: localizedBy(all, (question) => question.options[index]?.text),
      ...inWords("pair", all, (question) => question.options[index]?.pair),
      ...inWords("feedback", all, (question) => question.options[index]?.feedback),
    })),
    ...(source.number && { number: { ...number, ...(units.size === 1 && unit && { unit }) } }),
    ...inWords("feedback", all, (question) => question.feedback),
    ...inWords("hint", all, (question) => question.hint),
    ...(source.picture && {
      picture: {
        media: source.picture.media,
        alt: localizedBy(all, (question) => question.picture?.alt),
      },
    }),
  };
}

/** Joins the languages of a quiz into items; `source` decides order and keys, and a language that disagrees is a fault. */
export function joinQuiz(
  slug: string,
  { source, others }: { source: QuizReading; others: readonly QuizReading[] },
  faults: ContentFault[],
): Item[] {
  for (const other of others) reportDisagreement(source, other, reportInto(faults, other.file));
  const report = reportInto(faults, source.file);
  return source.questions.flatMap((question) => {
    const all: Translated = [source, ...others].flatMap(({ language, questions }) => {
      const found = questions.find(({ key }) => key === question.key);
      return found ? [[language, found] as const] : [];
    });
    const item = Item.safeParse(itemOf(stableId("item", `${slug}/${question.key}`), question, all));
    if (item.success) return [item.data];
    for (const issue of item.error.issues)
      report(question.line, `“${question.key}”: ${issue.path.join(".")} ${issue.message}`);
    return [];
  });
}
