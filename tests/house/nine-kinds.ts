import { staff } from "@twiza/content";
import { type CourseId, Item, type LessonId, type Media } from "@twiza/contract";
import { found } from "@twiza/core";
import { type House, newIntent, type Visitor } from "./house.ts";
import { findLandmarks } from "./landmarks.ts";
import { beginFirst, fillFirst, publishFirst } from "./new-trainer.ts";
import { largeCohort } from "./offline.ts";
import { bringPicture } from "./pictures.ts";

const say = (fr: string, ar?: string) => (ar === undefined ? { fr } : { fr, ar });
const option = (id: string, text: object, right: boolean, over: object = {}) => ({
  ...{ id, text, right },
  ...over,
});
const part = { credit: "part" };

/** One graded item of every kind, in French and Arabic; those of several parts count in parts. */
const nineItems = (picture: Media): readonly Item[] =>
  [
    {
      question: "choice",
      prompt: say("Quelle laine garde-t-on ?", "أي صوف نحتفظ به؟"),
      options: [option("a", say("La sèche", "الجاف"), true, { picture }), option("b", say("La mouillée", "المبلل"), false, { feedback: say("Elle pourrit.", "يتعفن.") })],
      hint: say("Elle ne pourrit pas.", "لا يتعفن."),
    },
    {
      question: "multiple", ...part,
      prompt: say("Que faut-il pour tondre ?", "ماذا يلزم للجز؟"),
      options: [option("a", say("Des ciseaux", "مقص"), true), option("b", say("Un drap", "ملاءة"), true), option("c", say("Du sel", "ملح"), false), option("d", say("Un fer", "مكواة"), false)],
    },
    {
      question: "truefalse",
      prompt: say("On tond au printemps.", "نجز في الربيع."),
      options: [option("true", say("Vrai", "صحيح"), true), option("false", say("Faux", "خطأ"), false)],
    },
    { question: "number", prompt: say("Combien font 3 toisons de 2,5 kg ?", "كم تزن 3 جزات؟"), options: [], number: { value: 7.5, tolerance: 0.1, unit: "kg" } },
    {
      question: "short",
      prompt: say("Comment s’appelle la laine d’une brebis ?", "ما اسم صوف النعجة؟"),
      options: [option("a", say("toison", "جزة"), true), option("b", say("la toison"), true), option("c", say("peau", "جلد"), false, { feedback: say("La peau reste sur la brebis.", "الجلد يبقى.") })],
    },
    {
      question: "match", ...part,
      prompt: say("Qui fait quoi ?", "من يفعل ماذا؟"),
      options: [["Ciseaux", "Couper"], ["Drap", "Garder propre"], ["Balance", "Peser"], ["Couteau", "Couper"]].map(([text = "", pair = ""], at) => option("abcd".charAt(at), say(text), true, { pair: say(pair) })),
    },
    {
      question: "order", ...part,
      prompt: say("Dans quel ordre ?", "بأي ترتيب؟"),
      options: [["Attacher", "ربط"], ["Tondre", "جز"], ["Trier", "فرز"], ["Peser", "وزن"]].map(([fr = "", ar = ""], at) => option("abcd".charAt(at), say(fr, ar), true)),
    },
    {
      question: "cloze", ...part,
      prompt: say("On lave la laine à l’eau [[a]], puis on la fait [[b]].", "نغسل الصوف بماء [[a]] ثم [[b]]."),
      options: [option("a", say("froide", "بارد"), true, { gap: "a" }), option("b", say("bouillante", "مغلي"), false, { gap: "a" }), option("c", say("sécher", "نجففه"), true, { gap: "b" })],
    },
    {
      question: "hotspot", ...part,
      prompt: say("Où tient-on la brebis ?", "أين نمسك النعجة؟"),
      picture: { media: picture, alt: say("Une brebis", "نعجة") },
      options: [option("a", say("Le menton", "الذقن"), true, { spot: { x: 200, y: 300 } }), option("b", say("La hanche", "الورك"), true, { spot: { x: 700, y: 500 } }), option("c", say("L’oreille", "الأذن"), false, { spot: { x: 150, y: 150 } })],
    },
  ].map((item) => Item.parse({ ...item, id: `itm_${newIntent().replaceAll("-", "")}` })); // prettier-ignore

export type NineKinds = {
  readonly courseId: CourseId;
  readonly lessonId: LessonId;
  readonly trainer: Visitor;
  readonly items: readonly Item[];
  readonly picture: Awaited<ReturnType<typeof bringPicture>>;
};

/** A course of one short lesson that the trainer of the seed has begun, with a picture for its test; its test is empty. */
export async function beginNine(house: House): Promise<NineKinds> {
  const trainer = await house.as(staff.trainer.contact);
  const picture = await bringPicture(house, staff.trainer.contact, { width: 47, height: 31 });
  const place = await beginFirst(trainer, "Tondre");
  await fillFirst(trainer, place);
  const params = { courseId: place.courseId };
  const { items } = await trainer.do("readItems", { params });
  const commands = [{ do: "remove" as const, id: found(items[0]).id }];
  await trainer.do("arrangeItems", { params, body: { intentId: newIntent(), commands } });
  return { ...place, trainer, picture, items: nineItems(picture.media) };
}

/** Publishes it with a test of all nine, and opens a cohort of it. */
export async function publishNine(house: House, { trainer, items, ...place }: NineKinds) {
  const params = { courseId: place.courseId };
  await trainer.do("bringItems", { params, body: { intentId: newIntent(), items: [...items] } });
  await publishFirst(trainer, place);
  const at = await findLandmarks(house);
  return largeCohort(house, { ...at, course: { ...at.course, courseId: place.courseId } });
}
