import { readdirSync, readFileSync } from "node:fs";
import { Block, type Media } from "@twiza/contract";
import { describe, expect, it } from "vitest";
import { archiveOf, PNG } from "../testing/files.ts";
import { shown, told } from "../testing/plain.ts";
import { ExchangeFault, type Reading, readMarkdown, readMarkdownFile, writeMarkdown } from "./index.ts"; // prettier-ignore

const lessonsIn = ({ lessons }: Reading) =>
  lessons.map(({ title, blocks }) => [title, ...blocks.map(shown)]);
const read = async (text: string) => lessonsIn(await readMarkdown(text));
const files = {
  sizeOf: (name: string) => (name === "media/a b.png" ? PNG.length : undefined),
  read: async () => Uint8Array.from(PNG),
};

describe("lessons", () => {
  it("begin at headings of the first level", async () => {
    expect(await read("# Peser\n\nUn.\n\n## Le sac\n\nDeux.\n\n# Vendre\n\nTrois.")).toEqual([
      ["Peser", "Un.", "### Le sac\nDeux."],
      ["Vendre", "Trois."],
    ]);
  });

  it("begin at those of the second where the first is the title of all", async () => {
    const reading = await readMarkdown("# Le sel\n\n## Peser\n\n### Le sac\n\nUn.\n\n## Vendre\n\nDeux."); // prettier-ignore
    expect(reading.title).toBe("Le sel");
    expect(lessonsIn(reading)).toEqual([
      ["Peser", "### Le sac\nUn."],
      ["Vendre", "Deux."],
    ]);
  });

  it("are one where there is no heading, called as what stands above it says", async () => {
    expect(await read("---\ntitle: 'L''eau'\ntags: [a]\n---\nUn.")).toEqual([["L'eau", "Un."]]);
    expect(await read("Titre\n=====\n\nUn.")).toEqual([["Titre", "Un."]]);
    expect(await read("Un.")).toEqual([["", "Un."]]);
  });
});

describe("what other programs write", () => {
  it("GitHub: alerts, boxes to tick, tables, links by name", async () => {
    const text = [
      "# الملح",
      "",
      "> [!WARNING]",
      "> Ne **jamais** mouiller.",
      "",
      "- [x] pesé",
      "- [ ] vendu, voir [la page][1]",
      "  - le sac",
      "",
      "| Sac | DH |",
      "|:----|---:|",
      "| 1 kg<br>net | **18** |",
      "",
      "[1]: https://example.org/ 'x'",
    ].join("\r\n");
    const reading = await readMarkdown(new TextEncoder().encode(`\uFEFF${text}`));
    expect(lessonsIn(reading)).toEqual([
      [
        "الملح",
        "!warning Ne **jamais** mouiller.",
        "- ☑ pesé\n- ☐ vendu, voir [la page](https://example.org/)\n- le sac",
        "Sac | DH\n1 kg\nnet | 18",
      ],
    ]);
    expect(told(reading.report)).toEqual([
      ["task.written", { count: 2 }],
      ["list.flattened", { count: 1 }],
      ["table.plain", { count: 1 }],
    ]);
  });

  it("links by name reach into every lesson", async () => {
    expect(await read("# A\n\n[un]\n\n# B\n\n[deux][un]\n\n[un]: https://a.ma")).toEqual([
      ["A", "[un](https://a.ma)"],
      ["B", "[deux](https://a.ma)"],
    ]);
  });

  it("Docusaurus and Obsidian: admonitions; quotations are callouts; code is text", async () => {
    const reading = await readMarkdown(":::tip\n\nUn.\n\n:::\n\n> [!example]- Deux\n> trois\n\n> Quatre\n\n```js\nlet a = '# b';\n```\n\n:::tabs\nCinq\n:::"); // prettier-ignore
    expect(lessonsIn(reading)).toEqual([
      ["", "!tip Un.", "!note [!example]- Deux trois", "!note Quatre", "let a = '# b';\nCinq"],
    ]);
    expect(told(reading.report).map(([code]) => code)).toEqual([
      "title.missing",
      "quote.callout",
      "code.plain",
      "block.unknown",
    ]);
  });

  it("Pandoc: a caption under a table, numbers that begin elsewhere", async () => {
    expect(await read("| a |\n|---|\n| b |\n\n: Prix\n\n4. quatre\n5. cinq\n\n   encore")).toEqual([
      ["", ": Prix\na\nb", "4. quatre\n5. cinq\nencore"],
    ]);
  });

  it("tags of HTML are left out, and their words are told", async () => {
    const reading = await readMarkdown('<div onclick="x()">Un <b>mot</b></div>\n\nDeux <b>trois</b><br>quatre <!-- x -->\n\n<script>alert(1)</script>\n\n<!-- a\n# b -->'); // prettier-ignore
    expect(lessonsIn(reading)).toEqual([["", "Deux trois\nquatre "]]);
    expect(told(reading.report)).toEqual([
      ["html.skipped", { words: "Un mot" }],
      ["title.missing", {}],
      ["html.skipped", { count: 2 }],
      ["html.skipped", { count: 1, kind: "tag" }],
    ]);
  });

  it("links that could run something are words", async () => {
    const reading = await readMarkdown("[un](javascript:alert(1)) [deux](#a) [trois](http://a.ma)");
    expect(lessonsIn(reading)).toEqual([["", "un deux trois"]]);
    expect(told(reading.report)).toEqual([
      ["link.refused", { url: "javascript:alert(1)", words: "un" }],
      ["link.refused", { url: "http://a.ma", words: "trois" }],
      ["title.missing", {}],
      ["link.internal", { count: 1 }],
    ]);
  });
});

describe("pictures", () => {
  it("are found beside the text, and told of where they are not", async () => {
    const text = "Ici ![un](media/a%20b.png 'Un.') là\n\n![](media/c.png) ![](https://a.ma/d.png) ![](../../etc/x)"; // prettier-ignore
    const reading = await readMarkdown(text, { files });
    expect(lessonsIn(reading)).toEqual([["", "Ici  là", "[un | Un.]"]]);
    expect(told(reading.report).slice(1)).toEqual([
      ["picture.moved", { name: "a b.png" }],
      ["picture.missing", { name: "c.png" }],
      ["picture.elsewhere", { url: "https://a.ma/d.png" }],
      ["picture.missing", { name: "x" }],
    ]);
  });

  it("come with the texts of an archive, in the order of their numbers", async () => {
    const archive = archiveOf({
      "cours/10-vendre.md": "# Vendre\n\nTrois.",
      "cours/2-peser.md": "# Peser\n\n![sac](img/s.png)",
      "cours/img/s.png": PNG,
      "__MACOSX/cours/._2-peser.md": "x",
    });
    const reading = await readMarkdownFile(archive);
    expect(lessonsIn(reading)).toEqual([
      ["Peser", "[sac]"],
      ["Vendre", "Trois."],
    ]);
    expect(reading.report.filter(({ code }) => code === "lesson.imported").map(({ where }) => where.lesson)).toEqual([0, 1]); // prettier-ignore
  });
});

describe("questions that are none", () => {
  it.each([
    ['kind="choice"', "Un ?\n\n- [ ] a\n- [ ] b", "question.no_right"],
    ['kind="choice"', "Un ?\n\n- [x] a\n- [x] b", "question.several_right"],
    ['kind="truefalse"', "Un ?\n\n- [x] a", "question.options"],
    ['kind="number" answer="x"', "Un ?", "question.no_number"],
    ['kind="choice"', "- [x] a\n- [ ] b", "question.prompt"],
    ['kind="essay"', "Un ?", "block.broken"],
    ['kind="number" answer="1e400"', "Un ?", "question.no_number"],
    ['kind="number" answer="NaN"', "Un ?", "question.no_number"],
    ['kind="short"', "Un ?\n\n- [ ] a", "question.no_right"],
    ['kind="match"', "Un ?\n\n- [x] a -> b\n- [x] c", "question.no_pair"],
    ['kind="order"', "Un ?\n\n- [x] a", "question.options"],
    ['kind="cloze"', "[[zz]] ?\n\n- [x] zz: a", "question.gaps"],
    ['kind="cloze"', "[[a]] [[b]] ?\n\n- [x] a: sel", "question.gaps"],
    ['kind="cloze"', `[[a]] ?\n\n${"- [x] a: sel\n".repeat(41)}`, "question.options"],
    ['kind="hotspot"', "Où ?\n\n- [x] 1,2: a\n- [ ] 3,4: b", "question.no_picture"],
    ['kind="hotspot" picture="a.png"', "Où ?\n\n- [x] 1,1001: a\n- [ ] 3,4: b", "question.no_spot"],
  ])("%s", async (braces, inside, code) => {
    const { report } = await readMarkdown(`Ici.\n\n:::question{${braces}}\n${inside}\n:::`);
    expect(told(report).map(([each]) => each)).toContain(code);
  });
});

describe("questions as our courses are written", () => {
  const QUESTIONS = `:::question{#a kind="short" hint="Le mot commence par « r »."}
Comment s’appelle l’argent mis de côté ?

- [x] réserve
- [ ] bénéfice
  > Non : c’est avant.
:::

:::question{kind="match" credit="part"}
Reliez.

- [x] Les bouteilles -> Coût direct -> sûr
- [x] Le loyer->l’atelier -> Coût partagé
:::

:::question{kind="order" credit="all"}
Rangez.

- [x] Peser
- [x] Vendre
:::

:::question{kind="cloze"}
Le sel [[a]] dans **l’eau** [[b]].

- [x] a: fond
- [ ] a: flotte
- [x] b: chaude : 40°
:::

:::question{kind="hotspot" picture="media/a%20b.png" alt="Un étal"}
Où est le sel ?

- [x] 250,400: sur la table
- [ ] 0, 1000: par terre
:::

:::question{kind="choice"}
Lequel ?

- [x] Celui-ci

  ![](media/a%20b.png)

  > Oui.
- [ ] L’autre
:::
`;

  it("are read with all that their kinds have, and what they show", async () => {
    const reading = await readMarkdown(QUESTIONS.replaceAll("\n", "\r\n"), { files });
    expect(lessonsIn(reading)).toEqual([
      [
        "",
        "? short: Comment s’appelle l’argent mis de côté ?\n? Le mot commence par « r ».\n(x) réserve\n( ) bénéfice // Non : c’est avant.",
        "? match in parts: Reliez.\n(x) Les bouteilles -> Coût direct -> sûr\n(x) Le loyer->l’atelier -> Coût partagé",
        "? order: Rangez.\n(x) Peser\n(x) Vendre",
        "? cloze: Le sel [[a]] dans **l’eau** [[b]].\n(x) [a] fond\n( ) [a] flotte\n(x) [b] chaude : 40°",
        "? hotspot: Où est le sel ?\n<a b.png> Un étal\n(x) 250,400 sur la table\n( ) 0,1000 par terre",
        "? choice: Lequel ?\n(x) Celui-ci <a b.png> // Oui.\n( ) L’autre",
      ],
    ]);
    expect(told(reading.report).map(([code]) => code)).toEqual(["title.missing"]);
  });

  it("stay, and say so, when their picture is not there", async () => {
    const reading = await readMarkdown(QUESTIONS);
    expect(reading.lessons[0]?.blocks).toHaveLength(6);
    expect(told(reading.report)).toContainEqual(["picture.missing", { name: "a b.png" }]);
  });
});

describe("our own courses", () => {
  const folder = new URL("../../../content/courses/", import.meta.url);
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    /^keep-the-cash-book\/lessons\/.*\.md$/.test(name),
  );
  const media: Media = { hash: "0".repeat(64), type: "image/webp", bytes: 9 } as Media;

  const blocksIn = async (name: string) => {
    const text = readFileSync(new URL(name, folder), "utf8");
    const reading = await readMarkdown(text, {
      files: { sizeOf: () => PNG.length, read: async () => Uint8Array.from(PNG) },
    });
    const written = [...text.matchAll(/^:::([a-z]+)/gm)].map(([, kind]) => kind);
    return { reading, written, blocks: reading.lessons.flatMap(({ blocks }) => blocks) };
  };

  /** Their words are kept as text: no other program writes them. */
  const RARER = new Set(["term", "file", "gallery", "link"]);

  it("are read with every kind of block that they hold but the rarer ones, and every block may be published", async () => {
    expect(names.length).toBeGreaterThan(20);
    for (const name of names) {
      const { reading, written, blocks } = await blocksIn(name);
      const kept = [...new Set(written)].filter((kind) => !RARER.has(kind ?? ""));
      expect(blocks.map(({ kind }) => kind)).toEqual(expect.arrayContaining(kept));
      for (const block of blocks)
        if (block.kind === "picture")
          Block.parse({ kind: "picture", key: "a", media, alt: block.alt });
        else Block.parse({ ...block, key: "a" });
      const codes = told(reading.report).map(([code]) => code);
      const expected =
        /^(?:recording|front_matter)[.]skipped$|^table[.]plain$|^list[.]|^block[.]unknown$/;
      expect(codes.filter((code) => !expected.test(code))).toEqual([]);
    }
  });
});

describe("is refused, or bounded", () => {
  const faultOf = async (text: string) => {
    const error: unknown = await readMarkdown(text).catch((fault: unknown) => fault);
    return error instanceof ExchangeFault ? error.code : error;
  };

  it.each([
    ["nothing", "---\ntitle: a\n---\n", "markdown.no_content"],
    ["comments alone", "<!-- a -->", "markdown.no_content"],
    ["quotations a thousand deep", "> ".repeat(1000), "markdown.too_deep"],
    ["lists a thousand deep", "- ".repeat(1000), "markdown.too_deep"],
    ["brackets without end", "[".repeat(50_000), "markdown.too_deep"],
    ["a text of two million letters", "a ".repeat(1_000_001), "markdown.too_long"],
  ])("%s", async (_, text, code) => {
    expect(await faultOf(text)).toBe(code);
  });

  it.each([
    ["links in links", "[a](".repeat(1000)],
    ["emphasis that never ends", "*a _b ".repeat(1000)],
    ["ticks", "`a``b```".repeat(1000)],
    ["a wide table", `|a${"|".repeat(1000)}\n|${"-|".repeat(1000)}\n`],
    ["blocks that never end", "```\n:::a\n".repeat(1000)],
    ["names without end", `${"[a]: b\n".repeat(1000)}\n# A\n`.repeat(3)],
  ])("%s end", async (_, text) => {
    const error: unknown = await readMarkdown(text).catch((fault: unknown) => fault);
    expect(error instanceof Error && !(error instanceof ExchangeFault)).toBe(false);
  });

  it("can be given up in the middle", async () => {
    const stop = new AbortController();
    const text = `# A\n\n${"mot ".repeat(2000)}\n\n`.repeat(100);
    const onProgress = () => stop.abort(new Error("never mind"));
    await expect(readMarkdown(text, { signal: stop.signal, onProgress })).rejects.toThrow("never mind"); // prettier-ignore
  });
});

describe("what Markdown has no word for", () => {
  const media = { hash: "b".repeat(64) as never, type: "application/pdf" as const, bytes: 9 };
  const doc = (text: string) => ({ type: "doc" as const, content: [{ type: "paragraph" as const, content: [{ type: "text" as const, text }] }] }); // prettier-ignore

  it("is nearest to it: several pictures one by one, documents and pages elsewhere as links", async () => {
    const picture = { hash: "a".repeat(64) as never, type: "image/webp" as const, bytes: 9 };
    const pictures = ["Avant", "Après"].map((alt) => ({ media: picture, alt }));
    const text = writeMarkdown({
      title: "Le sel",
      blocks: [
        { kind: "gallery", pictures },
        { kind: "term", term: "Saumure", doc: doc("Eau très salée.") },
        { kind: "file", media, title: "Carnet", about: "À imprimer." },
        { kind: "link", href: "https://example.org/sel", title: "Ailleurs" },
        { kind: "text", doc: doc("Fin.") },
      ],
    });
    const here = { sizeOf: () => PNG.length, read: async () => Uint8Array.from(PNG) };
    expect(lessonsIn(await readMarkdown(text, { files: here }))).toEqual([
      [
        "Le sel",
        ...["[Avant]", "[Après]", "Saumure: Eau très salée.", "Carnet\nÀ imprimer."],
        ...["[Ailleurs](https://example.org/sel)", "Fin."],
      ],
    ]);
    expect(text).toContain(`[Carnet](media/${"b".repeat(64)}.pdf)`);
  });

  it("leaves out what nobody has chosen or written yet, and what is around it stays apart", () => {
    const text = writeMarkdown({
      title: "Le sel",
      blocks: [
        { kind: "text", doc: doc("Un.") },
        { kind: "picture", alt: "Rien encore" },
        { kind: "file", title: "" },
        { kind: "text", doc: doc("Deux.") },
      ],
    });
    expect(text).toBe("---\ntwiza: 1\n---\n\n# Le sel\n\nUn.\n\n---\n\nDeux.\n");
  });
});

it("of several texts one may be empty, and not all", async () => {
  const archive = (texts: Record<string, string>) => readMarkdownFile(archiveOf(texts));
  const front = "---\ntwiza: 1\n---\n\n#\n";
  expect(lessonsIn(await archive({ "1.md": "", "2.md": front, "3.md": "# Peser" }))).toEqual([
    ["Peser"],
  ]);
  await expect(archive({ "1.md": "", "2.md": front })).rejects.toThrow("markdown.no_content");
});
