const UP = new Map(
  Array.from("0123456789+-=()n", (sign, at) => [sign, Array.from("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")[at] ?? ""]),
);
const DOWN = new Map(
  Array.from("0123456789+-=()", (sign, at) => [sign, Array.from("₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")[at] ?? ""]),
);

/** Raised or lowered figures as characters that are so by themselves, since m² is not m2. Nothing where there are none. */
export function raisedText(text: string, how: "superscript" | "subscript"): string | undefined {
  const signs = how === "superscript" ? UP : DOWN;
  const written = Array.from(text, (sign) => signs.get(sign));
  return text.trim() !== "" && written.every((sign) => sign !== undefined)
    ? written.join("")
    : undefined;
}
