import type {
  Block,
  Hash,
  OrganisationId,
  PublicCertificate,
  QuestionBlock,
  RichText,
} from "@twiza/contract";
import type { Language } from "@twiza/contract/where";

/* What the gallery shows. Mixed scripts, numbers and names on purpose: this is where layouts break. */
type Sample = {
  readonly lesson: string;
  readonly place: string;
  readonly prompt: string;
  readonly unit: string;
  readonly why: string;
  readonly other: string;
};

export const SAMPLES: Record<Language, Sample> = {
  ar: {
    lesson: "حساب ثمن البيع",
    place: "التسويق",
    prompt: "تعاونية بأڭادير صنعت 20 قارورة بكلفة 1.200,00 درهم. ما هي كلفة القارورة؟",
    unit: "درهم",
    why: "1.200 ÷ 20 = 60 درهما للقارورة.",
    other: "اقسم الكلفة كلها على عدد القارورات.",
  },
  fr: {
    lesson: "Calculer son prix de vente",
    place: "Commercialisation",
    prompt:
      "Une coopérative à Agadir a fait 20 bouteilles pour 1 200,00 DH. Combien coûte une bouteille ?",
    unit: "DH",
    why: "1 200 ÷ 20 = 60 DH la bouteille.",
    other: "Divisez le coût total par le nombre de bouteilles.",
  },
  zgh: {
    lesson: "ⴰⵙⵙⵉⴹⵏ ⵏ ⵡⴰⵜⵉⴳ",
    place: "ⴰⵙⵏⵣⵣⵉ",
    prompt: "ⵜⴰⵎⵙⴷⵔⴰⵔⵜ ⵏ ⴰⴳⴰⴷⵉⵔ ⵜⵙⴽⵔ 20 ⵜⵇⵔⵄⵉⵢⵉⵏ ⵙ 1 200,00 ⴷⵔⵀⵎ. ⵎⵏⵛⴽ ⴰⵢⴷ ⵜⴳⴰ ⵢⴰⵜ?",
    unit: "ⴷⵔⵀⵎ",
    why: "1 200 ÷ 20 = 60 ⴷⵔⵀⵎ.",
    other: "ⴱⴹⵓ ⴰⵜⵉⴳ ⵅⴼ ⵓⵎⴹⴰⵏ ⵏ ⵜⵇⵔⵄⵉⵢⵉⵏ.",
  },
  en: {
    lesson: "Working out a selling price",
    place: "Marketing",
    prompt: "A cooperative in Agadir made 20 bottles for 1,200.00 DH. What does one bottle cost?",
    unit: "DH",
    why: "1,200 ÷ 20 = 60 DH a bottle.",
    other: "Divide the whole cost by the number of bottles.",
  },
};

const doc = (...texts: readonly string[]): RichText => ({
  type: "doc",
  content: texts.map((text) => ({ type: "paragraph", content: [{ type: "text", text }] })),
});

const richly = (sample: Sample): RichText => ({
  type: "doc",
  content: [
    { type: "heading", attrs: { level: 3 }, content: [{ type: "text", text: sample.lesson }] },
    {
      type: "paragraph",
      content: [
        { type: "text", text: `${sample.prompt} ` },
        { type: "text", text: sample.why, marks: [{ type: "bold" }] },
      ],
    },
    {
      type: "bulletList",
      content: [sample.why, sample.other].map((text) => ({
        type: "listItem",
        content: [{ type: "paragraph", content: [{ type: "text", text }] }],
      })),
    },
  ],
});

/** Files of the sample courses, under the names of their content. */
const file = <Type extends string>(hash: string, type: Type, bytes: number) => ({
  hash: hash as Hash,
  type,
  bytes,
});
const SHEET = file(
  "fe5a46ff640097e37347cec1c9276b4509ad25da12f91ef8872d257577c225d0",
  "text/csv",
  194,
);
const DRAWING = file(
  "c3a2be9ca84acd864dfd2b2566190f414b122782c65731191159de9e8e5d097d",
  "image/svg+xml",
  6387,
);
/** A video that nobody has filmed: nothing of it is asked for before it is started. */
const FILM = { hash: "f".repeat(64) as never, type: "video/mp4" as const, bytes: 5_640_000 };
const HEARD = { hash: "e".repeat(64) as never, type: "audio/ogg" as const, bytes: 462_000 };
/** Several pictures, each with words of its own; the last one of three only decorates. */
const shots = ({ place, other }: Sample, ids: string) =>
  Array.from(ids, (id, at) =>
    at === 2
      ? { id, media: DRAWING, alt: "", decorative: true as const }
      : { id, media: DRAWING, alt: `${place} ${String(at + 1)}`, caption: other },
  );

/** One block of each kind, in one language. */
export function blocksIn(language: Language): Block[] {
  const sample = SAMPLES[language];
  // A question's words are its name, and no two on a page have the same.
  const question = (number: number) => ({
    kind: "question" as const,
    prompt: doc(`${number}. ${sample.prompt}`),
    feedback: sample.why,
  });
  const options = ["60", "24", "120"].map((amount, index) => ({
    id: `option-${amount}`,
    text: `${amount} ${sample.unit}`,
    right: index === 0,
    ...(index > 0 ? { feedback: sample.other } : {}),
  }));
  return [
    { kind: "text", key: "text", doc: richly(sample) },
    { kind: "audio", key: "voice", seconds: 100, transcript: `${sample.prompt}\n${sample.why}` },
    { kind: "callout", key: "note", tone: "note", doc: doc(sample.why) },
    { kind: "callout", key: "tip", tone: "tip", doc: doc(sample.other) },
    { kind: "callout", key: "warning", tone: "warning", doc: doc(sample.other) },
    { kind: "callout", key: "example", tone: "example", doc: doc(sample.prompt) },
    {
      kind: "steps",
      key: "steps",
      steps: [doc(sample.prompt), doc(sample.other), doc(sample.why)],
    },
    {
      kind: "table",
      key: "table",
      caption: sample.lesson,
      head: [sample.place, sample.unit],
      numeric: [false, true],
      rows: [
        [sample.lesson, "1.200,00"],
        ["Coop Tifawin!", "-60,00"],
      ],
    },
    { kind: "term", key: "term", term: sample.unit, doc: doc(sample.why) },
    { kind: "file", key: "file", media: SHEET, title: sample.lesson, about: sample.other },
    { kind: "gallery", key: "row", view: "row", pictures: shots(sample, "abc") },
    { kind: "gallery", key: "compare", view: "compare", pictures: shots(sample, "ab") },
    { kind: "link", key: "link", href: "https://www.odco.gov.ma/", title: sample.place },
    {
      ...{ kind: "video", key: "video", media: FILM, sound: HEARD, seconds: 154 },
      ...{ title: sample.lesson, transcript: `${sample.prompt}\n${sample.why}` },
      captions: [{ from: 0, to: 3000, text: sample.prompt }],
    },
    // Of a kind that no app of today knows.
    { kind: "hologram", key: "newer" } as never,
    { ...question(1), key: "choice", question: "choice", options },
    { ...question(2), key: "multiple", question: "multiple", options },
    {
      ...question(3),
      key: "number",
      question: "number",
      options: [],
      number: { value: 60, tolerance: 0, unit: sample.unit },
    },
    ...rarerQuestions(sample, question),
  ];
}

type Asking = (number: number) => Pick<QuestionBlock, "kind" | "prompt" | "feedback">;

/** Of each kind that few lessons ask. */
function rarerQuestions(sample: Sample, question: Asking): Block[] {
  const steps = [sample.lesson, sample.place, sample.why].map((text, at) => ({
    id: `step-${at}`,
    text,
    right: true,
  }));
  const word = { id: "word", text: sample.unit, right: true };
  const gap = `5. [[a]]: 1.200 ÷ 20 = [[b]]`;
  return [
    { ...question(4), key: "short", question: "short", options: [word], hint: sample.other },
    {
      ...{ ...question(6), key: "match", question: "match" },
      options: steps.map((step, at) => ({ ...step, pair: `${at + 1}. ${sample.unit}` })),
    },
    { ...question(7), key: "order", question: "order", options: steps },
    {
      ...{ ...question(5), key: "cloze", question: "cloze", prompt: doc(gap) },
      options: [
        ...steps.map((step, at) => ({ ...step, right: at === 0, gap: "a" })),
        { ...word, text: "60", gap: "b" },
      ],
    },
    {
      ...{ ...question(8), key: "hotspot", question: "hotspot" },
      options: steps.map((step, at) => ({
        ...{ ...step, right: at === 0 },
        spot: { x: 150 + at * 350, y: 200 + at * 300 },
      })),
      picture: { media: DRAWING, alt: sample.place },
    },
    {
      ...{ ...question(9), key: "pictures", question: "choice", hint: sample.other },
      options: steps.map((step, at) => ({ ...step, right: at === 0, picture: DRAWING })),
    },
  ];
}

export const CERTIFICATE: Pick<
  PublicCertificate,
  "number" | "learnerName" | "courseTitle" | "organisationName" | "issuedAt" | "state" | "partners"
> = {
  number: "TWZ-a1b2c3-2026-000123",
  learnerName: "فاطمة Aït Ben-Haddou",
  courseTitle: {
    ar: SAMPLES.ar.lesson,
    fr: SAMPLES.fr.lesson,
    zgh: SAMPLES.zgh.lesson,
    en: SAMPLES.en.lesson,
  },
  organisationName: { fr: "Union Tifawin", ar: "اتحاد تيفاوين" },
  partners: [
    {
      organisationId: `org_${"0".repeat(32)}` as OrganisationId,
      organisationName: { fr: "Université des métiers", ar: "جامعة المهن" },
      since: "2026-01-01T10:00:00.000Z",
    },
  ],
  issuedAt: "2026-03-01T10:00:00.000Z",
  state: "valid",
};
