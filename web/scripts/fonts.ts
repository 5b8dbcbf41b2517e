import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import subsetFont from "subset-font";
import type { Plugin } from "vite";

/**
 * Cuts the Noto trio down to the letters of our languages. What comes out is OFL like what goes in:
 * each licence is shipped beside the fonts, under `/fonts/`.
 */
type Cut = {
  readonly name: string;
  readonly package: string;
  readonly file: string;
  readonly letters: string;
  /** OpenType features that stay; small capitals, old-style figures and the like would bring their glyphs with them. */
  readonly features: readonly string[];
  readonly weights?: { readonly min: number; readonly max: number };
};

const range = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, offset) => String.fromCodePoint(from + offset)).join(
    "",
  );

/** What no language of ours writes, such as ¿, ß and ‹ ›, is left to the phone’s own letters. */
const LATIN =
  range(0x20, 0x7e) +
  "\u00A0£§«°²³·»½×÷" +
  "ÀÁÂÃÄÆÇÈÉÊËÍÎÏÑÓÔÕÖÙÚÛÜàáâãäæçèéêëíîïñóôõöùúûüÿ" +
  "ŒœŸ–—‘’“”…•€−\u202F";
/** Letters of Amazigh in Latin script, and of Hausa and Wolof. */
const LATIN_EXTRA = "ḌḍḤḥṚṛṢṣṬṭẒẓČčǦǧƐɛƔɣŘřƁɓƊɗƘƙƳƴŊŋɃƀĀāĒēĪīŌōŪū";
/** Arabic as written in Morocco, where digits are Latin: harakat, and ڭ ݣ گ پ ڤ ڥ ڨ ژ چ. */
const ARABIC =
  "،؛؟" +
  range(0x621, 0x63a) +
  range(0x640, 0x652) +
  "ٰٱپچژڤڥڨکگڭی" +
  "ݣ" +
  "\u200C\u200D\u200E\u200F«»";
/** Every letter that IRCAM fixed, with the labialisation mark. */
const TIFINAGH = range(0x2d30, 0x2d67) + "ⵯ⵰⵿";

/** Digits are alike in width by themselves; kerning moves "To" and "Ya" by less than a pixel of a phone, for 0.8 KB on each. */
const PLAIN: readonly string[] = [];
const MARKED = ["ccmp", "kern", "liga", "mark", "mkmk"];
/** Joined letters stand where the pen leaves them: the few pairs that kerning would move are not worth their bytes. */
const JOINED = ["ccmp", "calt", "fina", "init", "isol", "liga", "mark", "medi", "mkmk", "rlig"];
const WEIGHTS = { min: 400, max: 700 } as const;
const CUTS: readonly Cut[] = [
  {
    name: "latin",
    package: "@fontsource-variable/noto-sans",
    file: "noto-sans-latin-wght-normal",
    letters: LATIN,
    features: PLAIN,
    weights: WEIGHTS,
  },
  {
    name: "latin-extra",
    package: "@fontsource-variable/noto-sans",
    file: "noto-sans-latin-ext-wght-normal",
    letters: LATIN_EXTRA,
    features: MARKED,
    weights: WEIGHTS,
  },
  {
    name: "arabic",
    package: "@fontsource-variable/noto-sans-arabic",
    file: "noto-sans-arabic-arabic-wght-normal",
    letters: ARABIC,
    features: JOINED,
    weights: WEIGHTS,
  },
  {
    name: "tifinagh",
    package: "@fontsource/noto-sans-tifinagh",
    file: "noto-sans-tifinagh-tifinagh-400-normal",
    letters: TIFINAGH,
    features: MARKED,
  },
];

const resolve = createRequire(import.meta.url).resolve;
const generated = new URL("../src/lib/fonts/generated/", import.meta.url);
const licences = new URL("../static/fonts/", import.meta.url);

/** When this list of letters was last written: what was cut before is cut anew. */
const cutAt = statSync(new URL(import.meta.url)).mtimeMs;

/** Cuts the fonts that are not there yet. */
async function cutFonts(): Promise<void> {
  mkdirSync(generated, { recursive: true });
  mkdirSync(licences, { recursive: true });
  for (const cut of CUTS) {
    const licence = new URL(`OFL-${cut.package.split("/")[1] ?? cut.name}.txt`, licences);
    copyFileSync(resolve(`${cut.package}/LICENSE`), licence);
    const target = new URL(`${cut.name}.woff2`, generated);
    if (existsSync(target) && statSync(target).mtimeMs > cutAt) continue;
    const source = readFileSync(resolve(`${cut.package}/files/${cut.file}.woff2`));
    const options = { targetFormat: "woff2" as const, noHinting: true, keepFeatures: cut.features };
    const axes = cut.weights ? { variationAxes: { wght: cut.weights } } : {};
    writeFileSync(target, await subsetFont(source, cut.letters, { ...options, ...axes }));
  }
}

/** Makes the fonts before anything asks for them. */
export const fonts = (): Plugin => ({
  name: "twiza-fonts",
  configResolved: cutFonts,
});
