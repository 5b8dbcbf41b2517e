import type { Item, Media } from "@twiza/contract";

type Words = { readonly fr: string; readonly ar: string };
const say = (fr: string, ar: string): Words => ({ fr, ar });

/** A question that only a person could mark: for lessons alone. */
export const openQuestionOfWool = (): Omit<Item, "id"> => ({
  question: "open",
  prompt: say("Comment savez-vous que la laine est sèche ?", "كيف تعرفين أن الصوف جاف؟"),
  options: [
    { id: "a", text: say("Le toucher", "اللمس"), right: false },
    { id: "b", text: say("Le poids", "الوزن"), right: false },
    { id: "c", text: say("L’odeur", "الرائحة"), right: false },
  ],
  feedback: say(
    "Je la touche au milieu du tas, je la pèse deux jours de suite, et elle ne sent plus le mouillé.",
    "ألمسه في وسط الكومة، وأزنه يومين متتاليين، ولا تبقى له رائحة البلل.",
  ),
});

/** A question whose answers are heard; one of them has a picture. */
export const heardQuestionOfWool = (media: Media): Omit<Item, "id"> => ({
  question: "choice",
  heard: true,
  prompt: say("Où sèche la laine ?", "أين يجف الصوف؟"),
  options: [
    { id: "a", text: say("À l’ombre", "في الظل"), right: true, picture: media },
    { id: "b", text: say("Près du feu", "قرب النار"), right: false },
  ],
});

/** What is asked of wool in each way that a test may ask, in French and in Arabic; a picture where it takes one. */
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
    {
      question: "likert",
      prompt: say("Sauriez-vous carder seule ?", "هل تستطيعين التمشيط وحدك؟"),
      options: [
        option("a", say("Pas du tout", "لا أبداً"), wrong),
        option("b", say("2", "2"), wrong),
        option("c", say("Avec de l’aide", "بمساعدة"), wrong),
        option("d", say("4", "4"), wrong),
        option("e", say("Oui, et je peux le montrer", "نعم، ويمكنني أن أعلّمه"), wrong),
      ],
      feedback: say("Merci : cela aide à préparer la suite.", "شكراً: هذا يعين على إعداد ما بعده."),
    },
  ];
};
