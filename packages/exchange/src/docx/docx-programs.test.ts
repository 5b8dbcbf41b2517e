import * as made from "docx";
import { Block, type Media } from "@twiza/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PNG } from "../testing/files.ts";
import { shown } from "../testing/plain.ts";
import { item, NUMBERING, p, picture, row, run, table, word } from "../testing/word.ts";
import { type ImportedBlock, readDocx } from "./index.ts";

const lessonsOf = async (bytes: Uint8Array) => {
  const { lessons, report } = await readDocx(bytes);
  return {
    lessons: lessons.map(({ title, blocks }) => [title, ...blocks.map(shown)]),
    codes: report.filter(({ what }) => what !== "imported").map(({ code }) => code),
  };
};

describe("documents as programs write them", () => {
  it("by a library that follows Word", async () => {
    const text = (words: string, more = {}) => new made.TextRun({ text: words, ...more });
    const cell = (words: string) => new made.TableCell({ children: [new made.Paragraph(words)] });
    const document = new made.Document({
      footnotes: { 1: { children: [new made.Paragraph("Loi 112-12.")] } },
      numbering: {
        config: [{ reference: "n", levels: [{ level: 0, format: "decimal", text: "%1." }] }],
      },
      sections: [
        {
          children: [
            new made.Paragraph({ text: "Vendre", heading: "Heading1" }),
            new made.Paragraph({
              children: [
                text("Le prix "),
                text("juste", { bold: true }),
                new made.FootnoteReferenceRun(1),
                new made.ExternalHyperlink({ link: "https://a.ma/?a=1&b=2", children: [text("ici")] }), // prettier-ignore
              ],
            }),
            new made.Paragraph({ text: "Un", numbering: { reference: "n", level: 0 } }),
            new made.Paragraph({ text: "Deux", numbering: { reference: "n", level: 0 } }),
            new made.Paragraph({ text: "Point", bullet: { level: 0 } }),
            new made.Paragraph({
              children: [
                new made.ImageRun({ type: "png", data: PNG, transformation: { width: 9, height: 9 }, altText: { name: "n", title: "t", description: "Un étal" } }), // prettier-ignore
              ],
            }),
            new made.Table({
              rows: [
                new made.TableRow({ tableHeader: true, children: [cell("Mois"), cell("DH")] }),
                new made.TableRow({ children: [cell("Mai"), cell("120")] }),
              ],
            }),
            new made.Paragraph({ text: "الثمن", heading: "Heading1", bidirectional: true }),
            new made.Paragraph({ children: [text("ثمن عادل", { rightToLeft: true, boldComplexScript: true })] }), // prettier-ignore
          ],
        },
      ],
    });
    const bytes = new Uint8Array(await made.Packer.toArrayBuffer(document));
    expect(await lessonsOf(bytes)).toEqual({
      lessons: [
        ["Vendre", "Le prix **juste**[ici](https://a.ma/?a=1&b=2)\n1. Un\n2. Deux\n- Point", "[Un étal]", "Mois | DH\nMai | 120"], // prettier-ignore
        ["الثمن", "**ثمن عادل**"],
      ],
      codes: ["footnote.skipped"],
    });
  });

  it("by LibreOffice: headings that count by nothing, properties that say false", async () => {
    const styles = `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
      <w:style w:type="paragraph" w:styleId="Heading"><w:name w:val="Heading"/><w:basedOn w:val="Normal"/></w:style>
      <w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="Heading 1"/><w:basedOn w:val="Heading"/><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:bCs/></w:rPr></w:style>
      <w:style w:type="paragraph" w:styleId="TextBody"><w:name w:val="Body Text"/><w:basedOn w:val="Normal"/></w:style>
      <w:style w:type="character" w:styleId="InternetLink"><w:name w:val="Hyperlink"/></w:style>`;
    const numbering = `<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:pStyle w:val="Heading1"/><w:numFmt w:val="none"/></w:lvl></w:abstractNum>
      <w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
      <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>`;
    const shape = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr id="2" name="Shape" descr=""/><a:graphic/></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:rect/></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const body =
      p(
        run("Tisser", "<w:b/>"),
        "Heading1",
        '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
      ) +
      p(
        run("La laine ", '<w:b w:val="false"/>') +
          `<w:hyperlink r:id="rId2">${run("lavée", '<w:rStyle w:val="InternetLink"/>')}</w:hyperlink>${shape}`,
        "TextBody",
      ) + // prettier-ignore
      item("carder", 2) +
      p(picture("rId3", "Un métier à tisser"), "TextBody") +
      p(run("نسيج", '<w:rtl w:val="true"/>'), "TextBody", '<w:bidi w:val="1"/>');
    const bytes = word({
      body,
      parts: { styles, numbering },
      relations: { rId2: "https://laine.ma", rId3: "media/image1.png" },
      files: { "word/media/image1.png": PNG },
    });
    expect(await lessonsOf(bytes)).toEqual({
      lessons: [["Tisser", "La laine [lavée](https://laine.ma)\n- carder", "[Un métier à tisser]", "نسيج"]], // prettier-ignore
      codes: ["drawing.skipped"],
    });
  });

  it("by Google Docs: everything said, even what is not so, and wrapped in controls", async () => {
    const styles = ["1", "2"]
      .map(
        (level) =>
          `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/><w:basedOn w:val="Normal"/></w:style>`,
      ) // prettier-ignore
      .join("");
    const off = '<w:rtl w:val="0"/>';
    const wrap = (inside: string) => `<w:sdt><w:sdtPr><w:tag w:val="goog_rdk_0"/></w:sdtPr><w:sdtContent>${inside}</w:sdtContent></w:sdt>`; // prettier-ignore
    const body =
      p(run("Le safran", off), "Heading1") +
      wrap(
        p(
          run("Trier ", `<w:b w:val="1"/><w:bCs w:val="1"/>${off}`) +
            wrap(run("les stigmates", `<w:b w:val="0"/>${off}`)),
        ),
      ) + // prettier-ignore
      p(run("Sécher", off), "Heading2") +
      item("à l'ombre", 1) +
      `<w:tbl><w:tblPr><w:tblStyle w:val="Table1"/><w:tblLook w:val="0600"/></w:tblPr>${row(["g", "DH"])}${row(["1", "35"])}</w:tbl>` + // prettier-ignore
      p(run("", off));
    expect(await lessonsOf(word({ body, parts: { styles, numbering: NUMBERING } }))).toEqual({
      lessons: [["Le safran", "**Trier **les stigmates", "### Sécher\n- à l'ombre", "g | DH\n1 | 35"]], // prettier-ignore
      codes: ["table.head_assumed"],
    });
  });

  it("in the strict dialect of the standard, under other names for the same things", async () => {
    const strict = (xml: string) =>
      xml
        .replaceAll("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main") // prettier-ignore
        .replaceAll("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships"); // prettier-ignore
    const xml = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${p("Le miel", "Titre1")}${p("Doux.")}</w:body></w:document>`; // prettier-ignore
    const bytes = word({ body: "", files: { "word/document.xml": strict(xml) } });
    expect((await lessonsOf(bytes)).lessons).toEqual([["Le miel", "Doux."]]);
  });
});

const media = { hash: "a".repeat(64), type: "image/webp", bytes: 1 } as Media;
/** As it will be once its picture is in the library and its author has said what one sees. */
const asBlock = (block: ImportedBlock): unknown => {
  if (block.kind !== "picture") return { key: "b", ...block };
  const { kind, alt, caption } = block;
  return { key: "b", kind, media, alt: alt || "x", ...(caption && { caption }) };
};

describe("whatever a document holds", () => {
  const words = fc.oneof(
    { weight: 6, arbitrary: fc.stringMatching(/^[a-zé مⵜ\u0085\u200F.:]{0,30}$/) },
    fc.constantFrom("sel ".repeat(2500), "\u{1F41D}".repeat(2100), "-"),
  );
  const looks = fc.constantFrom("", "<w:b/>", "<w:i/><w:rtl/>", '<w:vertAlign w:val="subscript"/>');
  const runs = fc
    .array(fc.tuple(words, looks), { maxLength: 4 })
    .map((all) => all.map(([text, look]) => run(text, look)).join("") || run(""));
  const changing = fc.constant(Array.from({ length: 450 }, (_, at) => run("a", at % 2 ? "<w:b/>" : "")).join("")); // prettier-ignore
  const inside = fc.oneof({ weight: 9, arbitrary: runs }, changing, fc.constant(picture("rA", "Sel "))); // prettier-ignore
  const style = fc.constantFrom("", "", "Titre", "Titre1", "Titre2", "Titre4", "Lgende");
  const paragraph = fc.tuple(inside, style).map(([text, name]) => p(text, name));
  const listItem = fc
    .tuple(inside, fc.integer({ min: 1, max: 4 }), fc.nat(2))
    .map(([text, list, level]) => item(text, list, level));
  const grid = fc
    .array(fc.array(words, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 70 })
    .map((rows) => table(...rows.map((cells) => row(cells.map((cell) => p(run(cell)))))));
  const part = fc.oneof(
    { weight: 5, arbitrary: paragraph },
    { weight: 5, arbitrary: listItem },
    { weight: 1, arbitrary: grid },
  );

  it("every block is one that the contract lets through, and every remark has its place", async () => {
    const files = { "word/media/a.png": PNG };
    const body = fc.array(part, { minLength: 1, maxLength: 25 }).map((parts) => parts.join(""));
    await fc.assert(
      fc.asyncProperty(body, async (text) => {
        const bytes = word({ body: p("Sel.") + text, parts: { numbering: NUMBERING }, relations: { rA: "media/a.png" }, files }); // prettier-ignore
        const { lessons, report } = await readDocx(bytes);
        for (const { title, blocks } of lessons) {
          expect(title.length).toBeLessThanOrEqual(200);
          expect(blocks.length).toBeLessThanOrEqual(100);
          for (const block of blocks) expect(Block.safeParse(asBlock(block)).error).toBeUndefined();
        }
        for (const { where } of report) {
          expect(lessons[where.lesson]).toBeDefined();
          if (where.block !== undefined) expect(lessons[where.lesson]?.blocks[where.block]).toBeDefined(); // prettier-ignore
        }
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
