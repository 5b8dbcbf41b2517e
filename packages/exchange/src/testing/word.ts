import { archiveOf } from "./files.ts";

const OFFICE = "http://schemas.openxmlformats.org/";
const TYPES = `${OFFICE}officeDocument/2006/relationships`;
/** Every namespace that word processors write in. */
export const NAMESPACES = [
  `xmlns:w="${OFFICE}wordprocessingml/2006/main"`,
  `xmlns:r="${TYPES}"`,
  `xmlns:wp="${OFFICE}drawingml/2006/wordprocessingDrawing"`,
  `xmlns:a="${OFFICE}drawingml/2006/main"`,
  `xmlns:pic="${OFFICE}drawingml/2006/picture"`,
  `xmlns:mc="${OFFICE}markup-compatibility/2006"`,
  `xmlns:m="${OFFICE}officeDocument/2006/math"`,
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
].join(" ");

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const PARTS = ["styles", "numbering", "footnotes", "endnotes", "comments"] as const;

const STYLES = `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Titre"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Lgende"><w:name w:val="caption"/></w:style>
${[1, 2, 3, 4].map((level) => `<w:style w:type="paragraph" w:styleId="Titre${level}"><w:name w:val="heading ${level}"/></w:style>`).join("")}
<w:style w:type="character" w:styleId="lev"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>`;

type Word = {
  readonly body: string;
  /** Beside the document, each without its outermost element. */
  readonly parts?: Partial<Record<(typeof PARTS)[number], string>>;
  /** Relations of the document by id: where to, and whether out of it. */
  readonly relations?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
};

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${TYPES}/${type}" Target="${target}"${/^[a-z]+:/.test(target) ? ' TargetMode="External"' : ""}/>`;

/** A document as a French Word writes it, from the inside of its body. */
export function word({ body, parts = {}, relations = {}, files = {} }: Word): Uint8Array {
  const own = { styles: STYLES, ...parts };
  const known = PARTS.filter((part) => own[part] !== undefined);
  const links = Object.entries(relations).map(([id, target]) =>
    relation(id, target.startsWith("media/") ? "image" : "hyperlink", target),
  );
  return archiveOf({
    "[Content_Types].xml": `${head}<Types xmlns="${OFFICE}package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    "_rels/.rels": `${head}<Relationships xmlns="${OFFICE}package/2006/relationships">${relation("rId1", "officeDocument", "word/document.xml")}</Relationships>`,
    "word/_rels/document.xml.rels": `${head}<Relationships xmlns="${OFFICE}package/2006/relationships">${known.map((part) => relation(part, part, `${part}.xml`)).join("")}${links.join("")}</Relationships>`,
    "word/document.xml": `${head}<w:document ${NAMESPACES} mc:Ignorable="w14"><w:body>${body}<w:sectPr/></w:body></w:document>`,
    ...Object.fromEntries(
      known.map((part) => [
        `word/${part}.xml`,
        `${head}<w:${part} ${NAMESPACES}>${own[part] ?? ""}</w:${part}>`,
      ]),
    ),
    ...files,
  });
}

export const run = (text: string, properties = ""): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
/** A paragraph of runs or of plain words, of a style where one is named. */
export const p = (inside: string, style = "", more = ""): string =>
  `<w:p><w:pPr>${style && `<w:pStyle w:val="${style}"/>`}${more}</w:pPr>${inside.startsWith("<") ? inside : run(inside)}</w:p>`;
export const item = (text: string, list: number, level = 0): string =>
  p(text, "", `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
export const row = (cells: readonly string[], properties = ""): string =>
  `<w:tr>${properties && `<w:trPr>${properties}</w:trPr>`}${cells.map((cell) => `<w:tc><w:tcPr/>${cell.startsWith("<w:p") ? cell : p(cell)}</w:tc>`).join("")}</w:tr>`;
export const table = (...rows: readonly string[]): string => `<w:tbl>${rows.join("")}</w:tbl>`;
export const picture = (id: string, alt: string): string =>
  `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Image" descr="${alt}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;

const level = (ilvl: number, form: string, start = 1): string =>
  `<w:lvl w:ilvl="${ilvl}"><w:start w:val="${start}"/><w:numFmt w:val="${form}"/></w:lvl>`;
/** List 1 has bullets, list 2 numbers with bullets below, list 3 numbers that begin with 4, list 4 goes on where 2 stopped. */
export const NUMBERING = `<w:abstractNum w:abstractNumId="10">${level(0, "bullet")}${level(1, "bullet")}</w:abstractNum>
<w:abstractNum w:abstractNumId="20">${level(0, "decimal")}${level(1, "bullet")}${level(2, "lowerLetter")}</w:abstractNum>
<w:abstractNum w:abstractNumId="30">${level(0, "decimal", 4)}</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="10"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="20"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="30"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="20"/></w:num>`;
