import { describe, expect, it } from "vitest";
import { archiveOf, PNG } from "../testing/files.ts";
import { scormItem as item, scormManifest as manifest, scormResource as resource } from "../testing/packages.ts"; // prettier-ignore
import { shown, told } from "../testing/plain.ts";
import { ExchangeFault, type Reading, readScorm } from "./index.ts";

type Files = Readonly<Record<string, string | Uint8Array>>;

const lessonsIn = ({ lessons }: Reading) =>
  lessons.map(({ title, blocks }) => [title, ...blocks.map(shown)]);
const faultOf = async (files: Files) => {
  const error: unknown = await readScorm(archiveOf(files)).catch((fault: unknown) => fault);
  return error instanceof ExchangeFault ? error.code : error;
};

/** A page as eXeLearning writes it. */
const page = (title: string, inside: string): string => `<!DOCTYPE html>
<html lang="fr"><head><title>${title} | Le sel</title><meta charset="utf-8">
<script type="text/javascript" src="SCORM_API_wrapper.js"></script><style>p { color: red }</style></head>
<body class="exe-scorm" onload="loadPage()"><script>document.body.className+=" js"</script>
<div id="outer"><p id="skipNav"><a href="#main" class="sr-av">Aller au contenu</a></p>
<nav><ul><li><a href="a.html">Menu</a></li></ul></nav>
<div id="main"><div id="nodeDecoration"><h1 id="nodeTitle">${title}</h1></div>
<div class="iDevice emphasis0"><div class="block" style="display:block">${inside}</div></div>
<div class="pagination noprt"><a href="b.html">Suivant</a></div></div></div></body></html>`;

describe("packages whose pages have text", () => {
  it("by eXeLearning: its tree, texts, lists, tables, pictures; no programs, menus or hidden words", async () => {
    const reading = await readScorm(
      archiveOf({
        "imsmanifest.xml": manifest(
          item("1", "Peser &amp; vendre", item("2", "Le sac")) + item("3", "Vendre"),
          resource("1", "index.html") + resource("2", "sac.html") + resource("3", "pages/vendre.html?x=1"), // prettier-ignore
        ),
        "index.html": page(
          "Peser &amp; vendre",
          '<p>Un sac de <strong>1&nbsp;kg</strong>,<br/>voir <a href="https://a.ma/x y">là</a> et <a href="sac.html">ici</a>.</p><ul><li>un<ul><li>deux</li></ul></li><li><p>trois</p><p>encore</p></li></ul><div style="display:none">Réponse</div><form><input type="radio"/> Oui</form>', // prettier-ignore
        ),
        "sac.html": page(
          "Le sac",
          '<h2>Prix</h2><table><caption>Prix du sac</caption><tr><th>Sac</th><th>DH</th></tr><tr><td>1 kg</td><td>18</td></tr><tr><td rowspan="2">2 kg</td><td>30</td></tr><tr><td>31</td></tr></table><p><img src="img/sac.png" alt="Un sac"/><img src="p.gif" width="1" height="1"/></p>', // prettier-ignore
        ),
        "pages/Vendre.HTML": page(
          "Vendre",
          '<blockquote><p>Jamais à perte.</p></blockquote><video src="v.mp4"></video><iframe src="https://tube.example/x"></iframe><p>Surface : m<sup>2</sup></p><img src="../img/sac.png">', // prettier-ignore
        ),
        "Img/sac.png": PNG,
      }),
    );
    expect(reading.title).toBe("Le sel");
    expect(lessonsIn(reading)).toEqual([
      [
        "Peser & vendre",
        "Un sac de **1\u00A0kg**,\nvoir [là](https://a.ma/x%20y) et ici.\n- un\n- deux\n- trois / encore\nOui",
        "### Le sac\n#### Prix",
        ": Prix du sac\nSac | DH\n1 kg | 18\n2 kg | 30\n | 31",
        "[Un sac]",
      ],
      ["Vendre", "!note Jamais à perte.", "Surface : m²", "[]"],
    ]);
    const lines = told(reading.report);
    expect(lines).toContainEqual(["hidden.skipped", { words: "Réponse" }]);
    expect(lines).toContainEqual(["video.skipped", { name: "v.mp4" }]);
    expect(lines).toContainEqual(["frame.skipped", { url: "https://tube.example/x" }]);
    const codes = new Set(lines.map(([code]) => code));
    for (const code of ["script.skipped", "contents.skipped", "form.skipped", "link.internal", "list.flattened", "table.merged", "raised.written", "quote.callout"] as const) expect(codes).toContain(code); // prettier-ignore
  });

  it("of SCORM 2004, packed with its folder, with bases, tracking, a frame around its parts, Arabic in Windows' alphabet", async () => {
    const all = new TextDecoder("windows-1256").decode(Uint8Array.from({ length: 256 }, (_, byte) => byte)); // prettier-ignore
    const windows = (text: string) => Uint8Array.from(text, (letter) => all.indexOf(letter));
    const reading = await readScorm(
      archiveOf({
        "cours/imsmanifest.xml": `<manifest identifier="m" xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" xmlns:imsss="http://www.imsglobal.org/xsd/imsss" xml:base="pages/"><organizations default="b"><organization identifier="a"><title>x</title></organization><organization identifier="b"><title>الملح</title><item identifier="i0"><title>الوحدة</title><item identifier="i1" identifierref="r1"><title>الوزن</title><imsss:sequencing><imsss:deliveryControls tracked="true"/></imsss:sequencing></item><item identifier="i2" identifierref="r2" isvisible="false"><title>مخفي</title></item></item></organization></organizations><resources xml:base="ar/"><resource identifier="r1" type="webcontent" adlcp:scormType="sco" href="1.htm"/><resource identifier="r2" type="webcontent" href="2.htm"/></resources></manifest>`,
        "cours/pages/ar/1.htm": windows(
          "<html><body dir=rtl><P>كيس من الملح<P>ثمنه <B>18</B> درهما</body></html>",
        ),
        "cours/pages/ar/2.htm": "<p>x</p>",
      }),
    );
    expect(lessonsIn(reading)).toEqual([["الوزن", "كيس من الملح\nثمنه **18** درهما"]]);
    expect(told(reading.report)).toEqual([
      ["tracking.dropped", {}],
      ["item.skipped", { kind: "isvisible", title: "مخفي" }],
    ]);
  });

  it("whose page only shows another one in a frame", async () => {
    const reading = await readScorm(
      archiveOf({
        "imsmanifest.xml": manifest(item("1", "Un"), resource("1", "launch.html")),
        "launch.html": '<html><head><script>init()</script></head><frameset><frame src="api.html"><frame src="content/1.html"></frameset></html>', // prettier-ignore
        "api.html": "<script>x</script>",
        "content/1.html": "<p>Le texte.</p><table><tr><td><p>Une</p></td></tr></table>",
      }),
    );
    expect(lessonsIn(reading)).toEqual([["Un", "Le texte.\nUne"]]);
  });

  it("whose list says another alphabet", async () => {
    const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    const reading = await readScorm(
      archiveOf({
        "imsmanifest.xml": latin(manifest(item("1", "Été"), resource("1", "1.html")).replace('encoding="utf-8"', 'encoding="ISO-8859-1"')), // prettier-ignore
        "1.html": "<p>Un été.</p>",
      }),
    );
    expect(lessonsIn(reading)).toEqual([["Été", "Un été."]]);
  });
});

describe("what cannot be kept", () => {
  it("each page without text, missing, elsewhere or of another kind is told by its title", async () => {
    const reading = await readScorm(
      archiveOf({
        "imsmanifest.xml": manifest(
          ["1", "2", "3", "4", "5"].map((id) => item(id, `T${id}`)).join(""),
          [resource("1", "1.html"), resource("2", "story.html"), resource("3", "none.html"), resource("4", "https://a.ma/x.html"), resource("5", "doc.pdf")].join(""), // prettier-ignore
        ),
        "1.html": "<p>Un.</p>",
        "story.html": "<body><div id='app'>Loading…</div><script src='bootstrapper.js'></script><noscript>Enable JavaScript</noscript></body>", // prettier-ignore
        "doc.pdf": "%PDF",
      }),
    );
    expect(lessonsIn(reading)).toEqual([["T1", "Un."]]);
    expect(told(reading.report).filter(([code]) => code.startsWith("page."))).toEqual([
      ["page.no_text", { title: "T2", name: "story.html" }],
      ["page.missing", { title: "T3", name: "none.html" }],
      ["page.elsewhere", { title: "T4", url: "https://a.ma/x.html" }],
      ["page.type", { title: "T5", name: "doc.pdf" }],
    ]);
  });

  it.each<[string, Files, string]>([
    ["an archive of something else", { "a.txt": "x" }, "scorm.not_scorm"],
    ["a list of something else", { "imsmanifest.xml": "<x/>" }, "scorm.not_scorm"],
    ["a list without a tree", { "imsmanifest.xml": '<manifest xmlns="u"/>' }, "scorm.broken"],
    ["a list with a DTD", { "imsmanifest.xml": '<!DOCTYPE m [<!ENTITY a "b">]><manifest/>' }, "xml.doctype"], // prettier-ignore
    [
      "a player without a page of text",
      {
        "imsmanifest.xml": manifest(item("1", "Un"), resource("1", "index_lms.html")),
        "index_lms.html": "<script src='player.js'></script>",
      },
      "scorm.no_content",
    ],
    [
      "a page that is too large",
      {
        "imsmanifest.xml": manifest(item("1", "Un"), resource("1", "1.html")),
        "1.html": "<i><b>".repeat(100_000),
      },
      "html.too_large",
    ],
    ["a page that leads out", { "imsmanifest.xml": manifest(item("1", "Un"), resource("1", "../../etc/passwd")), "../x": "x" }, "zip.names"], // prettier-ignore
  ])("%s is refused", async (_, files, code) => {
    expect(await faultOf(files)).toBe(code);
  });

  it("elements a thousand deep, tables that reach over millions, links that run: words are left", async () => {
    const reading = await readScorm(
      archiveOf({
        "imsmanifest.xml": manifest(item("1", "Un"), resource("1", "1.html")),
        "1.html": `${"<div><b>".repeat(700)}Loin.${"</b></div>".repeat(700)}<table><tr><td colspan="9999999" rowspan="9999999">a</td></tr><tr><td>b</td><td>c</td></tr></table><p onclick="x()"><a href="JavaScript:alert(1)">Non</a><img src="data:text/html,x"></p>`,
      }),
    );
    const [lesson] = reading.lessons;
    expect(lesson?.blocks.map(({ kind }) => kind)).toContain("table");
    expect(JSON.stringify(lesson)).not.toMatch(/javascript|onclick|data:/i);
    expect(told(reading.report).map(([code]) => code)).toEqual(expect.arrayContaining(["link.refused", "picture.type", "table.merged"])); // prettier-ignore
  });

  it("can be given up", async () => {
    const files = { "imsmanifest.xml": manifest(item("1", "Un"), resource("1", "1.html")), "1.html": "<p>Un.</p>".repeat(50_000) }; // prettier-ignore
    const stop = new AbortController();
    const reading = readScorm(archiveOf(files), { signal: stop.signal });
    setTimeout(() => stop.abort(new Error("never mind")), 0);
    await expect(reading).rejects.toThrow("never mind");
  });
});
