import type { Item, Media } from "@twiza/contract";

type Words = { readonly fr: string; readonly ar: string };
const say = (fr: string, ar: string): Words => ({ fr, ar });

/** What is asked of wool in each way there is, in French and in Arabic; a picture where it takes one. */
export const questionsOfWool = (media: Media): readonly Omit<Item, "id">[] => {
  const option = (id: string, text: Words, more: object = {}) => ({
    id,
    text,
    right: true,
    ...more,
  });
  const wrong = { right: false };
  return [
    {
      question: "choice",
      prompt: say("Avec quoi carde-t-on la laine ?", "بماذا نمشط الصوف؟"),
      options: [
        option("a", say("Des peignes à pointes", "أمشاط ذات أسنان"), { picture: media }),
        option("b", say("Un fuseau", "مغزل"), wrong),
      ],
      hint: say("Elles vont par deux.", "تأتي مثنى."),
    },
    {
      question: "multiple",
      prompt: say("Que faut-il pour laver ?", "ماذا نحتاج للغسل؟"),
      options: [
        option("a", say("De l’eau tiède", "ماء دافئ")),
        option("b", say("Du savon", "صابون")),
        option("c", say("De l’huile", "زيت"), wrong),
      ],
      credit: "part",
    },
    {
      question: "truefalse",
      prompt: say("La laine mouillée pourrit.", "الصوف المبلل يتعفن."),
      options: [option("a", say("Vrai", "صحيح")), option("b", say("Faux", "خطأ"), wrong)],
    },
    {
      question: "number",
      prompt: say("Combien de grammes dans un kilo ?", "كم غراماً في الكيلوغرام؟"),
      options: [],
      number: { value: 1000, tolerance: 0 },
    },
    {
      question: "short",
      prompt: say("Comment s’appelle l’animal qui donne la laine ?", "ما الحيوان الذي يعطي الصوف؟"),
      options: [
        option("a", say("le mouton", "الخروف")),
        option("b", say("la chèvre", "المعزة"), wrong),
      ],
    },
    {
      question: "match",
      prompt: say("Quel outil pour quel travail ?", "أي أداة لأي عمل؟"),
      options: [
        option("a", say("Les forces", "المقص الكبير"), { pair: say("tondre", "الجز") }),
        option("b", say("Le fuseau", "المغزل"), { pair: say("filer", "الغزل") }),
        option("c", say("Le métier", "النول"), { pair: say("tisser", "النسج") }),
      ],
      credit: "part",
    },
    {
      question: "order",
      prompt: say("Dans quel ordre travaille-t-on la laine ?", "بأي ترتيب نعالج الصوف؟"),
      options: [
        option("a", say("Tondre", "الجز")),
        option("b", say("Laver", "الغسل")),
        option("c", say("Carder", "التمشيط")),
        option("d", say("Filer", "الغزل")),
      ],
      credit: "part",
    },
    {
      question: "cloze",
      prompt: say(
        "On lave à l’eau [[a]], puis on sèche à [[b]].",
        "نغسل بالماء [[a]] ثم نجفف في [[b]].",
      ),
      options: [
        option("a", say("tiède", "الدافئ"), { gap: "a" }),
        option("b", say("bouillante", "المغلي"), { gap: "a", ...wrong }),
        option("c", say("l’ombre", "الظل"), { gap: "b" }),
      ],
      credit: "part",
    },
    {
      question: "hotspot",
      prompt: say("Où pose-t-on la main ?", "أين نضع اليد؟"),
      options: [
        option("a", say("En haut à gauche", "أعلى اليسار"), { spot: { x: 200, y: 250 } }),
        option("b", say("En bas à droite", "أسفل اليمين"), { spot: { x: 800, y: 700 }, ...wrong }),
      ],
      picture: { media, alt: say("Un métier à tisser", "نول") },
    },
  ];
};
