import {
  type ContentLanguage,
  type DraftAssignment,
  type DraftChecklist,
  languagesWith,
  type Localized,
} from "@twiza/contract";
import { ExchangeFault } from "../fault.ts";
import type { ArchivedCourse } from "./course.ts";
import type { ArchivedQuiz, Manifest } from "./manifest.ts";

type Settings = Pick<ArchivedCourse<unknown>, "sourceLanguage" | "otherLanguages">;

/** Where an archive says something, and in which languages. */
const saidIn = ({ sourceLanguage, title, summary, modules }: Manifest): ContentLanguage[] => [
  sourceLanguage,
  ...[title, summary].flatMap((text) => Object.keys(text)),
  ...modules.flatMap((module) => [
    ...Object.keys(module.title),
    ...module.lessons.flatMap((lesson) => [...Object.keys(lesson.title), ...lesson.languages]),
  ]),
];

const askedIn = ({ title, items }: ArchivedQuiz): ContentLanguage[] => {
  const texts: (Localized | undefined)[] = items.flatMap(
    ({ prompt, feedback, hint, picture, options }) => [
      ...[prompt, feedback, hint, picture?.alt],
      ...options.flatMap((option) => [option.text, option.pair, option.feedback]),
    ],
  );
  return [title, ...texts].flatMap((text) => Object.keys(text ?? {}));
};

const watchedIn = ({ title, task, criteria }: DraftChecklist): ContentLanguage[] =>
  [title, task, ...criteria.flatMap(({ text, sign = {} }) => [text, sign])].flatMap((text) =>
    Object.keys(text),
  );

const handedIn = ({ title, task, criteria }: DraftAssignment): ContentLanguage[] =>
  [
    ...[title, task],
    ...criteria.flatMap((each) => [each.title, ...each.levels.map(({ text }) => text)]),
  ].flatMap((text) => Object.keys(text));

function onlyNamed({ otherLanguages }: Settings, languages: readonly ContentLanguage[]): void {
  const named = languagesWith(otherLanguages);
  const language = languages.find((each) => !named.includes(each));
  if (language !== undefined) throw new ExchangeFault("archive.language", { language });
}

/**
 * A language beside ours has a name, or nobody could choose it.
 * @throws ExchangeFault `archive.language` with the first `language` that has none
 */
export const onlyNamedIn = (manifest: Manifest): void => onlyNamed(manifest, saidIn(manifest));
/** The same of its checklists. @throws as above */
export const onlyNamedInChecklists = (
  settings: Settings,
  checklists: readonly DraftChecklist[],
): void => onlyNamed(settings, checklists.flatMap(watchedIn));
/** The same of its assignments. @throws as above */
export const onlyNamedInAssignments = (
  settings: Settings,
  assignments: readonly DraftAssignment[],
): void => onlyNamed(settings, assignments.flatMap(handedIn));
/** The same of its test. @throws as above */
export const onlyNamedInQuiz = (settings: Settings, quiz: ArchivedQuiz): void =>
  onlyNamed(settings, askedIn(quiz));
