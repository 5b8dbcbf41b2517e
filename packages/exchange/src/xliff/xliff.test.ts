import { Media, type RichInline, type RichText } from "@twiza/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writtenBlock } from "../testing/written.ts";
import { fieldsOf, mapFields } from "./fields.ts";
import { ExchangeFault, type Keyed, readXliff, type Standing, type TranslatedLesson, type WrittenBlock, withUnits, writeXliff } from "./index.ts"; // prettier-ignore
import { hasWords, mapSegments, normal, segmentsOfDoc } from "./segments.ts";

const bold = { type: "bold" as const };
const link = { type: "link" as const, attrs: { href: "https://a.ma" } };
const text = (words: string, ...marks: NonNullable<RichInline["marks"]>): RichInline => ({
  type: "text",
  text: words,
  ...(marks.length > 0 && { marks }),
});
const docOf = (...paragraphs: RichInline[][]): RichText => ({
  type: "doc",
  content: paragraphs.map((content) => ({ type: "paragraph", content })),
});
const textBlock = (...paragraphs: RichInline[][]): WrittenBlock => ({ kind: "text", doc: docOf(...paragraphs) }); // prettier-ignore
const lessonOf = (
  source: readonly Keyed[],
  more: Partial<TranslatedLesson> = {},
): TranslatedLesson => ({
  id: "les_1",
  sourceLanguage: "fr",
  targetLanguage: "zgh",
  source,
  target: [],
  ...more,
});
const SALT: Keyed[] = [
  { key: "title", block: { kind: "title", text: "Le sel" } },
  { key: "a", block: textBlock([text("Peser le "), text("sel", bold), text(" ici", link)]) },
];
/** What a translator's program does: a target behind each source. */
const filled = (xml: string, words: (source: string) => string, state = "translated"): string =>
  xml
    .replaceAll(
      /<source>([^]*?)<\/source>|<source\/>/g,
      (source, inside: string | undefined) => `${source}<target>${words(inside ?? "")}</target>`,
    ) // prettier-ignore
    .replaceAll(/state="initial"/g, `state="${state}"`);
const same = (source: string): string => source;

describe("a lesson goes out and comes back", () => {
  it("a file in full: units by field, sentences, signs with what they were, states", () => {
    const standing = (key: string): Standing => (key === "a" ? "outdated" : "missing");
    const target: Keyed[] = [{ key: "a", block: textBlock([text("ⵣⵏ "), text("ⵜⵉⵙⵏⵜ", bold)]) }];
    const lesson = lessonOf(SALT, { target, standing });
    const note = ({ field }: { field: string }) => (field === "doc" ? "Court & clair" : undefined);
    expect(writeXliff(lesson, note)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="fr" trgLang="zgh">
  <file id="lesson" original="les_1" canResegment="no" xml:space="preserve">
    <unit id="title.text" name="text">
      <segment id="s1" state="initial">
        <source>Le sel</source>
      </segment>
    </unit>
    <unit id="a.doc" name="doc">
      <notes>
        <note category="instruction">Court &amp; clair</note>
      </notes>
      <originalData>
        <data id="d1">&lt;strong&gt;</data>
        <data id="d2">&lt;/strong&gt;</data>
        <data id="d3">&lt;a href="https://a.ma"&gt;</data>
        <data id="d4">&lt;/a&gt;</data>
      </originalData>
      <segment id="s1" state="initial" subState="twiza:outdated">
        <source>Peser le <pc id="c1" canCopy="no" canDelete="no" dataRefEnd="d2" dataRefStart="d1" type="fmt" subType="xlf:b">sel</pc><pc id="c2" canCopy="no" canDelete="no" dataRefEnd="d4" dataRefStart="d3" type="link"> ici</pc></source>
        <target>ⵣⵏ <pc id="c1" canCopy="no" canDelete="no" dataRefEnd="d2" dataRefStart="d1" type="fmt" subType="xlf:b">ⵜⵉⵙⵏⵜ</pc></target>
      </segment>
    </unit>
  </file>
</xliff>
`);
  });

  it("all that a question says is translated, under names that stay; where its answers lie is not asked", () => {
    const media = Media.parse({ hash: "a".repeat(64), type: "image/webp", bytes: 9 });
    const block: WrittenBlock = {
      kind: "question",
      question: "match",
      prompt: docOf([text("Reliez.")]),
      options: [
        { id: "a", text: "Sel", right: true, pair: "18 DH", feedback: "Oui." },
        { id: "b", text: "Eau", right: true, gap: "b", spot: { x: 1, y: 2 }, picture: media },
      ],
      credit: "part",
      hint: "Le prix.",
      picture: { media, alt: "Un étal" },
      feedback: "Voilà.",
    };
    const source: Keyed[] = [{ key: "q", block }];
    const xml = writeXliff(lessonOf(source));
    expect([...xml.matchAll(/<unit id="([^"]+)"/g)].map(([, id]) => id)).toEqual([
      ...["q.prompt", "q.picture.alt", "q.option.a", "q.option.a.pair", "q.option.a.why"],
      ...["q.option.b", "q.hint", "q.why"],
    ]);
    expect(fieldsOf({ ...block, hint: undefined, picture: undefined }).map(({ name }) => name)).not.toEqual(expect.arrayContaining(["hint"])); // prettier-ignore
  });

  it("a text with gaps comes back with all of them, wherever they stand", async () => {
    const block: WrittenBlock = { kind: "question", question: "cloze", prompt: docOf([text("Le [[a]] dans l’[[b]].")]), options: [] }; // prettier-ignore
    const lesson = lessonOf([{ key: "q", block }]);
    const came = async (words: string) => {
      const { units, report } = await readXliff(new TextEncoder().encode(filled(writeXliff(lesson), () => words)), lesson); // prettier-ignore
      return [units.length, report.map(({ code }) => code)];
    };
    expect(await came("[[b]] ⵙ [[a]], [[b]]")).toEqual([1, ["unit.imported"]]);
    for (const words of ["[[a]]", "[[a]] [[b]] [[c]]", "[[a]] [b]", "[[A]] [[B]]"])
      expect(await came(words)).toEqual([0, ["unit.gaps"]]);
  });

  const keyed = fc
    .array(writtenBlock, { minLength: 1, maxLength: 4 })
    .map((blocks) => blocks.map((block, at): Keyed => ({ key: `b${at}`, block })));
  /** Words in the form in which they are kept: neighbours that look the same are one text. */
  const kept = (block: WrittenBlock, change: (words: string) => string = same): WrittenBlock =>
    mapFields(block, {
      plain: (_, value) => change(value),
      rich: (_, doc) =>
        mapSegments(doc, (texts) =>
          normal(normal(texts).map((each) => ({ ...each, text: change(each.text) }))),
        ),
    });
  const wordsOf = (block: WrittenBlock) => fieldsOf(block).map(({ name, value }) => [name, value]);

  const translated = (words: string): string =>
    words.replaceAll("é", "ⵣ").replaceAll("Z", "ﺯ").replaceAll("1", "١");
  /** The same in a file: between its tags, and not in what stands for a sign. */
  const translatedXml = (source: string): string =>
    source
      .split(/(<[^>]*>|&[^;]+;)/)
      .map((part, at) => (at % 2 === 0 ? translated(part) : part))
      .join("");

  it("whatever its words: what is filled in comes back letter by letter and mark by mark", async () => {
    await fc.assert(
      fc.asyncProperty(keyed, async (source) => {
        const lesson = lessonOf(source);
        const { units, report } = await readXliff(filled(writeXliff(lesson), translatedXml), lesson); // prettier-ignore
        expect(report.filter(({ what }) => what !== "imported")).toEqual([]);
        const done = new Map(withUnits(lesson, units).map(({ key, block }) => [key, block]));
        for (const { key, block } of source) {
          const whole = wordsOf(emptied(kept(block, translated)));
          const isTaken = units.some((unit) => unit.key === key);
          if (isTaken) expect(wordsOf(done.get(key) ?? block)).toEqual(whole);
          else expect(done.has(key)).toBe(false);
        }
      }),
      { numRuns: 150 },
    );
  }, 60_000);
  /** A text without any words has no unit: in the other language, it is one empty paragraph. */
  const emptied = (block: WrittenBlock): WrittenBlock =>
    mapFields(block, {
      plain: (_, value) => value,
      rich: (_, doc) =>
        segmentsOfDoc(doc).some(hasWords) ? doc : { type: "doc", content: [{ type: "paragraph" }] },
    });

  it("a lesson that comes back as it went changes nothing, and nothing is said of it", async () => {
    await fc.assert(
      fc.asyncProperty(keyed, keyed, async (source, target) => {
        const lesson = lessonOf(source, { target });
        const { units, report } = await readXliff(writeXliff(lesson), lesson);
        expect({ units, report }).toEqual({ units: [], report: [] });
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  it("a text that went out half translated comes back so, and nothing is said of it", async () => {
    const steps = (...words: readonly string[]): WrittenBlock => ({
      kind: "text",
      doc: {
        type: "doc",
        content: words.map((text) => ({
          type: "paragraph",
          ...(text === "" ? {} : { content: [{ type: "text", text }] }),
        })),
      },
    });
    const half = [{ key: "b0", block: steps("ⵙⴱⴷⴷ", "") }];
    const lesson = lessonOf([{ key: "b0", block: steps("Peser", "Fermer") }], { target: half });
    const back = await readXliff(writeXliff(lesson), lesson);
    expect(back).toMatchObject({ units: [], report: [], unchanged: 1 });
  });

  it("the same file twice changes nothing the second time", async () => {
    const lesson = lessonOf(SALT);
    const xml = filled(writeXliff(lesson), (source) => source.replaceAll("sel", "ⵜⵉⵙⵏⵜ"));
    const { units } = await readXliff(xml, lesson);
    const then = { ...lesson, target: withUnits(lesson, units) };
    expect(units).toHaveLength(2);
    expect(await readXliff(xml, then)).toMatchObject({ units: [], report: [], unchanged: 2 });
  });
});

/** The file with one unit's translation written by hand. */
const translating = (target: string, lesson = lessonOf(SALT)): string =>
  writeXliff(lesson).replace(/(<unit id="a\.doc"[^]*?<\/source>)(\s*<target>[^]*?<\/target>)?/, (_, before: string) => `${before}<target>${target}</target>`); // prettier-ignore
const codesOf = async (xml: string, lesson = lessonOf(SALT)) =>
  (await readXliff(xml, lesson)).report.map(({ code, where }) => `${where.key} ${code}`);

describe("a translator may", () => {
  const pc = (id: string, words: string): string => `<pc id="${id}">${words}</pc>`;

  it("move signs and put them into one another", async () => {
    const xml = translating(`${pc("c2", `a${pc("c1", "b")}`)} c`);
    const { units } = await readXliff(xml, lessonOf(SALT));
    expect(units).toEqual([
      { key: "a", field: "doc", isOutdated: false, value: docOf([text("a", link), text("b", link, bold), text(" c")]) }, // prettier-ignore
    ]);
  });

  it("let a program cut a sign into its ends, mark terms, and write what XML cannot", async () => {
    const xml = translating('<sc id="c1"/>a<mrk id="m1" type="term">b<sc id="c2"/></mrk><ec startRef="c1"/>c<ec startRef="c2"/><cp hex="FFFE"/>'); // prettier-ignore
    const { units } = await readXliff(xml, lessonOf(SALT));
    expect(units[0]?.value).toEqual(docOf([text("ab", bold), text("c", link), text("\uFFFE")]));
  });

  it("leave the rest for later: only whole units are taken over, and no copy of the original", async () => {
    const lesson = lessonOf([{ key: "a", block: textBlock([text("un")], [text("deux")]) }, ...SALT.slice(0, 1)]); // prettier-ignore
    const half = writeXliff(lesson).replace("<source>un</source>", "<source>un</source><target>ⵢⴰⵏ</target>"); // prettier-ignore
    expect(await codesOf(half, lesson)).toEqual(["a unit.incomplete"]);
    expect(await readXliff(filled(writeXliff(lesson), same, "initial"), lesson)).toMatchObject({ units: [], report: [], untranslated: 2 }); // prettier-ignore
    const { units } = await readXliff(filled(writeXliff(lesson), same, "final"), lesson);
    expect(units.map(({ key }) => key)).toEqual(["a", "title"]);
  });

  it("say that an outdated translation is right as it is", async () => {
    const target = SALT.slice(1);
    const lesson = lessonOf(SALT, { target, standing: () => "outdated" });
    const xml = writeXliff(lesson);
    expect(await codesOf(xml, lesson)).toEqual([]);
    const said = xml.replaceAll(/state="initial" subState="[^"]*"/g, 'state="reviewed"');
    const { units, report } = await readXliff(said, lesson);
    expect(units).toMatchObject([{ key: "a", isOutdated: false }]);
    expect(report).toMatchObject([{ what: "imported", code: "unit.confirmed" }]);
  });

  it("leave alone what only the translation says", async () => {
    const source: Keyed[] = [{ key: "a", block: textBlock([text("un")], []) }];
    const target: Keyed[] = [{ key: "a", block: textBlock([text("ⵢⴰⵏ")], [text("ⵙⵉⵏ", bold)]) }];
    const lesson = lessonOf(source, { target });
    const { units } = await readXliff(writeXliff(lesson).replace("ⵢⴰⵏ", "ⵢⴰⵜ"), lesson);
    expect(units).toMatchObject([{ value: docOf([text("ⵢⴰⵜ")], [text("ⵙⵉⵏ", bold)]) }]);
  });

  it("keep signs that an older translation has of its own", async () => {
    const lesson = lessonOf(SALT, { target: [{ key: "a", block: textBlock([text("ⴰ", { type: "italic" })]) }] }); // prettier-ignore
    const xml = writeXliff(lesson).replace(">ⴰ<", ">ⴱ<");
    const { units } = await readXliff(xml, lesson);
    expect(units).toMatchObject([{ value: docOf([text("ⴱ", { type: "italic" })]) }]);
  });
});

describe("a unit is refused, alone and by name, when", () => {
  const other = SALT.map(({ key, block }) => ({ key, block: key === "a" ? textBlock([text("Peser")]) : block })); // prettier-ignore
  it.each([
    ["a sign has gone", '<pc id="c1">a</pc>', "code_missing"],
    [
      "a sign is there twice",
      '<pc id="c1">a</pc><pc id="c1">b</pc><pc id="c2">c</pc>',
      "code_foreign",
    ],
    ["a sign is nobody's", '<pc id="c1">a</pc><pc id="c2">c</pc><ph id="x9"/>', "code_foreign"],
    ["an element is nobody's", '<pc id="c1">a</pc><pc id="c2">c</pc><b xmlns="urn:x">d</b>', "code_foreign"], // prettier-ignore
    ["a sign says that it is another", '<pc id="c1" type="link">a</pc><pc id="c2">c</pc>', "code_changed"], // prettier-ignore
    ["a sign leads elsewhere", '<pc id="c1">a</pc><pc id="c2" dataRefStart="d1">c</pc>', "code_changed"], // prettier-ignore
    ["a sign never ends", '<sc id="c1"/>a<pc id="c2">c</pc>', "code_changed"],
    ["it holds what is no letter", '<pc id="c1">a</pc><pc id="c2">c<cp hex="0001"/></pc>', "characters"], // prettier-ignore
  ])("%s", async (_, target, code) => {
    const lesson = lessonOf(SALT);
    const xml = translating(target).replace("<source>Le sel</source>", "<source>Le sel</source><target>ⵜⵉⵙⵏⵜ</target>"); // prettier-ignore
    const { units, report } = await readXliff(xml, lesson);
    expect(units).toEqual([{ key: "title", field: "text", value: "ⵜⵉⵙⵏⵜ", isOutdated: false }]);
    expect(report.map((line) => [line.where.key, line.what, line.code])).toEqual([
      ["title", "imported", "unit.imported"],
      ["a", "skipped", `unit.${code}`],
    ]);
  });

  it("what a link leads to was changed beside it: this is no longer our original", async () => {
    const xml = filled(writeXliff(lessonOf(SALT)), same).replace("https://a.ma", "https://evil.ma");
    expect(await codesOf(xml)).toEqual(["title unit.imported", "a unit.outdated"]);
  });

  it("its words are too long", async () => {
    const xml = filled(writeXliff(lessonOf(SALT.slice(0, 1))), () => "ⵜ".repeat(201));
    expect(await codesOf(xml, lessonOf(SALT.slice(0, 1)))).toEqual(["title unit.too_long"]);
  });

  it("its sentences are cut otherwise", async () => {
    const xml = filled(writeXliff(lessonOf(SALT)), same);
    const cut = xml.replace("</segment>\n    </unit>\n  </file>", '</segment><ignorable><source> </source></ignorable></unit></file>'); // prettier-ignore
    expect(await codesOf(cut)).toEqual(["title unit.imported", "a unit.segments_changed"]);
  });

  it("it is there twice, or unknown, or gone; the others are taken over", async () => {
    const xml = filled(writeXliff(lessonOf(SALT)), same);
    const unit = /<unit id="title\.text"[^]*?<\/unit>/.exec(xml)?.[0] ?? "";
    expect(await codesOf(xml.replace(unit, unit + unit))).toEqual(["a unit.imported", "title unit.twice"]); // prettier-ignore
    expect(await codesOf(xml.replace(unit, unit.replace("title", "z")))).toEqual(["title unit.absent", "a unit.imported", "z unit.unknown"]); // prettier-ignore
  });

  it("its original has changed so that the signs no longer fit; else it comes over as outdated", async () => {
    const xml = filled(writeXliff(lessonOf(SALT)), same);
    expect(await codesOf(xml, lessonOf(other))).toEqual(["title unit.imported", "a unit.outdated"]);
    const now = [{ key: "title", block: { kind: "title" as const, text: "Le sel fin" } }];
    const { units, report } = await readXliff(filled(writeXliff(lessonOf(SALT.slice(0, 1))), same), lessonOf(now)); // prettier-ignore
    expect(units).toMatchObject([{ key: "title", value: "Le sel", isOutdated: true }]);
    expect(report).toMatchObject([{ what: "changed", code: "unit.outdated" }]);
  });
});

describe("a file is refused whole when it is", () => {
  const xml = writeXliff(lessonOf(SALT));
  const cases: [string, string, string][] = [
    ["not XML", "Le sel", "xml.malformed"],
    ["cut", xml.slice(0, 300), "xml.malformed"],
    ["with entities of its own", xml.replace("<xliff", '<!DOCTYPE x [<!ENTITY a "b">]><xliff'), "xml.doctype"], // prettier-ignore
    ["something else", "<html/>", "xliff.not_xliff"],
    ["without any file", xml.replace(/<file[^]*<\/file>/, ""), "xliff.not_xliff"],
    ["of version 1.2", '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"/>', "xliff.version"], // prettier-ignore
    ["of a version to come", xml.replace('version="2.1"', 'version="2.9"'), "xliff.version"],
    ["in other languages", xml.replace('trgLang="zgh"', 'trgLang="ar"'), "xliff.languages"],
    ["of another lesson", xml.replace("les_1", "les_2"), "xliff.lesson"],
  ];
  it.each(cases)("%s", async (_, file, code) => {
    const error: unknown = await readXliff(file, lessonOf(SALT)).catch((fault: unknown) => fault);
    expect(error).toBeInstanceOf(ExchangeFault);
    expect(error).toMatchObject({ code });
  });
});
