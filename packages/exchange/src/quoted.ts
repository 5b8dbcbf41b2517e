/** In characters. */
const QUOTED = 80;
/** A text of megabytes begins like any other. */
const BEGINNING = 4000;
/** A text as a report repeats it: on one line, and cut. */
export const quoted = (text: string): string => {
  const line = text.trimStart().slice(0, BEGINNING).replaceAll(/\s+/g, " ").trim();
  const characters = Array.from(line);
  return characters.length > QUOTED ? `${characters.slice(0, QUOTED - 1).join("")}…` : line;
};
