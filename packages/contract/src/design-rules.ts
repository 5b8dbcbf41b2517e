import { LANGUAGES, type Language } from "./language.ts";

/** The drawings that a design begins with: how its page is framed and set. */
export const DESIGN_BASES = ["hanbel", "zellige", "margin", "open"] as const;
export type DesignBase = (typeof DESIGN_BASES)[number];

export const DESIGN_LIMITS = {
  designs: 50,
  signatories: 3,
  logos: 4,
  courses: 100,
  name: 80,
  heading: 80,
  lead: 160,
  body: 400,
  foot: 240,
  /** The longer side of a logo or a signature, in points; and what it may weigh. */
  side: 260,
  pictureBytes: 16_000,
} as const;

/**
 * Colours that were chosen together: `ink` writes, `main` frames and carries `ground` as its letters, `soft` and `bright` only
 * decorate. A test holds the first three to what is readable on paper and on a screen.
 */
export type Palette = Readonly<Record<"ink" | "main" | "ground" | "soft" | "bright", string>>;
const INK = "#1f1b16";
export const PALETTES = {
  nila: { ink: INK, main: "#1b4b8a", ground: "#ffffff", soft: "#e3ebf5", bright: "#f0a500" },
  argan: { ink: INK, main: "#2b6a3d", ground: "#ffffff", soft: "#dfeee1", bright: "#d98a2b" },
  tadelakt: { ink: INK, main: "#9a3f1d", ground: "#fffdf9", soft: "#f6e4da", bright: "#e0a33b" },
  henna: { ink: INK, main: "#7d2222", ground: "#fffdf9", soft: "#f4e1de", bright: "#d9a441" },
  zaafran: { ink: INK, main: "#6d4700", ground: "#fffdf6", soft: "#fbeccb", bright: "#f0a500" },
  layl: { ink: "#14181f", main: "#26364f", ground: "#ffffff", soft: "#e6e9ef", bright: "#c9a45c" },
} as const satisfies Record<string, Palette>;
/** What logos and signatures stand on: the page, but for one design that signs on a floor of its own. */
export const groundOf = (
  { base, orientation, palette }: { readonly base: DesignBase; readonly orientation: string; readonly palette: PaletteName }, // prettier-ignore
  as: "logo" | "signature",
): string => {
  const onFloor = as === "signature" && base === "open" && orientation === "landscape";
  return PALETTES[palette][onFloor ? "soft" : "ground"];
};
export type PaletteName = keyof typeof PALETTES;
export const PALETTE_NAMES = Object.keys(PALETTES) as readonly PaletteName[];

/** What a text may name of the certificate: `{course}` stands where its title will. */
export const DESIGN_FIELDS = [
  "name",
  "course",
  "organisation",
  "date",
  "hours",
  "result",
  "number",
  "expiry",
] as const;
export type DesignField = (typeof DESIGN_FIELDS)[number];
const isField = (name: string): name is DesignField =>
  DESIGN_FIELDS.some((field) => field === name);

/** A text in pieces: words, or a field in its place. */
export type TextPiece =
  | { readonly words: string }
  | { readonly field: DesignField }
  | { readonly unknown: string };

/** Takes a text apart at its fields. A brace that opens nothing known is told as it stands. */
export function textPieces(text: string): readonly TextPiece[] {
  return text.split(/(\{[^{}]*\}|[{}])/).flatMap((piece): TextPiece[] => {
    if (piece === "") return [];
    if (!/[{}]/.test(piece)) return [{ words: piece }];
    const name = piece.replace(/^\{\s*|\s*\}$/g, "");
    return [isField(name) && piece.length > 2 ? { field: name } : { unknown: piece }];
  });
}

/** The first field in a text that no certificate has, as it is written. */
export function unknownField(text: string): string | undefined {
  for (const piece of textPieces(text)) if ("unknown" in piece) return piece.unknown;
  return undefined;
}

/** The languages of a paper: hers, and another beside it. `ar`, or `ar.fr`. */
export const PAPER_LANGUAGES: readonly string[] = LANGUAGES.flatMap((first) => [
  first,
  ...LANGUAGES.filter((second) => second !== first).map((second) => `${first}.${second}`),
]);
/** What a paper is made in when nobody asks otherwise: the first, and the second unless it is the same. */
export const paperLanguages = (first: Language, second?: Language): readonly Language[] =>
  second === undefined || second === first ? [first] : [first, second];
