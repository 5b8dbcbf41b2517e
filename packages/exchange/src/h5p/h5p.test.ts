import { describe, expect, it } from "vitest";
import { archiveOf, PNG } from "../testing/files.ts";
import { h5p as packed, part } from "../testing/packages.ts";
import { shown, told } from "../testing/plain.ts";
import { ExchangeFault, type Reading, readH5p } from "./index.ts";

const lessonsIn = ({ lessons }: Reading) =>
  lessons.map(({ title, blocks }) => [title, ...blocks.map(shown)]);
const read = (kind: string, content: unknown, files?: Readonly<Record<string, Uint8Array>>) =>
  readH5p(packed(kind, content, files));

/** A question as the editor of H5P.MultiChoice 1.16 saves it. */
const MULTI_CHOICE = {
  media: {
    type: part("H5P.Image 1.1", { contentName: "Image", file: { path: "images/sac.png#tmp", mime: "image/png", width: 1, height: 1 }, alt: "Un sac", decorative: false }), // prettier-ignore
    disableImageZooming: false,
  },
  answers: [
    { correct: true, tipsAndFeedback: { tip: "<p>Pensez au <em>kilo</em>.</p>", chosenFeedback: "<div>Oui&nbsp;!</div>\n", notChosenFeedback: "" }, text: "<div>1000&nbsp;g</div>\n" }, // prettier-ignore
    { correct: false, tipsAndFeedback: { tip: "", chosenFeedback: "", notChosenFeedback: "<div>Juste.</div>" }, text: "<div>a &lt; b</div>\n" }, // prettier-ignore
  ],
  overallFeedback: [{ from: 0, to: 100, feedback: "Un kilo pèse mille grammes." }],
  behaviour: { enableRetry: true, type: "auto", singlePoint: false, randomAnswers: true },
  UI: { checkAnswerButton: "Vérifier" },
  question: "<p>Combien pèse <strong>un sac</strong> ?</p>\n",
};

describe("packages as H5P writes them", () => {
  it("a question with a picture, answers, and what is said to each", async () => {
    const reading = await read("MultiChoice", MULTI_CHOICE, { "content/images/sac.png": PNG });
    expect(reading.title).toBe("Le sel & l'eau");
    expect(lessonsIn(reading)).toEqual([
      [
        "Le sel & l'eau",
        "[Un sac]",
        "? choice: Combien pèse **un sac** ?\n(x) 1000\u00A0g // Oui\u00A0!\n( ) a < b\n// Un kilo pèse mille grammes.",
      ],
    ]);
    expect(told(reading.report)).toEqual([
      ["question.tip_dropped", { words: "Pensez au kilo." }],
      ["question.feedback_dropped", { words: "Juste." }],
    ]);
  });

  it("a set of questions, what is none of ours told by its kind", async () => {
    const reading = await read("QuestionSet", {
      introPage: { showIntroPage: true, title: "Avant", introduction: "<p>Lisez.</p>" },
      progressType: "dots",
      passPercentage: 50,
      questions: [
        part("H5P.TrueFalse 1.8", {
          question: "<p>Le sel fond-il ?</p>",
          correct: "false",
          l10n: { trueText: "Vrai", falseText: "Faux" },
          behaviour: { feedbackOnCorrect: "Bien.", feedbackOnWrong: "Non." },
        }),
        part("H5P.MultiChoice 1.16", {
          ...MULTI_CHOICE,
          media: {},
          answers: MULTI_CHOICE.answers.map((answer) => ({ ...answer, correct: true, tipsAndFeedback: {} })), // prettier-ignore
          overallFeedback: [
            { from: 0, to: 50, feedback: "Révisez" },
            { from: 51, to: 100 },
          ],
        }),
        part("H5P.Essay 1.5", { taskDescription: "<p>Racontez</p>" }),
        part("H5P.SingleChoiceSet 1.11", {
          choices: [{ question: "Où ?", answers: ["<p>Ici</p>", "<p>Là</p>"] }],
        }),
      ],
    });
    expect(lessonsIn(reading)).toEqual([
      [
        "Le sel & l'eau",
        "### Avant\nLisez.",
        "? truefalse: Le sel fond-il ?\n( ) Vrai // Non.\n(x) Faux // Bien.",
        "? multiple: Combien pèse **un sac** ?\n(x) 1000\u00A0g\n(x) a < b",
        "? choice: Où ?\n( ) Là\n(x) Ici",
      ],
    ]);
    expect(told(reading.report)).toEqual([
      ["question.feedback_dropped", { words: "Révisez" }],
      ["question.kind", { kind: "Essay", words: "Racontez" }],
      ["question.order", { count: 1 }],
    ]);
  });

  it("gaps to write in, words to drag, and parts of a picture to point at", async () => {
    const blanks = (...questions: string[]) => part("H5P.Blanks 1.14", { text: "<p>Complétez.</p>\n", questions, overallFeedback: [{ from: 0, to: 100, feedback: "Voilà." }] }); // prettier-ignore
    const area = (x: number, correct: boolean, feedbackText = "") => ({ userSettings: { correct, feedbackText }, computedSettings: { x, y: 10, width: 10, height: 25.01, figure: "circle" } }); // prettier-ignore
    const reading = await read(
      "QuestionSet",
      {
        questions: [
          blanks("<p>Le *sel/gros sel:Il est blanc* &amp; l'*eau* [[z]] **</p>\n"),
          blanks("<p>*a* *b* *c* *d* *e*</p>", "<p>*f* *g* *h* *i*</p>"),
          blanks("<p>Rien.</p>"),
          part("H5P.DragText 1.10", { taskDescription: "<p>Placez.</p>", textField: "Le *sel:Blanc\\+Oui* fond\ndans l'*eau*.", distractors: "*sable* *eau*" }), // prettier-ignore
          part("H5P.ImageHotspotQuestion 1.8", {
            imageHotspotQuestion: {
              backgroundImageSettings: { questionTitle: "Étal", backgroundImage: { path: "images/a.png#tmp", mime: "image/png" } },
              hotspotSettings: { taskDescription: "<p>Où est le sel ?</p>", hotspot: [area(20, true, "Oui."), area(97, false)] },
            },
          }), // prettier-ignore
        ],
      },
      { "content/images/a.png": PNG },
    );
    expect(lessonsIn(reading)).toEqual([
      [
        "Le sel & l'eau",
        "? cloze in parts: Complétez.\nLe [[a]] & l'[[b]] [ [z]] *\n(x) [a] sel\n(x) [a] gros sel\n(x) [b] eau\n// Voilà.",
        "? cloze in parts: Complétez.\n[[a]] [[b]] [[c]] [[d]] [[e]]\n(x) [a] a\n(x) [b] b\n(x) [c] c\n(x) [d] d\n(x) [e] e\n// Voilà.",
        "? cloze in parts: Complétez.\n[[a]] [[b]] [[c]] [[d]]\n(x) [a] f\n(x) [b] g\n(x) [c] h\n(x) [d] i\n// Voilà.",
        "? cloze in parts: Placez.\nLe [[a]] fond\ndans l'[[b]].\n(x) [a] sel\n( ) [a] eau\n( ) [a] sable\n( ) [b] sel\n(x) [b] eau\n( ) [b] sable",
        "? hotspot: Où est le sel ?\n<a.png> \n(x) 250,225 1 // Oui.\n( ) 1000,225 2",
      ],
    ]);
    expect(told(reading.report)).toEqual([
      ["question.tip_dropped", { words: "Il est blanc" }],
      ["question.options", { words: "Complétez. Rien.", count: 0 }],
      ["question.tip_dropped", { words: "Blanc" }],
      ["question.spots_named", { count: 1 }],
    ]);
  });

  it("a column and an accordion: texts, tables, links, and what cannot be kept by its name", async () => {
    const reading = await read("Column", {
      content: [
        { content: part("H5P.AdvancedText 1.1", { text: "<h2>Peser</h2><p>Un <b>sac</b>.</p><script>x()</script><ol><li>un</li></ol>" }), useSeparator: "auto" }, // prettier-ignore
        { content: part("H5P.Table 1.1", { text: "<table><tbody><tr><td>a</td><td>b</td></tr><tr><td>1</td><td>2</td></tr></tbody></table>" }) }, // prettier-ignore
        { content: part("H5P.Accordion 1.0", { hTag: "h2", panels: [{ title: "Prix &amp; poids", content: part("H5P.AdvancedText 1.1", { text: "<p>18 DH</p>" }) }] }) }, // prettier-ignore
        { content: part("H5P.Link 1.3", { title: "Là", linkWidget: { protocol: "https://", url: "a.ma" } }) }, // prettier-ignore
        {
          content: part("H5P.Audio 1.5", { files: [{ path: "audios/a.mp3", mime: "audio/mpeg" }] }),
        },
        { content: part("H5P.Video 1.6", { sources: [{ path: "https://tube.example/x", mime: "video/YouTube" }] }) }, // prettier-ignore
        { content: part("H5P.Dialogcards 1.9", { dialogs: [] }, "Cartes") },
      ],
    });
    expect(lessonsIn(reading)).toEqual([
      [
        "Le sel & l'eau",
        "### Peser\nUn **sac**.\n1. un",
        "a | b\n1 | 2",
        "#### Prix & poids\n18 DH\n[Là](https://a.ma)",
      ],
    ]);
    expect(told(reading.report)).toEqual([
      ["script.skipped", { count: 1 }],
      ["table.head_assumed", {}],
      ["audio.skipped", { name: "audios/a.mp3" }],
      ["video.skipped", { name: "https://tube.example/x" }],
      ["item.skipped", { kind: "Dialogcards", title: "Cartes" }],
    ]);
  });

  it("a presentation, slide by slide and from top to bottom; a book, chapter by chapter", async () => {
    const slide = (title: string, ...elements: unknown[]) => ({ keywords: [{ main: title }], elements }); // prettier-ignore
    const text = (y: number, words: string) => ({ x: 5, y, width: 40, height: 20, action: part("H5P.AdvancedText 1.1", { text: `<p>${words}</p>` }) }); // prettier-ignore
    const presentation = part("H5P.CoursePresentation 1.25", {
      presentation: {
        slides: [slide("Peser", text(50, "Deux"), text(1, "Un"), { x: 1, y: 1, goToSlide: 2 }), slide("", text(1, "Trois"))], // prettier-ignore
      },
    }, "Diapositives"); // prettier-ignore
    const reading = await read("InteractiveBook", {
      bookCover: { coverDescription: "<p>Bienvenue.</p>" },
      chapters: [
        presentation,
        part("H5P.Column 1.16", { content: [{ content: presentation }] }, "Encore"),
        part("H5P.Column 1.16", { content: [] }, "Vide"),
      ],
    });
    expect(lessonsIn(reading)).toEqual([
      ["Le sel & l'eau", "Bienvenue."],
      ["Diapositives", "### Peser\nUn\nDeux\nTrois"],
      ["Encore", "### Peser\nUn\nDeux\nTrois"],
    ]);
    expect(told(reading.report)).toEqual([["layout.dropped", { count: 2 }]]);
  });
});

describe("is refused, or bounded", () => {
  const faultOf = async (bytes: Uint8Array) => {
    const error: unknown = await readH5p(bytes).catch((fault: unknown) => fault);
    return error instanceof ExchangeFault ? error.code : error;
  };
  const deep = (levels: number): unknown =>
    levels === 0
      ? part("H5P.AdvancedText 1.1", { text: "<p>Loin</p>" })
      : part("H5P.Column 1.16", { content: [{ content: deep(levels - 1) }] });

  it.each<[string, Uint8Array, string]>([
    ["an archive of something else", archiveOf({ "a.txt": "x" }), "h5p.not_h5p"],
    ["a list that names no kind", archiveOf({ "h5p.json": "{}" }), "h5p.not_h5p"],
    ["a list that is no JSON", archiveOf({ "h5p.json": "{" }), "h5p.broken"],
    ["content that is a list", packed("Column", []), "h5p.broken"],
    ["a kind that has no place here", packed("Dialogcards", { dialogs: [] }), "h5p.no_content"],
    ["content of strange shapes", packed("Column", { content: [1, null, "x", { content: [] }, { content: { library: 3, params: "x" } }] }), "h5p.no_content"], // prettier-ignore
    ["names of JavaScript's own", packed("Column", { content: [{ content: part("H5P.constructor 1.0", {}) }, { content: part("H5P.__proto__ 1.0", {}) }] }), "h5p.no_content"], // prettier-ignore
    ["columns without end", packed("Column", deep(50)), "h5p.no_content"],
    ["too many parts", packed("Column", { content: Array.from({ length: 6000 }, () => ({ content: part("H5P.Nil 1.0", {}) })) }), "h5p.broken"], // prettier-ignore
    ["no archive", new TextEncoder().encode("x".repeat(99)), "zip.truncated"],
  ])("%s", async (_, bytes, code) => {
    expect(await faultOf(bytes)).toBe(code);
  });

  it("nothing in a text can run, and no file outside of the content is shown", async () => {
    const text = '<p onclick="x()">Un<img src="../../h5p.json"><img src="/etc/passwd" onerror="x()"><a href="data:text/html,x">b</a><svg><script>x()</script></svg><iframe srcdoc="x"></iframe></p>'; // prettier-ignore
    const reading = await read("AdvancedText", { text });
    expect(lessonsIn(reading)).toEqual([["Le sel & l'eau", "Unb"]]);
    expect(told(reading.report).map(([code]) => code)).toEqual(expect.arrayContaining(["link.refused", "drawing.skipped", "frame.skipped", "picture.missing"])); // prettier-ignore
  });

  it("can be given up", async () => {
    const signal = AbortSignal.abort(new Error("never mind"));
    const bytes = packed("AdvancedText", { text: "<p>Un</p>" });
    await expect(readH5p(bytes, { signal })).rejects.toThrow("never mind");
  });
});
