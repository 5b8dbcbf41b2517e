import type { Item, Media } from "@twiza/contract";

type Question = Omit<Item, "id" | "voices">;

/** Questions that count, of kinds that have more to write than answers: to put together, with gaps, and about a picture. */
export const questionsOfKinds = (media: Media): readonly Question[] => [
  {
    question: "match",
    credit: "part",
    prompt: { fr: "Où note-t-on chaque somme ?", ar: "أين يُكتب كل مبلغ؟" },
    options: [
      {
        id: "o1",
        text: { fr: "Le miel vendu au souk", ar: "العسل المباع في السوق" },
        pair: { fr: "Entrées", ar: "المداخيل" },
        right: true,
      },
      {
        id: "o2",
        text: { fr: "Les pots achetés", ar: "العلب المشتراة" },
        pair: { fr: "Sorties", ar: "المصاريف" },
        right: true,
      },
    ],
  },
  {
    question: "cloze",
    credit: "part",
    prompt: { fr: "Le [[a]] on compte la caisse, puis on [[b]] la somme." },
    options: [
      { id: "o1", text: { fr: "soir" }, right: true, gap: "a" },
      { id: "o2", text: { fr: "matin" }, right: false, gap: "a" },
      { id: "o3", text: { fr: "note" }, right: true, gap: "b" },
    ],
    hint: { fr: "Quand le marché est fini." },
  },
  {
    question: "hotspot",
    credit: "part",
    prompt: { fr: "Où sont les pièces ?" },
    picture: { media, alt: { fr: "Une table avec des pièces et un cahier" } },
    options: [
      { id: "o1", text: { fr: "Les pièces" }, right: true, spot: { x: 250, y: 400 } },
      {
        id: "o2",
        text: { fr: "Le cahier" },
        right: false,
        spot: { x: 700, y: 620 },
        feedback: { fr: "C’est là qu’on les note." },
      },
    ],
  },
];
