import { Hash } from "@twiza/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { oneLine } from "../flow/one-line.ts";
import type { ImportedQuestion } from "../imported.ts";
import { archiveOf, PNG } from "../testing/files.ts";
import { shownQuestion } from "../testing/generated.ts";
import { shown, told } from "../testing/plain.ts";
import { ExchangeFault, type Reading, readQti, writeQti } from "./index.ts";

const blocksIn = ({ lessons }: Reading) => lessons.flatMap(({ blocks }) => blocks);

/** What is chosen within a line is on one line. */
function held(question: ImportedQuestion): ImportedQuestion {
  if (question.question !== "cloze") return question;
  const isChosen = (gap: string | undefined) =>
    question.options.some((option) => option.gap === gap && !option.right);
  return {
    ...question,
    options: question.options.map((option) =>
      isChosen(option.gap) ? { ...option, text: oneLine(option.text) } : option,
    ),
  };
}

it("questions of all nine kinds that go out as QTI come back the same, with their pictures", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(shownQuestion, { minLength: 1, maxLength: 4 }),
      fc.constantFrom(["ar", "rtl"] as const, ["fr", "ltr"] as const),
      async (questions, [language, dir]) => {
        const reading = await readQti(writeQti(questions, { language, dir }));
        expect(blocksIn(reading)).toEqual(questions.map(held));
      },
    ),
    { numRuns: 100 },
  );
});

const MATCH = "https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct.xml";
const item = (title: string, declarations: string, body: string, behind = ""): string =>
  `<?xml version="1.0" encoding="UTF-8"?><qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="i" title="${title}" adaptive="false" time-dependent="false" xml:lang="fr">${declarations}<qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"/><qti-item-body>${body}</qti-item-body>${behind || `<qti-response-processing template="${MATCH}"/>`}</qti-assessment-item>`;
const declared = (
  type: string,
  values: readonly string[],
  how = "single",
  inside = "",
  id = "RESPONSE",
): string =>
  // prettier-ignore
  `<qti-response-declaration identifier="${id}" cardinality="${how}" base-type="${type}"><qti-correct-response>${values.map((value) => `<qti-value>${value}</qti-value>`).join("")}</qti-correct-response>${inside}</qti-response-declaration>`;
const choices = (...all: readonly (readonly [id: string, words: string])[]): string =>
  `<qti-choice-interaction response-identifier="RESPONSE" max-choices="1"><qti-prompt>Combien ?</qti-prompt>${all.map(([id, words]) => `<qti-simple-choice identifier="${id}">${words}</qti-simple-choice>`).join("")}</qti-choice-interaction>`;

/** A package as platforms write it. */
function pack(
  items: Readonly<Record<string, string>>,
  files: Readonly<Record<string, Uint8Array>> = {},
): Uint8Array {
  // prettier-ignore
  const resources = Object.keys(items).map((name) => `<resource identifier="r-${name}" type="imsqti_item_xmlv3p0" href="items/${name}.xml"><file href="items/${name}.xml"/></resource>`); // prettier-ignore
  return archiveOf({
    "imsmanifest.xml": `<?xml version="1.0"?><manifest xmlns="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1" identifier="m"><metadata><schema>QTI Package</schema><schemaversion>3.0.0</schemaversion></metadata><organizations/><resources><resource identifier="t" type="imsqti_test_xmlv3p0" href="test.xml"/>${resources.join("")}</resources></manifest>`,
    "test.xml": "<qti-assessment-test/>",
    ...Object.fromEntries(Object.entries(items).map(([name, xml]) => [`items/${name}.xml`, xml])),
    ...files,
  });
}
const shownIn = (reading: Reading): string[] => blocksIn(reading).map(shown);

describe("items as others write them", () => {
  it("come in by the list of their package, of every kind that is ours", async () => {
    const map = (...entries: readonly (readonly [string, number])[]): string =>
      `<qti-mapping default-value="0">${entries.map(([key, worth]) => `<qti-map-entry map-key="${key}" mapped-value="${worth}"/>`).join("")}</qti-mapping>`; // prettier-ignore
    const mapped = '<qti-response-processing template="https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/map_response.xml"/>'; // prettier-ignore
    const reading = await readQti(
      pack(
        {
          a: item("Peser", declared("identifier", ["B"]), `<qti-rubric-block view="scorer"><qti-content-body>Notez.</qti-content-body></qti-rubric-block><p>Le <strong>sel</strong>.</p><p><img src="../img/sac.png" alt="Un sac"/></p>${choices(["A", "<p>1 kg</p>"], ["B", '2 kg <qti-feedback-inline outcome-identifier="F" identifier="B">Oui.</qti-feedback-inline>'])}`, '<qti-response-processing><qti-set-outcome-value identifier="F"><qti-variable identifier="RESPONSE"/></qti-set-outcome-value></qti-response-processing><qti-modal-feedback outcome-identifier="F" identifier="A" show-hide="show"><qti-content-body><p>Non.</p></qti-content-body></qti-modal-feedback>'), // prettier-ignore
          b: item("Lesquels", declared("identifier", ["A", "C"], "multiple", map(["A", 1], ["B", -1], ["C", 1])), choices(["A", "a"], ["B", "b"], ["C", "c"]), mapped), // prettier-ignore
          c: item("Ordre", declared("identifier", ["Y", "X"], "ordered"), '<qti-order-interaction response-identifier="RESPONSE"><qti-prompt>Rangez.</qti-prompt><qti-simple-choice identifier="X">deux</qti-simple-choice><qti-simple-choice identifier="Y">un</qti-simple-choice></qti-order-interaction>'), // prettier-ignore
          d: item("Paires", declared("directedPair", ["A X", "B Y"], "multiple"), '<p>Reliez.</p><qti-match-interaction response-identifier="RESPONSE"><qti-simple-match-set><qti-simple-associable-choice identifier="A" match-max="1">a</qti-simple-associable-choice><qti-simple-associable-choice identifier="B" match-max="1">b</qti-simple-associable-choice></qti-simple-match-set><qti-simple-match-set><qti-simple-associable-choice identifier="X" match-max="1">x</qti-simple-associable-choice><qti-simple-associable-choice identifier="Y" match-max="1">y</qti-simple-associable-choice><qti-simple-associable-choice identifier="Z" match-max="1">z</qti-simple-associable-choice></qti-simple-match-set></qti-match-interaction>'), // prettier-ignore
          e: item("Antonio", declared("pair", ["A P", "C M"], "multiple"), '<qti-associate-interaction response-identifier="RESPONSE"><qti-prompt>Rivaux ?</qti-prompt><qti-simple-associable-choice identifier="A" match-max="1">Antonio</qti-simple-associable-choice><qti-simple-associable-choice identifier="C" match-max="1">Capulet</qti-simple-associable-choice><qti-simple-associable-choice identifier="M" match-max="1">Montague</qti-simple-associable-choice><qti-simple-associable-choice identifier="P" match-max="1">Prospero</qti-simple-associable-choice></qti-associate-interaction>'), // prettier-ignore
          f: item("Richard", declared("identifier", ["Y"]), '<p>Ce soleil d’<qti-inline-choice-interaction response-identifier="RESPONSE"><qti-inline-choice identifier="G">Gloucester</qti-inline-choice><qti-inline-choice identifier="Y">York</qti-inline-choice></qti-inline-choice-interaction>.</p>'), // prettier-ignore
          g: item("Capitale", declared("string", ["Rabat"], "single", map(["Rabat", 1], ["Fès", 0])), '<p>Capitale ?</p><p><qti-text-entry-interaction response-identifier="RESPONSE"/></p>', mapped), // prettier-ignore
          h: item("Pi", declared("float", ["3.14"]), '<p>π ? <qti-text-entry-interaction response-identifier="RESPONSE"/></p>', '<qti-response-processing><qti-response-condition><qti-response-if><qti-equal tolerance-mode="absolute" tolerance="0.01 0.01"><qti-variable identifier="RESPONSE"/><qti-correct identifier="RESPONSE"/></qti-equal></qti-response-if></qti-response-condition></qti-response-processing>'), // prettier-ignore
          i: item("Phare", declared("identifier", ["H"]), '<p>Où ?</p><qti-hotspot-interaction response-identifier="RESPONSE" max-choices="1"><img src="../img/sac.png" width="200" height="100" alt="Une carte"/><qti-hotspot-choice shape="circle" coords="50,50,8" identifier="H" hotspot-label="Nord"/><qti-hotspot-choice shape="rect" coords="100,0,200,100" identifier="R"/><qti-hotspot-choice shape="poly" coords="0,0,20,0,20,40,0,40" identifier="P"/></qti-hotspot-interaction>'), // prettier-ignore
          j: item("Mots", declared("directedPair", ["W G1", "S G2"], "multiple"), '<qti-gap-match-interaction response-identifier="RESPONSE"><qti-gap-text identifier="W" match-max="1">été</qti-gap-text><qti-gap-text identifier="S" match-max="1">hiver</qti-gap-text><p>L’<qti-gap identifier="G1"/> puis l’<qti-gap identifier="G2"/>.</p></qti-gap-match-interaction>'), // prettier-ignore
          k: item("Dissertation", "", '<p>Racontez.</p><qti-extended-text-interaction response-identifier="RESPONSE"/>'), // prettier-ignore
          l: item("Curseur", "", '<qti-slider-interaction response-identifier="RESPONSE"/>'),
        },
        { "img/sac.png": PNG },
      ),
    );
    expect(shownIn(reading)).toMatchInlineSnapshot(`
      [
        "? choice: Le **sel**.
      Combien ?
      <sac.png> Un sac
      ( ) 1 kg // Non.
      (x) 2 kg // Oui.",
        "? multiple in parts: Combien ?
      (x) a
      ( ) b
      (x) c",
        "? order: Rangez.
      (x) un
      (x) deux",
        "? match: Reliez.
      (x) a -> x
      (x) b -> y",
        "? match: Rivaux ?
      (x) Antonio -> Prospero
      (x) Capulet -> Montague",
        "? cloze: Ce soleil d’[[a]].
      ( ) [a] Gloucester
      (x) [a] York",
        "? short: Capitale ?
      (x) Rabat
      ( ) Fès",
        "? number: π ?
      = 3.14 ± 0.01",
        "? hotspot: Où ?
      <sac.png> Une carte
      (x) 250,500 Nord
      ( ) 750,500 R
      ( ) 50,200 P",
        "? cloze in parts: L’[[a]] puis l’[[b]].
      (x) [a] été
      ( ) [a] hiver
      ( ) [b] été
      (x) [b] hiver",
        "? open: Racontez.",
      ]
    `);
    expect(told(reading.report)).toMatchInlineSnapshot(`
      [
        [
          "question.rubric_dropped",
          {
            "words": "Notez.",
          },
        ],
        [
          "question.pair_dropped",
          {
            "words": "z",
          },
        ],
        [
          "question.area",
          {
            "count": 3,
          },
        ],
        [
          "question.kind",
          {
            "kind": "qti-slider-interaction",
            "words": "Curseur",
          },
        ],
      ]
    `);
    const [first] = blocksIn(reading);
    expect(first?.kind === "question" && first.picture?.alt).toBe("Un sac");
    expect(reading.report.at(-1)?.where.words).toBe("Curseur");
  });

  it("of QTI 2 are read as those of QTI 3, and one item needs no package", async () => {
    const xml = '<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="choice" title="Bagages"><responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier"><correctResponse><value>A</value></correctResponse></responseDeclaration><itemBody><p>Lisez.</p><choiceInteraction responseIdentifier="RESPONSE" maxChoices="1"><prompt>Que dit-il ?</prompt><simpleChoice identifier="A">Restez.</simpleChoice><simpleChoice identifier="B">Partez.</simpleChoice></choiceInteraction></itemBody><responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"/></assessmentItem>'; // prettier-ignore
    const reading = await readQti(new TextEncoder().encode(xml));
    expect(shownIn(reading)).toEqual(["? choice: Lisez.\nQue dit-il ?\n(x) Restez.\n( ) Partez."]);
  });
});

it("a choice of which nothing says what is right is a scale where it has a middle, and else no question of ours", async () => {
  const four: readonly [string, string][] = [["A", "pas du tout"], ["B", "un peu"], ["C", "assez"], ["D", "très"]]; // prettier-ignore
  const body = (count: number) => choices(...four.slice(0, count));
  const reading = await readQti(
    pack({
      a: item("Sûr", declared("identifier", []), body(3)),
      b: item("Sûr ou pas", declared("identifier", []), body(4)),
    }),
  );
  expect(blocksIn(reading)).toMatchObject([{ question: "likert", options: [{ text: "pas du tout", right: false }, {}, {}] }]); // prettier-ignore
  expect(reading.report.map(({ code }) => code)).toContain("question.no_right");
});

it("what goes out says its language and direction, is scored by the standard's own rules, and leaves out what nobody could answer", async () => {
  const prompt = { type: "doc" as const, content: [{ type: "paragraph" as const, content: [{ type: "text" as const, text: "أين؟" }] }] }; // prettier-ignore
  const options = [{ id: "a", text: "هنا", right: true }, { id: "b", text: "هناك", right: false }]; // prettier-ignore
  const media = { hash: Hash.parse("a".repeat(64)), type: "image/webp" as const, bytes: 9 };
  const spots = options.map((option) => ({ ...option, spot: { x: 1, y: 2 } }));
  const out = writeQti(
    [
      { kind: "question", question: "choice", prompt, options },
      { kind: "question", question: "hotspot", prompt, options: spots, picture: { media, alt: "خريطة" } }, // prettier-ignore
    ],
    { language: "ar", dir: "rtl" },
  );
  const { unzipSync, strFromU8 } = await import("fflate");
  const files = unzipSync(new Uint8Array(await out.arrayBuffer()));
  expect(Object.keys(files)).toEqual(["items/q001.xml", "imsmanifest.xml"]);
  const xml = strFromU8(files["items/q001.xml"] ?? new Uint8Array());
  expect(xml).toContain('xml:lang="ar"');
  expect(xml).toContain('<div dir="rtl">');
  expect(xml).toContain(`template="${MATCH}"`);
});

const faultOf = async (reading: Promise<Reading>) => {
  const error: unknown = await reading.catch((fault: unknown) => fault);
  return error instanceof ExchangeFault ? error.code : error;
};
const good = item("Reste", declared("identifier", ["A"]), choices(["A", "oui"], ["B", "non"]));
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("a package of anybody's", () => {
  it.each<[string, Uint8Array, string]>([
    ["half of a package", pack({ a: good }).subarray(0, 300), "zip.truncated"],
    ["a package of something else", archiveOf({ "imsmanifest.xml": "<manifest><resources/></manifest>" }), "qti.not_qti"], // prettier-ignore
    ["an archive without a list", archiveOf({ "a.xml": good }), "qti.not_qti"],
    ["a list with a bomb beside it", archiveOf({ "imsmanifest.xml": "<manifest/>", "a.xml": new Uint8Array(9e6) }), "zip.bomb"], // prettier-ignore
    ["an item with entities", bytes(good.replace("<qti-", '<!DOCTYPE q [<!ENTITY x SYSTEM "file:///etc/passwd">]><qti-')), "xml.doctype"], // prettier-ignore
    ["an item without end", bytes("<qti-assessment-item>".repeat(300)), "xml.too_deep"],
    ["something else", bytes("<html/>"), "qti.not_qti"],
    ["more items than anybody has", pack(Object.fromEntries(Array.from({ length: 2001 }, (_, at) => [`i${at}`, "<a/>"]))), "questions.too_many"], // prettier-ignore
  ])("%s is refused", async (_, file, code) => {
    expect(await faultOf(readQti(file))).toBe(code);
  });

  it("what is no question in it costs only itself", async () => {
    const entry = '<p>a</p><p><qti-text-entry-interaction response-identifier="RESPONSE"/></p>';
    const reading = await readQti(
      pack({
        a: item("Vide", declared("identifier", ["A"]), choices()),
        b: item("Astray", declared("identifier", ["Z"]), choices(["A", "a"], ["B", "b"])),
        c: item("Twice", declared("identifier", ["A"]), choices(["A", "a"], ["A", "b"])),
        d: item("NaN", declared("float", ["NaN"]), entry),
        e: item("INF", declared("float", ["INF"]), entry),
        f: item("1e400", declared("float", ["1e400"]), entry),
        g: item("proto", declared("identifier", ["__proto__"]), choices(["A", "a"], ["B", "b"])),
        h: item("Unknown", "", '<qti-toString-interaction response-identifier="RESPONSE"/>'),
        i: item("Two", declared("identifier", ["A"]), choices(["A", "a"]) + choices(["A", "a"])),
        j: "<qti-assessment-item>",
        k: '<!DOCTYPE x [<!ENTITY a "b">]><qti-assessment-item>&a;</qti-assessment-item>',
        l: "<html/>",
        m: item("Flat", declared("identifier", ["A"]), '<p>Où ?</p><qti-hotspot-interaction response-identifier="RESPONSE"><qti-hotspot-choice identifier="A" shape="circle" coords="1,x,1"/><qti-hotspot-choice identifier="B" shape="blob" coords=""/></qti-hotspot-interaction>'), // prettier-ignore
        n: '<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" title="Nothing"/>',
        z: good,
      }),
    );
    expect(shownIn(reading)).toEqual(["? choice: Combien ?\n(x) oui\n( ) non"]);
    const skipped = reading.report.filter(({ what }) => what === "skipped");
    expect(new Set(skipped.map(({ where }) => where.paragraph)).size).toBe(14);
  });

  it("can be given up", async () => {
    const signal = AbortSignal.abort(new Error("never mind"));
    await expect(readQti(pack({ a: good }), { signal })).rejects.toThrow("never mind");
  });
});
