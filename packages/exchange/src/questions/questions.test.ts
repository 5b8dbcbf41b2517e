import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import type { Item } from "@twiza/contract";
import { plainTextOf } from "../compose/rich-text.ts";
import type { ImportedQuestion } from "../imported.ts";
import { generatedQuestion, plainQuestion } from "../testing/generated.ts";
import { shown, told } from "../testing/plain.ts";
import { ExchangeFault, isHeld, type QuestionFormat, questionOfItem, type Reading, readGift, readQuestionsCsv, writeGift, writeQuestionsCsv } from "./index.ts"; // prettier-ignore

const lessonsIn = ({ lessons }: Reading) =>
  lessons.map(({ title, blocks }) => [title, ...blocks.map(shown)]);
const blocksIn = ({ lessons }: Reading) => lessons.flatMap(({ blocks }) => blocks);
const faultOf = async (reading: Promise<Reading>) => {
  const error: unknown = await reading.catch((fault: unknown) => fault);
  return error instanceof ExchangeFault ? error.code : error;
};

/** The same question as one of a test, which has been written in one language. */
function itemOf(
  { question, prompt, options, number, feedback, hint, credit }: ImportedQuestion,
  at: number,
  language = "fr",
): Item {
  const said = (text: string) => ({ [language]: text });
  return {
    id: `itm_${String(at).padStart(32, "0")}` as Item["id"],
    question,
    prompt: said(plainTextOf(prompt)),
    options: options.map(({ text, right, feedback: why, pair, gap }, option) => ({
      ...{ id: `o${option}`, text: said(text), right },
      ...(pair !== undefined && { pair: said(pair) }),
      ...(gap !== undefined && { gap }),
      ...(why !== undefined && { feedback: said(why) }),
    })),
    ...(number && { number }),
    ...(feedback !== undefined && { feedback: said(feedback) }),
    ...(hint !== undefined && { hint: said(hint) }),
    ...(credit && { credit }),
  };
}

const isHeldAs =
  (format: QuestionFormat) =>
  (question: ImportedQuestion): boolean =>
    isHeld(format, question);

it("a question of a test that lacks words in a language does not go out in it, and paragraphs stay paragraphs", () => {
  const item = itemOf({ kind: "question", question: "number", prompt: { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "Un sac.\n\nCombien ?" }] }] }, options: [], number: { value: 1, tolerance: 0 } }, 0); // prettier-ignore
  expect(questionOfItem(item, "zgh")).toBeUndefined();
  expect(questionOfItem(item, "fr")?.prompt.content).toHaveLength(2);
  const half = { ...item, options: [{ id: "a", text: { ar: "نعم" }, right: true }] };
  expect(questionOfItem(half, "fr")).toBeUndefined();
});

describe("questions that go out come back the same", () => {
  const some = (question: fc.Arbitrary<ImportedQuestion>) =>
    fc.array(question, { minLength: 1, maxLength: 4 });

  it("as GIFT", async () => {
    await fc.assert(
      fc.asyncProperty(some(generatedQuestion), async (questions) => {
        const held = questions.filter(isHeldAs("gift"));
        fc.pre(held.length > 0);
        expect(blocksIn(await readGift(writeGift(questions)))).toEqual(held);
      }),
      { numRuns: 100 },
    );
  });

  it("those of a test, in the language that was asked for", async () => {
    await fc.assert(
      fc.asyncProperty(
        some(plainQuestion),
        fc.constantFrom("fr", "wo", "ha-Arab"),
        async (asked, language) => {
          const all = asked.map((question, at) => ({
            question,
            item: itemOf(question, at, language),
          }));
          const questions = all.flatMap(({ item }) => questionOfItem(item, language) ?? []);
          const wanted = all.map(({ question }) => question);
          const held = wanted.filter(isHeldAs("gift"));
          if (held.length > 0) expect(blocksIn(await readGift(writeGift(questions)))).toEqual(held);
          expect(blocksIn(await readQuestionsCsv(writeQuestionsCsv(questions)))).toEqual(wanted);
          expect(all.map(({ item }) => questionOfItem(item, "ar"))).toEqual(
            all.map(() => undefined),
          );
        },
      ),
      { numRuns: 40 },
    );
  });

  it("whose answers are the letters and numbers of others keep the right one", async () => {
    const texts = ["b", "a", "B", "2", "b;", "B;", "2;", "b/"];
    const options = texts.map((text, at) => ({ id: "abcdefgh"[at] ?? "", text, right: at === 1 }));
    const prompt = { type: "doc" as const, content: [{ type: "paragraph" as const, content: [{ type: "text" as const, text: "Où ?" }] }] }; // prettier-ignore
    const question = { kind: "question" as const, question: "choice" as const, prompt, options };
    expect(blocksIn(await readQuestionsCsv(writeQuestionsCsv([question])))).toEqual([question]);
  });

  it("as a table, whatever its separator, and nothing in it is a formula", async () => {
    await fc.assert(
      fc.asyncProperty(
        some(plainQuestion),
        fc.constantFrom(";" as const, "," as const),
        async (questions, separator) => {
          // prettier-ignore
          const table = writeQuestionsCsv(questions, { separator });
          expect(blocksIn(await readQuestionsCsv(table))).toEqual(questions);
          const cells = Papa.parse<string[]>(table.slice(1), { delimiter: separator }).data.flat();
          for (const cell of cells) expect(cell).not.toMatch(/^[=@\t\r]|^[+-](?![\d.]+$)/);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("GIFT as Moodle and people write it", () => {
  it("every kind that is ours, with what is said to each answer", async () => {
    const reading = await readGift(`// Banque de l'atelier
$CATEGORY: $course$/top/Peser//vendre

::Q1:: Le sel : combien de grammes au kilo ? {
  =1000#Oui.
  ~100 # Non, c'est peu.
  ~%-50%10
  ####Un kilo pèse mille grammes.
}

Choisissez {~%50%sel ~%50%huile ~%-100%sable} parmi ces produits.

Le soleil sèche le sel.{TRUE#Si, il le sèche.#Oui !}

L'eau brûle. {f}

Prix du sac {#18:0.5}

Âge {#17..19#Bien.####Voilà.}

Année {#=1822:0 =%50%1822:2#Presque.}
`);
    expect(lessonsIn(reading)).toEqual([
      [
        "Peser/vendre",
        "? choice: Le sel : combien de grammes au kilo ?\n(x) 1000 // Oui.\n( ) 100 // Non, c'est peu.\n( ) 10\n// Un kilo pèse mille grammes.",
        "? multiple in parts: Choisissez _____ parmi ces produits.\n(x) sel\n(x) huile\n( ) sable",
        "? truefalse: Le soleil sèche le sel.\n(x) ✓ // Oui !\n( ) ✗ // Si, il le sèche.",
        "? truefalse: L'eau brûle.\n( ) ✓\n(x) ✗",
        "? number: Prix du sac\n= 18 ± 0.5",
        "? number: Âge\n= 18 ± 1\n// Bien.\n\nVoilà.",
        "? number: Année\n= 1822 ± 0",
      ],
    ]);
    expect(told(reading.report)).toEqual([
      ["question.title_dropped", { count: 1 }],
      ["question.weight_dropped", { count: 2 }],
      ["question.further_answers", { count: 1 }],
    ]);
  });

  it("words to write, things to match, and what of them has no place here", async () => {
    const reading = await readGift(`Capitale du Maroc ? {=Rabat =%100%الرباط =%0%Casablanca#Non.
  =%50%rabat-salé =*bat* =5\\* ####Oui.}

Reliez. {
  =Sel -> 18 DH
  =[html]A -&gt; B -> x -> y
  = -> 20 DH
}

// [tag:order][tag:whole]
Rangez. {=Peser -> 1 =Vendre -> 2}

// [tag:order]
Rien à ranger. {=Peser -> 2 =Vendre -> 1}

Le sel {=fond#Oui ~flotte} dans l'eau.

// [tag:cloze=b] [twiza:hint=Il y en a %5Bdeux%5D.]
Le sel {=fond ~flotte} dans l'eau.

Lesquels ? {~%70%a ~%30%b ~%-100%c}

Le mot ? {sel}
`);
    expect(lessonsIn(reading)).toEqual([
      [
        "",
        "? short: Capitale du Maroc ?\n(x) Rabat\n(x) الرباط\n( ) Casablanca // Non.\n( ) rabat-salé\n(x) 5*\n// Oui.",
        "? match in parts: Reliez.\n(x) Sel -> 18 DH\n(x) A -> B -> x -> y",
        "? order: Rangez.\n(x) Peser\n(x) Vendre",
        "? match in parts: Rien à ranger.\n(x) Peser -> 2\n(x) Vendre -> 1",
        "? choice: Le sel _____ dans l'eau.\n(x) fond // Oui\n( ) flotte",
        "? cloze: Le sel [[b]] dans l'eau.\n? Il y en a [deux].\n(x) [b] fond\n( ) [b] flotte",
        "? multiple in parts: Lesquels ?\n(x) a\n(x) b\n( ) c",
        "? short: Le mot ?\n(x) sel",
      ],
    ]);
    expect(told(reading.report)).toEqual([
      ["question.pattern_dropped", { words: "*bat*" }],
      ["question.weight_dropped", { count: 2 }],
      ["question.pair_dropped", { words: "20 DH" }],
    ]);
  });

  it("with the mark of order, ends of lines of Windows, Arabic, Tifinagh, and HTML as Moodle writes it", async () => {
    const text = "\uFEFF[html]<p dir\\=\"rtl\">ما <b>ثمن</b> الملح؟</p><p><img src\\=\"@@PLUGINFILE@@/sel.png\" alt\\=\"ملح\"></p>{\r\n\t=<p>12&nbsp;درهما</p>#<p>أحسنت</p>\r\n\t~<p>١٢٠</p>\r\n}\r\n\r\nⵎⴰⵏⵛⴽ\\: \\{a\\}\\nb {T}"; // prettier-ignore
    const reading = await readGift(new TextEncoder().encode(text));
    expect(lessonsIn(reading)).toEqual([
      [
        "",
        "? choice: ما **ثمن** الملح؟\n(x) 12\u00A0درهما // أحسنت\n( ) ١٢٠",
        "? truefalse: ⵎⴰⵏⵛⴽ: {a}\nb\n(x) ✓\n( ) ✗",
      ],
    ]);
    expect(told(reading.report)).toEqual([["picture.missing", { name: "sel.png" }]]);
  });

  it("other kinds are told and not guessed; a text between questions is a text", async () => {
    const reading = await readGift("Capitale ? {=%50%Rabat}\n\nReliez {=a -> b =c}\n\nRacontez. {}\n\nÀ lire d'abord.\n\nUn {=a\n\n~b}\n\nDeux {=a ~%50%b ~c =d}"); // prettier-ignore
    expect(lessonsIn(reading)).toEqual([["", "? open: Racontez.", "À lire d'abord."]]);
    expect(told(reading.report)).toEqual([
      ["question.no_right", { words: "Capitale ? Rabat" }],
      ["question.weight_dropped", { count: 2 }],
      ["question.no_pair", { words: "Reliez a c" }],
      ["question.broken", { words: "Un {=a" }],
      ["question.broken", { words: "~b}" }],
      ["question.several_right", { words: "Deux a b c d", count: 2 }],
    ]);
  });

  it("true and false are called as the reader of the lesson calls them", async () => {
    const reading = await readGift("Sûr ? {F}", { words: { yes: "نعم", no: "لا" } });
    expect(lessonsIn(reading)).toEqual([["", "? truefalse: Sûr ?\n( ) نعم\n(x) لا"]]);
  });
});

describe("tables of questions", () => {
  /** A text in Windows' Arabic alphabet. */
  const windows = (text: string): Uint8Array => {
    const all = new TextDecoder("windows-1256").decode(Uint8Array.from({ length: 256 }, (_, byte) => byte)); // prettier-ignore
    return Uint8Array.from(text, (letter) => all.indexOf(letter));
  };

  it("as a French Excel writes them", async () => {
    const reading = await readQuestionsCsv(
      "\uFEFFQuestion;Choix A;Choix B;Choix C;Bonne réponse;Explication;N°\r\n\"Le \"\"sel\"\" ?\nCombien ?\";1 kg;2 kg;;B;Deux.;1\r\nSoleil ?;;;;Vrai;;2\r\nPrix;;;;\"1 200,50\";;3\r\nLesquels ?;a;b;c;1,3;;4\r\nRacontez.;;;;libre;;5\r\n;;;;;;\r\n", // prettier-ignore
    );
    expect(lessonsIn(reading)).toEqual([
      [
        "",
        '? choice: Le "sel" ?\nCombien ?\n( ) 1 kg\n(x) 2 kg\n// Deux.',
        "? truefalse: Soleil ?\n(x) ✓\n( ) ✗",
        "? number: Prix\n= 1200.5 ± 0",
        "? multiple: Lesquels ?\n(x) a\n( ) b\n(x) c",
      ],
    ]);
    expect(told(reading.report)).toEqual([
      ["column.unknown", { name: "N°" }],
      ["question.kind", { kind: "?", words: "Racontez." }],
    ]);
    expect(reading.report.at(-1)?.where).toEqual({ lesson: 0, block: 3, paragraph: 7, words: "Racontez." }); // prettier-ignore
  });

  it("in Arabic, in Windows' alphabet", async () => {
    const reading = await readQuestionsCsv(
      windows("السؤال;الخيار 1;الخيار 2;الجواب الصحيح\r\nما ثمن الملح؟;عشرة;عشرون;عشرون\r\n"),
    );
    expect(lessonsIn(reading)).toEqual([["", "? choice: ما ثمن الملح؟\n( ) عشرة\n(x) عشرون"]]);
  });

  it("a number that can be read in two ways is none", async () => {
    const reading = await readQuestionsCsv('question,right\nPrix,"1,200"\nPoids,"0,125"\n');
    expect(lessonsIn(reading)).toEqual([["", "? number: Poids\n= 0.125 ± 0"]]);
    expect(told(reading.report)).toEqual([["question.kind", { kind: "?", words: "Prix" }]]);
  });

  it("things to match, gaps, steps and words to write, said or found out", async () => {
    const reading = await readQuestionsCsv(
      `\uFEFFquestion;kind;right;a;b;choix 3;réponse 9;indice;credit
Reliez.;;;Sel -> 18;Eau -> 2 -> 3;;;Le prix.;oui
Le [[a]] dans l'[[b]].;;a c;a: sel;a: sucre;b: eau;;;part
Rangez.;ordre;;Peser;Vendre;;;;
Capitale ?;réponse courte;1 3;Rabat;Casablanca;الرباط;;;part
Neuf ?;order;;a;b;c;i;;
Où ?;hotspot;a;1,2: ici;3,4: là;;;;
`.replaceAll("\n", "\r\n"),
    );
    expect(lessonsIn(reading)).toEqual([
      [
        "",
        "? match in parts: Reliez.\n? Le prix.\n(x) Sel -> 18\n(x) Eau -> 2 -> 3",
        "? cloze in parts: Le [[a]] dans l'[[b]].\n(x) [a] sel\n( ) [a] sucre\n(x) [b] eau",
        "? order: Rangez.\n(x) Peser\n(x) Vendre",
        "? short: Capitale ?\n(x) Rabat\n( ) Casablanca\n(x) الرباط",
      ],
    ]);
    expect(told(reading.report)).toEqual([
      ["question.options", { words: "Neuf ? a b c i", count: 9 }],
      ["question.kind", { kind: "hotspot", words: "Où ?" }],
    ]);
  });

  it.each([
    ["a match without an arrow", "match;Un ?;;a;b -> c;", "question.no_pair"],
    ["a gap of two letters", "cloze;[[zz]] ?;a;zz: sel;;", "question.gaps"],
    ["a gap that nothing fills", "cloze;[[a]] [[b]] ?;a;a: sel;;", "question.gaps"],
    ["a number that no machine holds", `number;Un ?;1${"0".repeat(400)};;;`, "question.no_number"],
    ["a number that is none", "number;Un ?;NaN;;;", "question.no_number"],
    ["words to write of which none is right", "short;Un ?;;a;b;", "question.no_right"],
  ])("%s is told, and costs no other row", async (_, row, code) => {
    const reading = await readQuestionsCsv(`kind;question;right;a;b;c\n${row}\nchoice;Deux ?;a;x;y;\n`); // prettier-ignore
    expect(blocksIn(reading)).toHaveLength(1);
    expect(told(reading.report).map(([each]) => each)).toEqual([code]);
  });

  it("forty options have their columns, and one more is told", async () => {
    const names = Array.from({ length: 41 }, (_, at) => `option ${at + 1}`);
    const row = (count: number) => names.map((_, at) => (at < count ? `a: m${at}` : "")).join(";");
    const table = `question;right;kind;${names.join(";")}\nLe [[a]].;1;cloze;`;
    const reading = await readQuestionsCsv(table + row(40));
    expect(blocksIn(reading)).toMatchObject([{ options: { length: 40 } }]);
    expect(blocksIn(await readQuestionsCsv(writeQuestionsCsv(blocksIn(reading) as ImportedQuestion[])))).toEqual(blocksIn(reading)); // prettier-ignore
    const more = await readQuestionsCsv(table + row(41));
    expect(told(more.report)).toEqual([["column.unknown", { name: "option 41" }]]);
  });

  it("formulas of others stay words here, and go out as words", async () => {
    const reading = await readQuestionsCsv('question;a;b;right\n=HYPERLINK("http://x");@SUM(1);-2+3;b\n'); // prettier-ignore
    expect(lessonsIn(reading)).toEqual([["", '? choice: =HYPERLINK("http://x")\n( ) @SUM(1)\n(x) -2+3']]); // prettier-ignore
    const again = writeQuestionsCsv(blocksIn(reading) as ImportedQuestion[]);
    expect(again).toContain('choice;"\'=HYPERLINK(""http://x"")";b;\'@SUM(1);\'-2+3;');
  });
});

describe("is refused, or bounded", () => {
  it.each<[string, () => Promise<Reading>, string]>([
    ["nothing", () => readGift(new Uint8Array()), "file.empty"],
    ["a bank without questions", () => readGift("// vide\n\n"), "questions.none"],
    ["too many questions", () => readGift("a {T}\n\n".repeat(5001)), "questions.too_many"],
    ["a picture", () => readGift(Uint8Array.of(0x89, 0x50, 0, 0, 0, 0, 0, 1)), "text.binary"],
    ["a table of something else", () => readQuestionsCsv("nom;prix\nsel;18\n"), "csv.no_columns"],
    ["a table with a head only", () => readQuestionsCsv("question;a;b\n"), "questions.none"],
  ])("%s", async (_, reading, code) => {
    expect(await faultOf(reading())).toBe(code);
  });

  it("a quotation mark that never closes costs its own row, and is told", async () => {
    const reading = await readQuestionsCsv('question;a;b;right\nUn ?;x;y;a\n"Deux ?;x;y;a\nTrois ?;x;y;a\n'); // prettier-ignore
    expect(blocksIn(reading)).toHaveLength(1);
    expect(told(reading.report)).toMatchObject([["question.broken", { line: 3 }]]);
  });

  it.each([
    ["braces", "{".repeat(200_000)],
    ["answers", `a {${"~b".repeat(100_000)}}`],
    ["titles", "::a".repeat(100_000)],
    ["tags", `[html]${"<b>".repeat(50_000)}{T}`],
  ])("%s without end end", async (_, text) => {
    const error: unknown = await readGift(text).catch((fault: unknown) => fault);
    expect(error instanceof Error && !(error instanceof ExchangeFault)).toBe(false);
  });

  it("can be given up", async () => {
    const signal = AbortSignal.abort(new Error("never mind"));
    await expect(readGift("a {T}", { signal })).rejects.toThrow("never mind");
    await expect(readQuestionsCsv("question;a\nb;c", { signal })).rejects.toThrow("never mind");
  });
});
