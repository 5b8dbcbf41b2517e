import { staff } from "@twiza/content";
import type { DraftBlock, DraftText } from "@twiza/contract";
import { found } from "@twiza/core";
import { type House, newIntent, type Visitor } from "./house.ts";
import { newLessonId } from "./new-ids.ts";
import { beginFirst, fillFirst, publishFirst } from "./new-trainer.ts";
import { addLanguage, AJAMI, WOLOF } from "./other-language.ts";
import { bring } from "./pictures.ts";
import { someSound } from "./videos.ts";

const wish = () => ({ intentId: newIntent() });
type Place = Awaited<ReturnType<typeof beginFirst>>;

/** What the first lesson says of itself in each language. */
export const WOOL = {
  fr: "La laine mouillée pourrit très vite.",
  wo: "Kawar gu tooy dafay yàqu gaaw.",
  "ha-Arab": "دَنْيَنْ غَاشِي يَنَا لَالَاتَ دَ سَوْرِي.",
} as const;
const OTHERS = [WOLOF.language, AJAMI.language] as const;
type Said = (typeof OTHERS)[number];

/**
 * A course that is published with two lessons: the first is written in French, in Wolof, and in Hausa with Arabic letters; the
 * second in French alone.
 */
export async function courseInWolof(house: House) {
  await addLanguage(house, WOLOF);
  await addLanguage(house, AJAMI);
  const author = await house.as(staff.secondTrainer.contact);
  const first = await beginFirst(author, "Tondre et sécher");
  await fillFirst(author, first);
  await writtenIn(author, first);
  await spoken(house, author, first);
  for (const language of OTHERS) await translated(author, first, language);
  const inFrench = await addLesson(author, first);
  await publishFirst(author, first);
  return { courseId: first.courseId, first: first.lessonId, inFrench };
}

async function writtenIn(author: Visitor, { courseId }: Place): Promise<void> {
  const params = { courseId };
  const { revision } = await author.do("readCourse", { params });
  const title = { fr: "Tondre et sécher", wo: "Wat ak wowal" };
  const about = { title, summary: { fr: "La laine, de la tonte au séchage." } };
  const rules = { passMarkPercent: 60, triesAllowed: 3 };
  await author.do("editCourse", {
    params,
    body: { ...wish(), revision, ...about, ...rules, otherLanguages: [...OTHERS] },
  });
}

/** A recording at its head, which a translation brings along. */
async function spoken(house: House, author: Visitor, params: Place): Promise<void> {
  const intentId = newIntent();
  await bring(author, { house, intentId, type: "audio/ogg", bytes: someSound() });
  const { media } = await author.do("takeUpload", { body: { intentId, name: "laine.ogg" } });
  if (media.type !== "audio/ogg") throw new Error("it was taken as something else");
  const block = { kind: "audio" as const, media, seconds: 9, transcript: WOOL.fr };
  await author.do("saveDraftLesson", {
    params,
    body: {
      ...{
        ...wish(),
        language: "fr",
        commands: [{ do: "add", key: "heard", kind: "audio", after: "words" }],
      },
      texts: [{ key: "heard", base: 0, block }],
    },
  });
}

/** Each text of the lesson, with its words in that language. */
async function translated(author: Visitor, params: Place, language: Said): Promise<void> {
  const { words } = await author.do("readDraftLesson", { params, query: { language: "fr" } });
  const texts = Object.entries(found(words[0]).texts).map(([key, text]) => ({
    ...{ key, base: 0, block: saidIn(text, language) },
  }));
  await author.do("saveDraftLesson", {
    params,
    body: { ...wish(), language, commands: [], texts },
  });
}

function saidIn({ block }: DraftText, language: Said): DraftBlock {
  const text = WOOL[language];
  const doc = { type: "doc" as const, content: [{ type: "paragraph" as const, content: [{ type: "text" as const, text }] }] }; // prettier-ignore
  if (block.kind === "title") return { kind: "title", text: `${text.split(" ")[0] ?? ""} 1` };
  if (block.kind === "audio") return { ...block, transcript: text };
  if (block.kind === "question") return { ...block, prompt: doc };
  return { kind: "text", doc };
}

async function addLesson(author: Visitor, { courseId }: Place): Promise<string> {
  const lessonId = newLessonId();
  const { outline } = await author.do("readDraft", { params: { courseId } });
  const { id: moduleId, lessonIds } = found(outline.modules[0]);
  const add = { do: "addLesson" as const, id: lessonId, moduleId, after: lessonIds.at(-1) ?? "" };
  await author.do("arrangeDraft", {
    params: { courseId },
    body: { ...wish(), commands: [{ ...add, title: { fr: "Sécher" }, template: "empty" }] },
  });
  const text = [{ type: "text" as const, text: "À l’ombre, sur une claie." }];
  const doc = { type: "doc" as const, content: [{ type: "paragraph" as const, content: text }] };
  await author.do("saveDraftLesson", {
    params: { courseId, lessonId },
    body: {
      ...{
        ...wish(),
        language: "fr",
        commands: [{ do: "add", key: "dry", kind: "text", after: "" }],
      },
      texts: [{ key: "dry", base: 0, block: { kind: "text", doc } }],
    },
  });
  return lessonId;
}
