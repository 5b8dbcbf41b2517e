import { seal, SEAL_COLOURS, SEAL_SIZE } from "./seal.ts";

/** The seal as a whole SVG document, for paper and for pages without script. The label is escaped. */
export function sealSvg(text: string, label: string): string {
  const paths = Object.entries(seal(text)).map(([colour, path]) => {
    const fill = Object.entries(SEAL_COLOURS).find(([name]) => name === colour)?.[1] ?? "";
    return path === "" ? "" : `<path fill="${fill}" d="${path}"/>`;
  });
  const box = `0 0 ${SEAL_SIZE} ${SEAL_SIZE}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" role="img" aria-label="${escaped(label)}">${paths.join("")}</svg>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
