/** Figures of Arabic as those of everybody. */
const latin = (text: string): string =>
  text.replaceAll(/[\u0660-\u0669]/g, (figure) => String(figure.charCodeAt(0) - 0x660));

/** A number as people write it: `1 200,50`, `-3.5`, `١٢٫٥`, `1.5e3`. Nothing when it may be read in two ways, or is none. */
export function numberIn(text: string): number | undefined {
  const written = latin(text)
    .replaceAll(/[\s\u00A0\u202F']/g, "")
    .replace("−", "-");
  // A thousand and two hundred, or one and a fifth.
  if (/^[+-]?[1-9]\d{0,2},\d{3}$/.test(written)) return undefined;
  const plain = written.replace(/[,\u066B]/, ".");
  if (!/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,3})?$/i.test(plain)) return undefined;
  const value = Number(plain);
  return Number.isFinite(value) ? value : undefined;
}
