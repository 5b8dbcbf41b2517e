import encodeQR from "qr";

/** Light modules around a square: a camera needs them to find it. */
const QUIET = 4;

/** The square of a text as a whole SVG document, black on white, with error correction M. The label is for who does not see. */
export function qrSvg(text: string, label = ""): string {
  const modules = encodeQR(text, "raw", { ecc: "medium", border: QUIET });
  const path = modules.flatMap((row, y) =>
    runs(row).map(([x, width]) => `M${x} ${y}h${width}v1h-${width}z`),
  );
  const side = modules.length;
  const said = label === "" ? `aria-hidden="true"` : `role="img" aria-label="${escaped(label)}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges" ${said}><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${path.join("")}"/></svg>`;
}

/** The version of the square that a text needs: 1 to 40. */
export const qrVersion = (text: string): number =>
  (encodeQR(text, "raw", { ecc: "medium", border: 1 }).length - 19) / 4;

/** Dark modules of a row that touch, as beginning and length. */
function runs(row: readonly boolean[]): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  row.forEach((dark, x) => {
    const last = found.at(-1);
    if (!dark) return;
    if (last && last[0] + last[1] === x) last[1] += 1;
    else found.push([x, 1]);
  });
  return found;
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
