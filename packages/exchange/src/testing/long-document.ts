import { item, NUMBERING, p, picture, row, run, table, word } from "./word.ts";

const WORDS = "le sel se pèse avec soin puis il se vend au marché de الملح يوزن بعناية ⵜⵉⵙⵏⵜ".split(
  " ",
);

/** A chance that is the same everywhere (Lehmer). */
function chance(): (below: number) => number {
  let state = 42;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** A page: a heading, eight paragraphs of some fifty words that change their looks, and a list; each fifth with a table. */
function page(number: number, next: (below: number) => number): string {
  const sentence = (count: number): string =>
    Array.from({ length: count }, () => WORDS[next(WORDS.length)] ?? "").join(" ");
  const paragraph = (): string =>
    p(
      Array.from(
        { length: 6 },
        (_, at) =>
        run(`${sentence(8)} `, at % 3 === 1 ? '<w:b/><w:bCs/><w:lang w:val="fr-FR"/>' : '<w:lang w:val="fr-FR"/>'), // prettier-ignore
      ).join(""),
    );
  const rows = Array.from({ length: 12 }, () => row([sentence(3), `${next(900)}`, sentence(2)]));
  return [
    p(`Page ${number}`, number % 10 === 0 ? "Titre1" : "Titre2"),
    ...Array.from({ length: 8 }, paragraph),
    ...Array.from({ length: 5 }, (_, at) => item(sentence(6), 1 + (number % 2), at % 2)),
    ...(number % 5 === 0 ? [table(...rows)] : []),
    ...(number % 4 === 0 ? [p(picture(`rP${number}`, sentence(4)))] : []),
  ].join("");
}

/** A document of so many pages, every fourth with a photograph of 200 KB. */
export function longDocument(pages: number): Uint8Array {
  const next = chance();
  const numbers = Array.from({ length: pages }, (_, at) => at);
  const photograph = Uint8Array.from({ length: 200_000 }, () => next(256));
  photograph.set([0xff, 0xd8, 0xff]);
  const shown = numbers.filter((number) => number % 4 === 0);
  return word({
    body: numbers.map((number) => page(number, next)).join(""),
    parts: { numbering: NUMBERING },
    relations: Object.fromEntries(shown.map((at) => [`rP${at}`, `media/${at}.jpeg`])),
    files: Object.fromEntries(shown.map((at) => [`word/media/${at}.jpeg`, photograph])),
  });
}
