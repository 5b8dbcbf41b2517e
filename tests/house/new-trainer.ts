import { staff } from "@twiza/content";
import type { CourseId, LessonId } from "@twiza/contract";
import { found } from "@twiza/core";
import { type House, newIntent, type Visitor } from "./house.ts";
import { newCourseId } from "./new-ids.ts";

type Place = { readonly courseId: CourseId; readonly lessonId: LessonId };
const wish = () => ({ intentId: newIntent() });

/** Hires somebody who has never written a course. @returns her contact */
export async function newTrainer(
  house: House,
  { name, contact }: { readonly name: string; readonly contact: string },
): Promise<string> {
  const administrator = await house.as(staff.administrator.contact);
  const body = { ...wish(), name, contact, roles: ["trainer" as const] };
  await administrator.do("grantMembership", { body });
  return contact;
}

/** A course with one short lesson, to be filled in. */
export async function beginFirst(trainer: Visitor, title: string): Promise<Place> {
  const about = { title, summary: "Tondre sans blesser.", sourceLanguage: "fr" as const };
  const { id: courseId } = await trainer.do("createCourse", {
    body: { ...wish(), courseId: newCourseId(), begin: "lesson", ...about },
  });
  const { lessons } = await trainer.do("readDraft", { params: { courseId } });
  return { courseId, lessonId: found(lessons[0]).id };
}

/** Fills it in, without the picture, and gives the course a test of one item that nobody names. */
export async function fillFirst(trainer: Visitor, place: Place): Promise<void> {
  const text = [{ type: "text" as const, text: "La laine mouillée pourrit très vite." }];
  const doc = { type: "doc" as const, content: [{ type: "paragraph" as const, content: text }] };
  const options = ["Sèche", "Mouillée"].map((word, at) => ({
    ...{ id: `o-${String(at)}`, text: word, right: at === 0 },
  }));
  const asked = { kind: "question" as const, question: "choice" as const, prompt: doc, options };
  await trainer.do("saveDraftLesson", {
    params: place,
    body: {
      ...{ ...wish(), language: "fr", commands: [{ do: "remove", key: "picture" }] },
      texts: [
        { key: "words", base: 0, block: { kind: "text", doc } },
        { key: "practice", base: 0, block: asked },
      ],
    },
  });
  const itemId = `itm_${newIntent().replaceAll("-", "")}` as never;
  const item = {
    ...{ id: itemId, question: "choice" as const, prompt: { fr: "La laine ?" } },
    options: options.map((option) => ({ ...option, text: { fr: option.text } })),
  };
  await trainer.do("saveItem", {
    params: { courseId: place.courseId, itemId },
    body: { ...wish(), item },
  });
}

/** Makes the draft ready and publishes it. */
export async function publishFirst(trainer: Visitor, { courseId }: Place) {
  const params = { courseId };
  await trainer.do("composeDraft", { params, body: wish() });
  return trainer.do("publishCourse", { params, body: { ...wish(), note: "Première." } });
}
