/** A piece of markup that is safe to place; made by `html` alone. */
export type Html = { readonly markup: string };
type Piece = Html | string | number | undefined | readonly Html[];

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const place = (piece: Piece): string => {
  if (piece === undefined) return "";
  if (typeof piece === "object")
    return "markup" in piece ? piece.markup : piece.map(({ markup }) => markup).join("");
  return String(piece).replaceAll(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
};

/** Markup with whatever is put into it escaped, unless it is markup itself. */
export const html = (fixed: TemplateStringsArray, ...pieces: readonly Piece[]): Html => ({
  markup: fixed.map((text, at) => text + place(pieces[at])).join(""),
});

/** A sentence whose backticks mark code. */
export const prose = (text: string): readonly Html[] =>
  text.split("`").map((part, at) => (at % 2 === 1 ? html`<code>${part}</code>` : html`${part}`));
