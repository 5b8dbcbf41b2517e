import { type House, newIntent, type Visitor } from "./house.ts";
import { bring } from "./pictures.ts";

/** A PDF of one page that says something; `more` is one object more in it. */
export const somePdf = (words = "Caisse", more = "null"): Buffer => {
  const page = `BT /F1 24 Tf 40 700 Td (${words}) Tj ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${String(page.length)} >>\nstream\n${page}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    more,
  ];
  let file = "%PDF-1.4\n";
  const places = objects.map((object, at) => {
    const place = file.length;
    file += `${String(at + 1)} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  const table = `xref\n0 ${String(places.length + 1)}\n0000000000 65535 f \n${places.join("")}`;
  const trailer = `trailer\n<< /Size ${String(places.length + 1)} /Root 1 0 R >>\nstartxref\n${String(file.length)}\n%%EOF\n`;
  return Buffer.from(file + table + trailer, "latin1");
};

/** Posts a document as a browser does, and has it taken. */
export async function bringDocument(
  house: House,
  visitor: Visitor,
  { bytes, name }: { readonly bytes: Uint8Array; readonly name: string },
) {
  const intentId = newIntent();
  await bring(visitor, { house, intentId, type: "application/pdf", bytes });
  return { take: { body: { intentId, name } } };
}
