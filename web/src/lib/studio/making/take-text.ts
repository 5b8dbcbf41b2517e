import { writtenOf } from "@twiza/exchange/checklist";
import type { MarkdownBlock, MarkdownPack } from "@twiza/exchange/markdown";
import type { Draft, DraftBlock } from "@twiza/contract";
import {
  inLanguage,
  type ContentLanguage,
  languagesWith,
  type Localized,
} from "@twiza/contract/where";
import { isUnwritten, isWordless, withShared } from "../blocks.ts";
import { mediaIn } from "./media-in.ts";
import type { Outside } from "./outside.ts";

type Lesson = MarkdownPack["modules"][number]["lessons"][number];
type Wish = {
  readonly draft: Draft;
  readonly language: ContentLanguage;
  /** One lesson alone; all of them otherwise. */
  readonly lessonId?: string | undefined;
  readonly onlesson?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
};
type Kept = Exclude<DraftBlock, { kind: "title" }>;

/** Whether there is something to read or to look at. */
const isThere = (block: DraftBlock | undefined): block is Kept =>
  block !== undefined &&
  block.kind !== "title" &&
  (!isUnwritten(block) || (block.kind === "picture" && block.media !== undefined));

/** A title in one language, or in the nearest that has one. */
const said = (title: Localized, language: ContentLanguage): string =>
  inLanguage(title, language).text;

/** The lessons of a course as they are being written, in one language. @throws Problem */
export async function textsOf(
  { call, content }: Pick<Outside, "call" | "content">,
  { draft, language, lessonId, onlesson, signal }: Wish,
): Promise<MarkdownPack> {
  const { courseId, modules } = draft.outline;
  const desk = await call("readCourse", { params: { courseId } });
  const { title, sourceLanguage, otherLanguages, checklists = [] } = desk.draft;
  const others = languagesWith(otherLanguages).filter((each) => each !== sourceLanguage);
  const wanted = modules.map((module) => ({
    title: said(module.title, language),
    ids: module.lessonIds.filter((id) => lessonId === undefined || id === lessonId),
  }));
  const total = wanted.reduce((sum, { ids }) => sum + ids.length, 0);
  let done = 0;
  const written: { title: string; lessons: Lesson[] }[] = [];
  for (const { ids, ...module } of wanted) {
    const lessons: Lesson[] = [];
    for (const id of ids) {
      signal?.throwIfAborted();
      const place = { courseId, lessonId: id, language, source: draft.sourceLanguage };
      lessons.push(await lessonIn({ call }, place));
      onlesson?.((done += 1), total);
    }
    if (lessons.length > 0) written.push({ ...module, lessons });
  }
  const media = [...mediaIn(written).values()].map((medium) => ({
    ...medium,
    read: () => content(medium.hash),
  }));
  return {
    ...{ title: said(title, language), language, modules: written, media },
    ...(lessonId === undefined && {
      checklists: checklists.map((each) => writtenOf(each, [sourceLanguage, ...others])),
    }),
  };
}

type Place = {
  readonly courseId: string;
  readonly lessonId: string;
  readonly language: ContentLanguage;
  readonly source: ContentLanguage;
};

/** What has no words in any language stands in each as it stands in the original. */
async function lessonIn(
  { call }: Pick<Outside, "call">,
  { courseId, lessonId, language, source }: Place,
): Promise<Lesson> {
  const { lesson, words } = await call("readDraftLesson", {
    params: { courseId, lessonId },
    query: { language, ...(language === source ? {} : { beside: source }) },
  });
  const textsIn = (one: ContentLanguage) =>
    words.find((each) => each.language === one)?.texts ?? {};
  const [own, original] = [textsIn(language), textsIn(source)];
  const blocks = lesson.places.flatMap(({ key }): MarkdownBlock[] => {
    const [block, first] = [own[key]?.block, original[key]?.block];
    if (first && first.kind !== "title" && isWordless(first)) return [first];
    return isThere(block) ? [withShared(block, first)] : [];
  });
  return { title: said(lesson.title, language), minutes: lesson.minutes, blocks };
}
