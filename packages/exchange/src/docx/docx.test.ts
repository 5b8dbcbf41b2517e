import { describe, expect, it } from "vitest";
import { PNG } from "../testing/files.ts";
import { shown } from "../testing/plain.ts";
import { item, NUMBERING, p, picture, row, run, table, word } from "../testing/word.ts";
import { type DocxReading, readDocx } from "./index.ts";

type Word = Parameters<typeof word>[0];
const read = (body: string, more: Omit<Word, "body"> = {}) =>
  readDocx(word({ body, parts: { numbering: NUMBERING }, ...more }));
const lessonsOf = ({ lessons }: DocxReading) =>
  lessons.map(({ title, blocks }) => [title, ...blocks.map(shown)]);
const blocksOf = async (body: string, more: Omit<Word, "body"> = {}) =>
  (await read(p("Le sel", "Titre1") + body, more)).lessons[0]?.blocks.map(shown);
/** What a report says beside what came over as it was. */
const told = ({ report }: DocxReading) =>
  report
    .filter(({ what }) => what !== "imported")
    .map(({ code, detail }) => [code, detail] as const);
const toldOf = async (body: string, more: Omit<Word, "body"> = {}) =>
  told(await read(p("Le sel", "Titre1") + body, more));
const words = (count: number): string => Array.from({ length: count }, () => "sel").join(" ");

describe("a document becomes lessons", () => {
  it("each heading 1 begins one, what stands before belongs to the document's own title", async () => {
    const reading = await read(
      p("Les amandes", "Titre") + p("Avant.") + p("Cueillir", "Titre1") + p("Un.") + p("Casser", "Titre1") + p("Deux."), // prettier-ignore
    );
    expect(reading.title).toBe("Les amandes");
    expect(lessonsOf(reading)).toEqual([
      ["Les amandes", "Avant."],
      ["Cueillir", "Un."],
      ["Casser", "Deux."],
    ]);
  });

  it("the only heading 1 is the title of the only lesson, and nothing before it is lost", async () => {
    const reading = await read(p("Avant.") + p("Cueillir", "Titre1") + p("Un."));
    expect(lessonsOf(reading)).toEqual([["Cueillir", "Avant.\nUn."]]);
  });

  it("under a title of its own, the only heading 1 is a heading", async () => {
    const reading = await read(p("Les amandes", "Titre") + p("Cueillir", "Titre1") + p("Un."));
    expect(lessonsOf(reading)).toEqual([["Les amandes", "### Cueillir\nUn."]]);
  });

  it("a document without any title says so", async () => {
    const reading = await read(p("Un."));
    expect(lessonsOf(reading)).toEqual([["", "Un."]]);
    expect(told(reading)).toEqual([["title.missing", {}]]);
  });

  it("a title is plain words, which is told when it was more", async () => {
    const reading = await read(p(run("Le ") + run("sel", "<w:i/>"), "Titre1") + p("Un."));
    expect(lessonsOf(reading)).toEqual([["Le sel", "Un."]]);
    expect(told(reading)).toEqual([["formatting.dropped", { kind: "title", count: 1 }]]);
  });

  it("a title that is too long is cut, and its words stand whole below", async () => {
    const long = `${words(60)} fin`;
    const [lesson] = (await read(p(long, "Titre1"))).lessons;
    expect(lesson?.title).toHaveLength(200);
    expect(lesson?.blocks.map(shown)).toEqual([long]);
  });

  it("headings 2 and 3 stay, deeper ones are raised, and each begins a screen of its own", async () => {
    const body = p("A", "Titre2") + p("a.") + p("B", "Titre3") + p("b.") + p("C", "Titre4") + p("c."); // prettier-ignore
    expect(await blocksOf(body)).toEqual(["### A\na.", "#### B\nb.", "#### C\nc."]);
    expect(await toldOf(body)).toEqual([["heading.raised", { count: 1 }]]);
  });

  it("a screen has sixty words at most where paragraphs allow it, and no heading stands alone", async () => {
    const body = p("A", "Titre2") + p(words(50)) + p(words(20)) + p(words(70)) + p("Voici :") + p(words(60)); // prettier-ignore
    expect(await blocksOf(body)).toEqual([
      `### A\n${words(50)}`,
      words(20),
      words(70),
      `Voici :\n${words(60)}`,
    ]);
  });

  it("a lesson of more blocks than one may have goes on in another", async () => {
    const reading = await read(p("Le sel", "Titre1") + p(words(60)).repeat(150));
    expect(reading.lessons.map(({ title, blocks }) => [title, blocks.length])).toEqual([
      ["Le sel", 100],
      ["Le sel (2)", 50],
    ]);
    expect(told(reading)).toEqual([["lesson.split", { blocks: 150 }]]);
  });
});

describe("words", () => {
  it("bold and italic stay, by hand, by style and in Arabic; switched off is off", async () => {
    const body = p(
      run("a ") + run("b", "<w:b/>") + run("c", '<w:i w:val="1"/>') + run("d", '<w:rStyle w:val="lev"/>') +
      run("e", '<w:b w:val="0"/>') + run("السعر", "<w:rtl/><w:bCs/>") + run("ثمن", '<w:b/><w:bCs w:val="0"/><w:rtl/>') + run("ⵜⵉⵙⵏⵜ", "<w:b/>"), // prettier-ignore
    );
    expect(await blocksOf(body)).toEqual(["a **b**_c_**d**e**السعر**ثمن**ⵜⵉⵙⵏⵜ**"]);
  });

  it("what a style makes bold is bold, but for headings, which are so by themselves", async () => {
    const styles = `<w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/></w:style>
      <w:style w:type="paragraph" w:styleId="Titre2"><w:name w:val="heading 2"/><w:rPr><w:b/></w:rPr></w:style>
      <w:style w:type="paragraph" w:styleId="Avis"><w:name w:val="Avis"/><w:rPr><w:b/></w:rPr></w:style>
      <w:style w:type="paragraph" w:styleId="Avis2"><w:name w:val="Avis 2"/><w:basedOn w:val="Avis"/></w:style>`;
    const body = p("A", "Titre2") + p(run("Attention") + run(" !", '<w:b w:val="0"/>'), "Avis2");
    expect(await blocksOf(body, { parts: { styles } })).toEqual(["### A\n**Attention** !"]);
  });

  it("right-to-left words and marks of direction come over letter by letter", async () => {
    const arabic = "كيس من الملح \u2067(12 DH)\u2069 — ⴰⵣⵓⵍ";
    expect(await blocksOf(p(run(arabic, "<w:rtl/>"), "", "<w:bidi/>"))).toEqual([arabic]);
  });

  it("links to the web, to mail and to telephones stay, whichever way they are written", async () => {
    const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://b.ma" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run("champ")}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const body = p(
      `<w:hyperlink r:id="rA" w:anchor="x">${run("web")}</w:hyperlink> ${field}<w:fldSimple w:instr='HYPERLINK "tel:+2125"'>${run("tel")}</w:fldSimple>`, // prettier-ignore
    );
    const relations = { rA: "https://a.ma/p q" };
    expect(await blocksOf(body, { relations })).toEqual([
      "[web](https://a.ma/p%20q#x)[champ](https://b.ma)[tel](tel:+2125)",
    ]);
  });

  it.each(["http://a.ma", "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x"])(
    "%s is no link: its words stay, and the report names it",
    async (url) => {
      const body = p(`<w:hyperlink r:id="rA">${run("ici")}</w:hyperlink>`);
      expect(await blocksOf(body, { relations: { rA: url } })).toEqual(["ici"]);
      expect(await toldOf(body, { relations: { rA: url } })).toEqual([
        ["link.refused", { url, words: "ici" }],
      ]);
    },
  );

  it("breaks, tabs and hyphens are characters, and squares stay squares", async () => {
    const body = p(
      `<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:noBreakHyphen/><w:t>m</w:t></w:r>${run("2", '<w:vertAlign w:val="superscript"/>')}`, // prettier-ignore
    );
    expect(await blocksOf(body)).toEqual(["a\nb c\u2011m²"]);
  });

  it.each([
    [
      "a footnote",
      '<w:r><w:footnoteReference w:id="2"/></w:r>',
      "footnote.skipped",
      "Voir la loi.",
    ],
    ["a comment", '<w:r><w:commentReference w:id="2"/></w:r>', "comment.skipped", "Vérifier !"],
    ["a tracked deletion", `<w:del><w:r><w:delText>ancien</w:delText></w:r></w:del>`, "deletion.skipped", "ancien"], // prettier-ignore
    ["hidden text", run("secret", "<w:vanish/>"), "hidden.skipped", "secret"],
    ["a formula", "<m:oMath><m:r><m:t>5/2</m:t></m:r></m:oMath>", "formula.skipped", "5/2"],
  ])("%s is left out and named with its words", async (_, inside, code, said) => {
    const note = (name: string, text: string) => `<w:${name} w:id="2">${p(text)}</w:${name}>`;
    const parts = { footnotes: note("footnote", "Voir la loi."), comments: note("comment", "Vérifier !") }; // prettier-ignore
    const body = p(run("Avant") + inside + run(" après"));
    expect(await blocksOf(body, { parts })).toEqual(["Avant après"]);
    expect(await toldOf(body, { parts })).toEqual([[code, { words: said }]]);
  });

  it("what was inserted is kept, and a paragraph whose end was deleted goes on in the next", async () => {
    const body = p(`<w:ins>${run("neuf")}</w:ins>`, "", "<w:rPr><w:del/></w:rPr>") + p(" et suite");
    expect(await blocksOf(body)).toEqual(["neuf et suite"]);
  });

  it("the words of a text box follow the paragraph it stands beside, once", async () => {
    const box = `<w:txbxContent>${p("Dans la boîte")}</w:txbxContent>`;
    const body = p(
      `${run("Texte")}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wps:txbx>${box}</wps:txbx></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`, // prettier-ignore
    );
    expect(await blocksOf(body)).toEqual(["Texte\nDans la boîte"]);
    expect((await toldOf(body)).map(([code]) => code)).toEqual(["text_box.moved"]);
  });

  it("a table of contents is left out, whether by style, by field or by control", async () => {
    const field = p(`<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TOC \\o</w:instrText><w:fldChar w:fldCharType="separate"/></w:r>${run("Un 1")}`); // prettier-ignore
    const end = p(`${run("Deux 2")}<w:r><w:fldChar w:fldCharType="end"/></w:r>`);
    const control = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p("Trois 3")}</w:sdtContent></w:sdt>`;
    expect(await blocksOf(field + end + control + p("Texte."))).toEqual(["Texte."]);
    expect(await toldOf(field + end + control + p("Texte."))).toEqual([
      ["contents.skipped", { count: 3 }],
    ]);
  });

  it("a field that lost its end takes nothing with it", async () => {
    const begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>';
    const code = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
    const shows = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>';
    const body =
      p(`${run("Un.")}${begin}${code("DATE")}${run("perdu")}`) + p("Deux.") +
      p(begin + code('HYPERLINK "https://a.ma"') + shows + run("ici")) + p("Trois.") +
      p(begin + code("TOC") + shows + run("Un 1")) + p("Quatre", "Titre2") + p("Cinq."); // prettier-ignore
    expect(await blocksOf(body)).toEqual(["Un.\nDeux.\n[ici](https://a.ma)\nTrois.", "### Quatre\nCinq."]); // prettier-ignore
    expect(await toldOf(body)).toEqual([
      ["part.skipped", { name: "field", words: "DATE perdu" }],
      ["contents.skipped", { count: 1 }],
    ]);
  });

  it("of two ways to say the same, around paragraphs as well, one is read", async () => {
    const body = `<mc:AlternateContent><mc:Choice Requires="w14">${p("Texte.")}</mc:Choice><mc:Fallback>${p("Texte.")}</mc:Fallback></mc:AlternateContent>`;
    expect(await blocksOf(body)).toEqual(["Texte."]);
  });

  it("looks that cannot be kept are told once each, with where they came first", async () => {
    const line = p(run("a", '<w:u w:val="single"/>') + run("b", '<w:color w:val="FF0000"/>'));
    expect(await toldOf(line + line)).toEqual([
      ["formatting.dropped", { kind: "underline", count: 2 }],
      ["formatting.dropped", { kind: "colour", count: 2 }],
    ]);
  });

  it("edges of pages are told of", async () => {
    const body = `<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="rH"/></w:sectPr></w:pPr>${run("Texte.")}</w:p>`;
    expect(await toldOf(body)).toEqual([["page_edge.skipped", { count: 1 }]]);
  });
});

describe("lists", () => {
  it("bullets and numbers are told apart by the document's own table", async () => {
    expect(await blocksOf(item("a", 1) + item("b", 1) + item("un", 2) + item("deux", 2))).toEqual([
      "- a\n- b\n1. un\n2. deux",
    ]);
  });

  it("lists may come from a style, may be named by a style only, and may begin anew", async () => {
    const styles = `<w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/></w:style>
      <w:style w:type="paragraph" w:styleId="Puces"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
      <w:style w:type="numbering" w:styleId="Pas"><w:name w:val="Pas"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>`;
    const numbering =
      NUMBERING.replace(
        "<w:num ",
        '<w:abstractNum w:abstractNumId="50"><w:numStyleLink w:val="Pas"/></w:abstractNum><w:num ',
      ) +
      '<w:num w:numId="5"><w:abstractNumId w:val="50"/></w:num><w:num w:numId="6"><w:abstractNumId w:val="20"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>';
    const none = p("mot", "Puces", '<w:numPr><w:numId w:val="0"/></w:numPr>');
    const body = p("a", "Puces") + none + item("un", 5) + item("deux", 5) + p("Pause.") + item("un", 6); // prettier-ignore
    expect(await blocksOf(body, { parts: { styles, numbering } })).toEqual([
      "- a\nmot\n1. un\n2. deux\nPause.\n1. un",
    ]);
  });

  it("lists in lists become one: deeper bullets are bullets, below a number they are its lines", async () => {
    const body = item("a", 1) + item("b", 1, 1) + item("un", 2) + item("x", 2, 1) + item("deux", 2);
    expect(await blocksOf(body)).toEqual(["- a\n- b\n1. un / – x\n2. deux"]);
    expect(await toldOf(body)).toEqual([["list.flattened", { count: 2 }]]);
  });

  it("numbers say the same after an interruption, and when they do not begin with one", async () => {
    const body = item("un", 2) + p("Pause.") + item("deux", 2) + item("trois", 4) + item("quatre", 3); // prettier-ignore
    expect(await blocksOf(body)).toEqual(["1. un\nPause.\n2. deux\n3. trois\n4. quatre"]);
  });

  it("no item is lost, however many there are and however deep", async () => {
    const deep = Array.from({ length: 9 }, (_, at) => item(`x${at}`, 2, 1)).join("");
    const body = item("un", 2) + deep + Array.from({ length: 60 }, (_, at) => item(`n${at}`, 2)).join(""); // prettier-ignore
    const all = (await blocksOf(body))?.join("\n") ?? "";
    for (let at = 0; at < 9; at += 1) expect(all).toContain(`x${at}`);
    for (let at = 0; at < 60; at += 1)
      expect(all).toMatch(new RegExp(`^${at + 2}\\. n${at}$`, "m"));
  });
});

describe("pictures", () => {
  const relations = { rA: "media/a.png", rE: "https://a.ma/x.png", rX: "media/x.emf" };
  const files = { "word/media/a.png": PNG, "word/media/x.emf": new Uint8Array(50) };
  const more = { relations, files };

  it("come with their bytes, their description and what stands under them", async () => {
    const body = p(picture("rA", "Un sac de sel")) + p("Figure 1", "Lgende");
    const [lesson] = (await read(p("Le sel", "Titre1") + body, more)).lessons;
    expect(lesson?.blocks).toEqual([
      { kind: "picture", bytes: PNG, type: "image/png", name: "a.png", alt: "Un sac de sel", caption: "Figure 1" }, // prettier-ignore
    ]);
  });

  it("follow the words they stand in; of a list, the numbers go on behind them", async () => {
    const body =
      item("un", 2).replace("</w:p>", `${picture("rA", "Image")}</w:p>`) + item("deux", 2);
    expect(await blocksOf(body, more)).toEqual(["1. un", "[Image]", "2. deux"]);
    expect((await toldOf(body, more)).map(([code]) => code)).toEqual([
      "picture.moved",
      "list.number_written",
    ]);
  });

  it.each([
    ["of another kind", "rX", ["picture.type", { name: "x.emf", type: "emf" }]],
    ["on another computer", "rE", ["picture.elsewhere", { url: "https://a.ma/x.png" }]],
    ["that are not there", "rNo", ["picture.missing", { name: "rNo" }]],
  ])("%s are named", async (_, id, line) => {
    expect(await blocksOf(p(run("a") + picture(id, "")), more)).toEqual(["a"]);
    expect(await toldOf(p(run("a") + picture(id, "")), more)).toEqual([line]);
  });

  it("a picture without a description is told of, as is a drawing that is none", async () => {
    const chart = "<w:r><w:drawing><wp:inline><wp:docPr descr='Ventes'/></wp:inline></w:drawing></w:r>"; // prettier-ignore
    const { report } = await read(p("Le sel", "Titre1") + p(picture("rA", "")) + p(chart), more);
    expect(report.map(({ code }) => code)).toEqual([
      "lesson.imported",
      "picture.without_alt",
      "drawing.skipped",
    ]);
  });
});

describe("tables", () => {
  const head = "<w:tblHeader/>";

  it("keep head, rows and figures", async () => {
    const body = table(row(["Produit", "Prix"], head), row(["Sel", "12,50 DH"]), row(["Thé", "8"]));
    const [lesson] = (await read(p("Le sel", "Titre1") + body)).lessons;
    expect(lesson?.blocks).toEqual([
      { kind: "table", head: ["Produit", "Prix"], numeric: [false, true], rows: [["Sel", "12,50 DH"], ["Thé", "8"]] }, // prettier-ignore
    ]);
  });

  it("more than eight columns or sixty rows are several tables, the first column in each", async () => {
    const wide = Array.from({ length: 10 }, (_, at) => `c${at}`);
    const body = table(row(wide, head), ...Array.from({ length: 61 }, () => row(wide)));
    const reading = await read(p("Le sel", "Titre1") + body);
    const blocks = reading.lessons[0]?.blocks.flatMap((each) =>
      each.kind === "table" ? [each] : [],
    );
    expect(blocks?.map((each) => [each.head.join(), each.rows.length])).toEqual([
      ["c0,c1,c2,c3,c4,c5,c6,c7", 60],
      ["c0,c1,c2,c3,c4,c5,c6,c7", 1],
      ["c0,c8,c9", 60],
      ["c0,c8,c9", 1],
    ]);
    expect(told(reading)).toEqual([
      ["table.split_columns", { columns: 10 }],
      ["table.split_rows", { rows: 61 }],
    ]);
  });

  it("a cell that is too long is cut, and follows whole as text", async () => {
    const body = table(row(["a", "b"], head), row(["x", words(150)]));
    const blocks = await blocksOf(body);
    expect(blocks?.[0]).toContain("…");
    expect(blocks?.[1]).toBe(words(150));
    expect(await toldOf(body)).toEqual([["table.cell_shortened", { row: 2, column: 2 }]]);
  });

  it("merged cells leave the others empty, and short rows are filled up", async () => {
    const merged = `<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${p("ab")}</w:tc></w:tr>`;
    expect(await blocksOf(table(row(["a", "b"], head), merged, row(["c"])))).toEqual([
      "a | b\nab | \nc | ",
    ]);
  });

  it("a table in a table is words, and a frame of one cell is none", async () => {
    const inner = table(row(["x", "y"]));
    const nested = table(row(["a", "b"], head), `<w:tr><w:tc>${inner}</w:tc><w:tc>${p("z")}</w:tc></w:tr>`); // prettier-ignore
    expect(await blocksOf(nested)).toEqual(["a | b\nx · y | z"]);
    expect(await blocksOf(table(row([p("Encadré") + item("un", 1)])))).toEqual(["Encadré\n- un"]);
  });

  it("a row whose deletion is tracked is left out", async () => {
    const body = table(row(["a", "b"], head), row(["c", "d"]), row(["x", "y"], "<w:del/>"));
    expect(await blocksOf(body)).toEqual(["a | b\nc | d"]);
    expect(await toldOf(body)).toEqual([["table.row_skipped", { words: "x y" }]]);
  });

  it("what stands above it as a caption is its caption", async () => {
    const body = p("Tableau 1", "Lgende") + table(row(["a", "b"], head), row(["1", "2"]));
    const [lesson] = (await read(p("Le sel", "Titre1") + body)).lessons;
    expect(lesson?.blocks).toMatchObject([{ kind: "table", caption: "Tableau 1" }]);
  });
});

describe("a report", () => {
  it("says where: lesson, block, paragraph of the file, and its first words", async () => {
    const body =
      p("A", "Titre1") +
      p("a.") +
      p("B", "Titre1") +
      p("Sous", "Titre2") +
      p("b.") +
      p("Sous", "Titre2") + // prettier-ignore
      p(run("Ici l'ancien ") + "<w:del><w:r><w:delText>prix</w:delText></w:r></w:del>");
    const { report } = await read(body);
    expect(report.filter(({ code }) => code === "deletion.skipped")).toEqual([
      {
        what: "skipped",
        code: "deletion.skipped",
        detail: { words: "prix" },
        where: { lesson: 1, block: 1, paragraph: 7, words: "Ici l'ancien" },
      },
    ]);
  });

  it("of what comes up thousands of times, the rest is counted", async () => {
    const lines = await toldOf(p(run("a", "<w:vanish/>")).repeat(500));
    expect(lines).toHaveLength(201);
    expect(lines.at(-1)).toEqual(["hidden.skipped", { kind: "more", count: 300 }]);
  });

  it("counts what came over, lesson by lesson", async () => {
    const { report } = await read(p("A", "Titre1") + p("un deux") + p("B", "Titre1"));
    expect(report.map(({ code, detail }) => [code, detail])).toEqual([
      ["lesson.imported", { blocks: 1, pictures: 0, tables: 0, words: 2 }],
      ["lesson.imported", { blocks: 0, pictures: 0, tables: 0, words: 0 }],
    ]);
  });
});
