import { learners, staff } from "@twiza/content";
import type { CourseId, DraftBlock, Item } from "@twiza/contract";
import { type House, newIntent, type Visitor } from "./house.ts";
import { beginFirst, publishFirst } from "./new-trainer.ts";
import { heardQuestionOfWool, openQuestionOfWool, questionsOfWool } from "./nine-questions.ts";
import { bringPicture } from "./pictures.ts";

const wish = () => ({ intentId: newIntent() });
const newItemId = (): Item["id"] => `itm_${newIntent().replaceAll("-", "")}` as Item["id"];
type Practice = Extract<DraftBlock, { kind: "question" }>;

/** The same as practice, in French. */
const practised = ({
  prompt,
  options,
  feedback,
  hint,
  picture,
  ...item
}: Omit<Item, "id">): Practice => {
  const text = prompt.fr ?? "";
  return {
    ...item,
    kind: "question",
    prompt: { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text }] }] },
    options: options.map(({ text: words, feedback: why, pair, ...option }) => ({
      ...option,
      id: `o-${option.id}`,
      text: words.fr ?? "",
      ...(pair ? { pair: pair.fr ?? "" } : {}),
      ...(why ? { feedback: why.fr ?? "" } : {}),
    })),
    feedback: feedback?.fr ?? "On revoit ce geste à la coopérative.",
    ...(hint ? { hint: hint.fr ?? "" } : {}),
    ...(picture ? { picture: { media: picture.media, alt: picture.alt.fr ?? "" } } : {}),
  };
};

/**
 * A published course that asks in each way there is: one lesson to practise the rarer ways, and a test of all that a test may ask. Somebody of
 * the seed is enrolled in it.
 */
export async function courseOfNineKinds(house: House) {
  const contact = staff.secondTrainer.contact;
  const author = await house.as(contact);
  const place = await beginFirst(author, "Laver la laine");
  const { media } = await bringPicture(house, contact, { width: 640, height: 400 });
  const items = questionsOfWool(media).map((item) => ({ ...item, id: newItemId() }));
  for (const item of items)
    await author.do("saveItem", {
      params: { courseId: place.courseId, itemId: item.id },
      body: { ...wish(), item },
    });
  const rarer = [
    ...items.filter(({ question }) => RARER.includes(question)),
    { ...openQuestionOfWool(), id: newItemId() },
    { ...heardQuestionOfWool(media), id: newItemId() },
  ];
  await author.do("saveDraftLesson", {
    params: place,
    body: {
      ...{ ...wish(), language: "fr", commands: await onlyQuestions(author, place, rarer) },
      texts: rarer.map(({ id: _, ...item }) => ({
        key: `ask-${item.question}`,
        base: 0,
        block: practised(item),
      })),
    },
  });
  await publishFirst(author, place);
  const learner = await house.as(learners.underWay.contact);
  await learner.do("enrol", { body: { ...wish(), courseId: place.courseId } });
  return place;
}
const RARER: readonly string[] = ["short", "match", "order", "cloze", "hotspot", "likert"];

/** Nothing of what a new lesson begins with, and a place for each of these. */
async function onlyQuestions(
  author: Visitor,
  params: { readonly courseId: CourseId; readonly lessonId: string },
  items: readonly Item[],
) {
  const { lesson } = await author.do("readDraftLesson", { params, query: { language: "fr" } });
  return [
    ...lesson.places.map(({ key }) => ({ do: "remove" as const, key })),
    ...items.toReversed().map(({ question }) => ({
      do: "add" as const,
      key: `ask-${question}`,
      kind: "question" as const,
      after: "" as const,
    })),
  ];
}
