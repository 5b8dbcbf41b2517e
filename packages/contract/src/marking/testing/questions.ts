import fc from "fast-check";
import type { Asked, AskedOption, Given } from "../asked.ts";
import { gapsOf } from "../gaps.ts";
import { QUESTION_KINDS, type QuestionKind, SCALE_STEPS, SPOT_SCALE } from "../kinds.ts";

type Option = AskedOption & { readonly spot?: { readonly x: number; readonly y: number } };
/** A question of any kind as graded items have them, in one language or two. */
export type DrawnQuestion = Omit<Asked, "options"> & {
  readonly prompt: Readonly<Record<string, string>>;
  readonly options: readonly Option[];
  readonly picture?: object;
};

const PICTURE = {
  media: { hash: "ab".repeat(32), type: "image/webp", bytes: 900 },
  alt: { fr: "Un champ" },
};
const word = fc.stringMatching(/^[a-z]{2,9}$/);
/** Words of which no two are alike. */
const wordsOf = (minLength: number, maxLength: number) =>
  fc.uniqueArray(word, { minLength, maxLength });
const say = (fr: string, ar?: string) => (ar === undefined ? { fr } : { fr, ar: `ع ${ar}` });
const idOf = (at: number): string => `o${at}`;
const credit = fc.constantFrom({}, { credit: "part" as const });
/** At least one of so many. */
const someOf = (count: number) =>
  fc.array(fc.boolean(), { minLength: count, maxLength: count }).map((coins) =>
    coins.some(Boolean) ? coins : coins.with(0, true),
  ); // prettier-ignore

const plain = (texts: readonly string[], rights: readonly boolean[]): Option[] =>
  texts.map((text, at) => ({ id: idOf(at), text: say(text, text), right: rights[at] === true }));
const question = (kind: QuestionKind, options: readonly Option[], over: object = {}) =>
  ({ question: kind, prompt: { fr: "?" }, options, ...over }) as DrawnQuestion;

const ofOne = (kind: "choice" | "truefalse") =>
  wordsOf(2, kind === "choice" ? 8 : 2).chain((texts) =>
    fc.nat(texts.length - 1).map((right) =>
      question(kind, plain(texts, texts.map((_, at) => at === right))),
    ),
  ); // prettier-ignore
const ofSome = (kind: "multiple" | "short" | "hotspot", least: number, over: object = {}) =>
  fc.tuple(wordsOf(least, 8), credit).chain(([texts, how]) =>
    someOf(texts.length).map((rights) => {
      const options = plain(texts, rights).map((option, at) =>
        kind === "hotspot" ? { ...option, spot: { x: at, y: SPOT_SCALE - at } } : option,
      );
      return question(kind, options, { ...(kind === "short" ? {} : how), ...over });
    }),
  );
const ofNumber = fc.record({ value: fc.integer(), tolerance: fc.nat(9) }).map((number) =>
  question("number", [], { number }),
); // prettier-ignore
const ofPairs = fc.tuple(wordsOf(2, 8), wordsOf(1, 8), credit).chain(([texts, pairs, how]) =>
  fc.array(fc.nat(pairs.length - 1), { minLength: texts.length, maxLength: texts.length }).map((to) =>
    question("match", plain(texts, texts.map(() => true)).map((option, at) => ({ ...option, pair: say(pairs[to[at] ?? 0] ?? "") })), how),
  ),
); // prettier-ignore
const ofSteps = fc.tuple(wordsOf(2, 8), credit).map(([texts, how]) =>
  question("order", plain(texts, texts.map(() => true)), how),
); // prettier-ignore
const ofGaps = fc
  .tuple(
    fc.subarray(["a", "b", "k", "z"] as const, { minLength: 1 }),
    wordsOf(16, 16),
    fc.array(fc.tuple(fc.nat(1), fc.nat(2)), { minLength: 4, maxLength: 4 }),
    credit,
  )
  .map(([gaps, texts, sizes, how]) => {
    const options = gaps.flatMap((gap, nth) => {
      const [more, wrong] = sizes[nth] ?? [0, 0];
      const own = texts.slice(nth * 4, nth * 4 + 1 + more + wrong);
      return own.map((text, at) => ({
        id: idOf(nth * 4 + at),
        text: say(text),
        right: at <= more,
        gap,
      }));
    });
    const prompt = { fr: `Il y a ${gaps.map((gap) => `[[${gap}]]`).join(" et ")}.` };
    return question("cloze", options, { prompt, ...how });
  });

const ofPoints = wordsOf(0, 8).map((texts) => question("open", plain(texts, [])));
const ofScale = fc.constantFrom(...SCALE_STEPS).chain((count) =>
  wordsOf(count, count).map((texts) => question("likert", plain(texts, []))),
); // prettier-ignore

/** A question that can be answered rightly, of one kind. */
export const answerableOf: Readonly<Record<QuestionKind, fc.Arbitrary<DrawnQuestion>>> = {
  choice: ofOne("choice"),
  truefalse: ofOne("truefalse"),
  multiple: ofSome("multiple", 2),
  number: ofNumber,
  short: ofSome("short", 1),
  match: ofPairs,
  order: ofSteps,
  cloze: ofGaps,
  hotspot: ofSome("hotspot", 2, { picture: PICTURE }),
  open: ofPoints,
  likert: ofScale,
};
/** A question that can be answered rightly, of any kind. */
export const answerable = fc.oneof(...QUESTION_KINDS.map((kind) => answerableOf[kind]));

/** A question of any kind that may be broken in any way. */
export const broken = fc
  .tuple(answerable, fc.constantFrom(...QUESTION_KINDS), fc.infiniteStream(fc.boolean()), fc.nat(8))
  .map(([drawn, kind, coin, count]): DrawnQuestion => ({
    ...drawn,
    question: kind,
    options: drawn.options.slice(0, count).map((option) => ({
      ...option,
      right: coin.next().value === true,
    })),
  })); // prettier-ignore

/** Some answer to it, of any kind: by its own names, by foreign ones, in its words or in others. */
export function anyAnswer({ options, number }: DrawnQuestion): fc.Arbitrary<Given> {
  const id = fc.constantFrom(...options.map((option) => option.id), "zz", "__proto__", "");
  const own = options.flatMap(({ text }) => Object.values(text).flatMap((each) => each ?? []));
  const text = fc.oneof(fc.constantFrom(...own, "", " "), fc.string({ unit: "grapheme" }));
  const gap = fc.constantFrom(...gapsOf(options), "q");
  const names = fc.array(id, { maxLength: 12 });
  return fc.oneof(
    names.map((chosen) => ({ options: chosen })),
    names.map((order) => ({ order })),
    fc.oneof(fc.double(), fc.constant(number?.value ?? 0)).map((given) => ({ number: given })),
    text.map((given) => ({ text: given })),
    fc.array(fc.record({ option: id, pair: id }), { maxLength: 12 }).map((pairs) => ({ pairs })),
    fc
      .array(fc.record({ gap, text, option: id }, { requiredKeys: ["gap"] }), { maxLength: 12 })
      .map((gaps) => ({ gaps })),
  );
}

/** What is right of it. */
export function rightGiven({ question: kind, options, number }: DrawnQuestion): Given {
  const right = options.filter((option) => option.right);
  const textOf = (option: Option | undefined) => Object.values(option?.text ?? {})[0] ?? "";
  switch (kind) {
    case "number":
      return { number: number?.value ?? 0 };
    case "short":
      return { text: textOf(right[0]) };
    case "match":
      return { pairs: options.map(({ id }) => ({ option: id, pair: id })) };
    case "order":
      return { order: options.map(({ id }) => id) };
    case "cloze":
      return {
        gaps: gapsOf(options).map((gap) => {
          const own = right.find((option) => option.gap === gap);
          const isChosen = options.some((option) => option.gap === gap && !option.right);
          return isChosen ? { gap, option: own?.id } : { gap, text: textOf(own) };
        }),
      };
    default:
      return { options: right.map(({ id }) => id) };
  }
}
