import type { Block, Draft, Finding, PackFile } from "@twiza/contract";
import { mediaOf, remarksOn, type Weighed, type Weight, weightIn } from "@twiza/contract/quality";
import type { ContentLanguage } from "@twiza/contract/where";
import type { LessonView } from "../lesson-view.ts";
import { withShared } from "../blocks.ts";
import { shown } from "../shown.ts";

/** A lesson in one language as it would be read, block by block in the source where words are missing. */
export type Look = {
  readonly title: string;
  readonly blocks: readonly Block[];
  /** Words are missing: until they are there, learners get it whole in another language. */
  readonly isPartial: boolean;
};

export function lookOf(
  { lesson, words }: LessonView,
  { language, source }: { readonly language: ContentLanguage; readonly source: ContentLanguage },
): Look {
  const own = words[language]?.texts;
  const wordsFor = (key: string) => (own?.[key] ?? words[source]?.texts[key])?.block;
  const title = wordsFor("title");
  const blocks = lesson.places.flatMap(({ key }) => {
    const block = wordsFor(key);
    const original = words[source]?.texts[key]?.block;
    return (block && shown(key, withShared(block, original))) ?? [];
  });
  const isPartial = ["title", ...lesson.places.map(({ key }) => key)].some((key) => !own?.[key]);
  return { title: title?.kind === "title" ? title.text : "", blocks, isPartial };
}

/** Composing leaves out what may be left out and is blank. */
const OPTIONAL: ReadonlySet<string> = new Set(["caption", "feedback", "hint", "about"]);
const unlessBlank = (name: string, value: unknown): unknown =>
  OPTIONAL.has(name) && typeof value === "string" && value.trim() === "" ? undefined : value;

const kindOf = (type: string): Weighed["kind"] => {
  if (type === "audio/ogg") return "audio";
  if (type.startsWith("video/")) return "video";
  return type.startsWith("image/") ? "picture" : "file";
};

/** What is fetched for a lesson in one language, its text as the JSON that composing makes of it. */
function filesIn(
  view: LessonView,
  language: ContentLanguage,
  source: ContentLanguage,
): readonly Weighed[] {
  const { title, blocks, isPartial } = lookOf(view, { language, source });
  if (isPartial) return [];
  const lessonId = view.lesson.id;
  const body = { format: 1, lessonId, language, title, blocks };
  const bytes = new TextEncoder().encode(JSON.stringify(body, unlessBlank)).length;
  const about = { lessonIds: [lessonId], languages: [language], spoken: [] };
  const media = blocks
    .flatMap(mediaOf)
    .map((each): Weighed => ({ ...each, ...about, kind: kindOf(each.type) }));
  return [{ hash: `${lessonId} ${language}`, bytes, kind: "lesson", ...about }, ...media];
}

/**
 * What a learner of a language fetches of a lesson at this moment. What is on the desk counts as it is written; what is not, and the
 * voices, as the server told them.
 */
export function weightNow(
  view: LessonView,
  tongues: { readonly language: ContentLanguage; readonly source: ContentLanguage },
  told: readonly PackFile[],
): Weight {
  const open = Object.keys(view.words);
  const others = told.flatMap((file): Weighed[] => {
    const languages = file.languages.filter((language) => !open.includes(language));
    return languages.length > 0 || file.spoken.length > 0 ? [{ ...file, languages }] : [];
  });
  const here = open.flatMap((language) => filesIn(view, language, tongues.source));
  return weightIn([...here, ...others], new Set([view.lesson.id]), tongues.language);
}

/** What is not yet good in a lesson as it stands on the desk, by the rules that the server asks of what is kept. */
export function remarksNow(
  { lesson, words }: LessonView,
  language: ContentLanguage,
  { draft, host }: { readonly draft: Draft | undefined; readonly host: string },
): readonly Finding[] {
  const source = words[draft?.sourceLanguage ?? language];
  const blocks = lesson.places.flatMap(({ key }) => {
    const block = words[language]?.texts[key]?.block;
    return block ? [{ key, block: withShared(block, source?.texts[key]?.block) }] : [];
  });
  const lessonIds = draft?.outline.modules.flatMap((module) => module.lessonIds) ?? [lesson.id];
  const site = { host, courseId: lesson.courseId, lessonIds };
  return remarksOn({ lessonId: lesson.id, language, blocks }, site);
}
