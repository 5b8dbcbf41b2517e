import { createHash } from "node:crypto";
import { AssignmentId, ChecklistId, type DraftAssignment, type DraftChecklist, languagesWith, LessonId, type Localized, ModuleId, type OtherLanguage, VoiceSheet } from "@twiza/contract"; // prettier-ignore
import { MARKED_KINDS, QUESTION_KINDS } from "@twiza/contract/marking";
import fc from "fast-check";
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { archiveOf } from "../testing/files.ts";
import { writtenBlock } from "../testing/written.ts";
import { type ArchivedCourse, type ArchivedMedia, ExchangeFault, readArchive, writeArchive, writtenWords } from "./index.ts"; // prettier-ignore
import { ArchivedQuiz } from "./manifest.ts";

const PICTURE = { hash: "b".repeat(64), type: "image/webp" as const, bytes: 9 };
const bytesOf = (text: string) => new TextEncoder().encode(text);
const mediumOf = (bytes: Uint8Array): ArchivedMedia =>
  ({
    hash: createHash("sha256").update(bytes).digest("hex"),
    type: "image/webp",
    bytes: bytes.length,
    read: async () => bytes.slice(),
  }) as ArchivedMedia;

/** Words are whatever their reader says they are; here, an object. */
const wordsOf = (json: unknown): object | undefined =>
  typeof json === "object" && json !== null ? json : undefined;
const read = (input: Blob | Uint8Array) => readArchive(input, { wordsOf });

/** A course with the bytes of its media, to be compared. */
const whole = async ({ media, ...course }: ArchivedCourse<unknown>) => ({
  ...course,
  media: await Promise.all(
    media.map(async ({ read: bytes, ...medium }) => ({ ...medium, content: [...(await bytes())] })),
  ),
});

/** Languages that an organisation has added, in any order. */
const OTHERS: OtherLanguage[] = [
  { language: "wo", name: "Wolof" },
  { language: "ha-Arab", name: "هَوُسَ" },
  { language: "ff-Adlm", name: "𞤆𞤵𞤤𞤢𞤪" },
  { language: "shi-Latn", name: "Taclḥit" },
];
const others = fc.shuffledSubarray(OTHERS, { maxLength: 3 });
/** Something in some of these languages. */
const inSome = <T>(
  languages: readonly string[],
  of: fc.Arbitrary<T>,
): fc.Arbitrary<Readonly<Record<string, T | undefined>>> =>
  fc
    .record(Object.fromEntries(languages.map((each) => [each, of])), { requiredKeys: [] })
    .map((all) => ({ ...all }));
const titleIn = (languages: readonly string[]): fc.Arbitrary<Localized> =>
  inSome(languages, fc.constantFrom("Le sel", "الملح", "ⵜⵉⵙⵏⵜ", "Xorom"));
const hex = fc.string({
  unit: fc.constantFrom(...Array.from("0123456789abcdef")),
  minLength: 32,
  maxLength: 32,
});
const json = fc.array(writtenBlock, { maxLength: 3 }).map((blocks): object => ({ blocks: JSON.parse(JSON.stringify(blocks)) as unknown })); // prettier-ignore
const spoken = (lessonId: LessonId, language: string): VoiceSheet =>
  VoiceSheet.parse({
    format: 1,
    lessonId,
    language,
    parts: {
      title: {
        media: { hash: "a".repeat(64), type: "audio/ogg", bytes: 9 },
        seconds: 2,
        text: "Le sel",
      },
    },
  });
const lessonIn = (languages: readonly string[]) =>
  fc
    .record({
      id: hex.map((digits) => LessonId.parse(`les_${digits}`)),
      title: titleIn(languages),
      minutes: fc.integer({ min: 1, max: 120 }),
      places: fc.constantFrom([], [{ key: "salt", kind: "text" as const }]),
      words: inSome(languages, json),
      voices: fc.subarray(["ary", "fr"]),
    })
    .map(({ voices, ...rest }) => ({
      ...rest,
      voices: voices.map((language) => spoken(rest.id, language)),
    }));
const asked = (prompt: Localized) =>
  ArchivedQuiz.parse({
    format: 1,
    title: { fr: "Test" },
    items: [
      {
        id: `itm_${"0".repeat(32)}`,
        question: "truefalse",
        prompt: { ...prompt, fr: "Vrai ?" },
        options: [{ id: "a", text: { ...prompt, fr: "Oui" }, right: true }],
      },
    ],
  });
/** A graded item of any kind, with all that an item may have, in these languages. */
const graded = (languages: readonly string[]) => {
  const words = titleIn(languages).map((title) => ({ ...title, fr: "Le sel" }));
  const some = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
  const option = fc.record({ text: words, right: fc.boolean(), pair: some(words), feedback: some(words), gap: some(fc.constantFrom("a", "b")), spot: some(fc.record({ x: fc.nat(1000), y: fc.nat(1000) })), picture: some(fc.constant(PICTURE)) }); // prettier-ignore
  return fc.record({
    question: fc.constantFrom(...QUESTION_KINDS),
    prompt: words,
    options: fc.array(option, { maxLength: 10 }).map((all) => all.map((each, at) => ({ ...each, id: `o${at}` }))), // prettier-ignore
    hint: some(words),
    feedback: some(words),
    credit: some(fc.constant("part" as const)),
    picture: some(words.map((alt) => ({ media: PICTURE, alt }))),
  });
};
/** A checklist whose criterion says that; it has an id of its own each time that it is asked for by another digit. */
const watched = (text: Localized, digit = "1"): DraftChecklist => ({
  id: ChecklistId.parse(`chk_${digit.repeat(32)}`),
  ...{ title: { fr: "Peser" }, task: {}, leastPercent: 80 },
  criteria: [{ id: "a", text, critical: true, sign: { fr: "L’écran montre 0." } }],
});

/** An assignment whose level says that. */
const handed = (text: Localized, digit = "1"): DraftAssignment => ({
  id: AssignmentId.parse(`asg_${digit.repeat(32)}`),
  ...{ title: { fr: "Étiqueter" }, task: {}, takes: ["text"], leastPercent: 50, triesAllowed: 2 },
  criteria: [{ id: "a", weight: 2, leastLevel: 1, title: { fr: "Le prix" }, levels: [{ percent: 0, text }, { percent: 100, text: { fr: "Juste" } }] }], // prettier-ignore
  second: { apart: 10 },
});

/** What people judge lies in a file of its own, each kind if there is any. */
const JUDGED = [
  { what: "checklists", name: "checklists.json", named: { format: 4, hasChecklists: true }, one: watched }, // prettier-ignore
  { what: "assignments", name: "assignments.json", named: { format: 6, hasAssignments: true }, one: handed }, // prettier-ignore
] as const;

const draw = fc.option(fc.integer({ min: 1, max: 200 }), { nil: undefined });
type Quiz = ReturnType<typeof asked>;
const withItems = (quiz: Quiz, items: readonly object[], own: number | undefined): Quiz =>
  ArchivedQuiz.parse(
    // What is not there is not written.
    JSON.parse(JSON.stringify({ ...quiz, draw: own, items: [...quiz.items, ...items.map((item, at) => ({ ...item, id: `itm_${String(at + 1).padStart(32, "0")}` }))] })), // prettier-ignore
  );
const courseIn = (named: OtherLanguage[]): fc.Arbitrary<ArchivedCourse<object>> => {
  const languages = languagesWith(named);
  const title = titleIn(languages);
  const lessons = fc.array(lessonIn(languages), { maxLength: 3 });
  const module = fc.record({ id: hex.map((digits) => ModuleId.parse(`mod_${digits}`)), title, lessons }); // prettier-ignore
  return fc
    .record({
      title: title.map((titles) => ({ ...titles, fr: "Le sel" })),
      summary: title,
      sourceLanguage: fc.constantFrom(...languages),
      legalReview: fc.boolean(),
      passMarkPercent: fc.integer({ min: 0, max: 100 }),
      triesAllowed: fc.integer({ min: 1, max: 20 }),
      modules: fc.array(module, { maxLength: 3 }),
      quiz: fc.option(fc.tuple(title, fc.array(graded(languages), { maxLength: 3 }), draw).map(([titles, more, own]) => withItems(asked(titles), more, own)), { nil: undefined }), // prettier-ignore
      checklists: fc.array(title, { maxLength: 3 }).map((all) => all.map((text, at) => watched({ ...text }, String(at)))), // prettier-ignore
      certificate: fc.option(fc.record({ months: fc.integer({ min: 1, max: 120 }), renewal: fc.constant(true as const) }, { requiredKeys: ["months"] }).map((rule) => ({ ...rule })), { nil: undefined }), // prettier-ignore
      assignments: fc.array(title, { maxLength: 2 }).map((all) => all.map((text, at) => handed({ ...text }, String(at)))), // prettier-ignore
      media: fc.uniqueArray(fc.uint8Array({ minLength: 1, maxLength: 3000 }), { selector: (bytes) => bytes.join(), maxLength: 4 }), // prettier-ignore
    })
    .map(({ quiz: test, checklists, assignments, certificate, media, ...rest }) => ({
      ...rest,
      ...(certificate && { certificate }),
      ...(named.length > 0 && { otherLanguages: named }),
      ...(test && { quiz: test }),
      ...(checklists.length > 0 && { checklists }),
      ...(assignments.length > 0 && { assignments }),
      media: media.map(mediumOf),
    }));
};
const course = others.chain(courseIn);

const SMALL: ArchivedCourse<object> = {
  title: { fr: "Le sel" },
  summary: {},
  sourceLanguage: "fr",
  ...{ legalReview: false, passMarkPercent: 70, triesAllowed: 3 },
  modules: [
    {
      id: ModuleId.parse(`mod_${"1".repeat(32)}`),
      title: { fr: "Peser" },
      lessons: [
        {
          id: LessonId.parse(`les_${"1".repeat(32)}`),
          title: { fr: "Peser" },
          minutes: 6,
          places: [],
          words: { fr: { title: "Peser" } },
          voices: [spoken(LessonId.parse(`les_${"1".repeat(32)}`), "fr")],
        },
      ],
    },
  ],
  media: [mediumOf(bytesOf("RIFF"))],
};

describe("a course in one file", () => {
  it("comes back as it went, whatever is in it", async () => {
    await fc.assert(
      fc.asyncProperty(course, async (one) => {
        expect(await whole(await read(await writeArchive(one)))).toEqual(await whole(one));
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it("the same course is the same bytes, and any program can open it", async () => {
    const [once, again] = [await writeArchive(SMALL), await writeArchive(SMALL)];
    const bytes = new Uint8Array(await once.arrayBuffer());
    expect(bytes).toEqual(new Uint8Array(await again.arrayBuffer()));
    expect(Object.keys(unzipSync(bytes))).toEqual([
      "manifest.json",
      "lessons/1.fr.json",
      "voices/1.fr.json",
      `media/${SMALL.media[0]?.hash ?? ""}`,
    ]);
  });

  it("is of the older format unless it needs the newer one, and lies under names that any computer takes", async () => {
    const filesOf = async (one: ArchivedCourse<object>) => unzipSync(new Uint8Array(await (await writeArchive(one)).arrayBuffer())); // prettier-ignore
    const formatIn = (files: Record<string, Uint8Array>): unknown =>
      (JSON.parse(new TextDecoder().decode(files["manifest.json"])) as { format: unknown }).format;
    expect(formatIn(await filesOf({ ...SMALL, otherLanguages: [] }))).toBe(1);
    expect(formatIn(await filesOf({ ...SMALL, quiz: asked({}) }))).toBe(1);
    const [item] = asked({}).items;
    const newer: object[] = [
      ...MARKED_KINDS.slice(4).map((question) => ({ question })),
      { hint: { fr: "Le sel" } },
      { credit: "part" },
      { picture: { media: PICTURE, alt: { fr: "Un étal" } } },
      { options: [{ id: "a", text: { fr: "Oui" }, right: true, picture: PICTURE }] },
    ];
    for (const more of newer) {
      const quiz = withItems(asked({}), [{ ...item, ...more }], undefined);
      expect(formatIn(await filesOf({ ...SMALL, quiz }))).toBe(3);
    }
    for (const last of [{ question: "open" }, { question: "likert" }]) {
      const quiz = withItems(asked({}), [{ ...item, ...last }], undefined);
      expect(formatIn(await filesOf({ ...SMALL, quiz }))).toBe(5);
    }
    expect(formatIn(await filesOf({ ...SMALL, quiz: { ...asked({}), draw: 1 } }))).toBe(3);
    const practice = { texts: { a: { kind: "question", question: "order", options: [] } } };
    expect(formatIn(await filesOf({ ...SMALL, modules: SMALL.modules.map((module) => ({ ...module, lessons: module.lessons.map((one) => ({ ...one, words: { fr: practice } })) })) }))).toBe(3); // prettier-ignore
    expect(formatIn(await filesOf({ ...SMALL, checklists: [watched({ fr: "Peser" })] }))).toBe(4);
    expect(formatIn(await filesOf({ ...SMALL, assignments: [handed({ fr: "Faux" })] }))).toBe(6);
    expect(formatIn(await filesOf({ ...SMALL, certificate: { months: 24 } }))).toBe(7);
    const said = Object.fromEntries(languagesWith(OTHERS).map((each) => [each, { title: "…" }]));
    const inAll = await filesOf({ ...SMALL, otherLanguages: OTHERS, modules: SMALL.modules.map((module) => ({ ...module, lessons: module.lessons.map((one) => ({ ...one, words: said })) })) }); // prettier-ignore
    expect(formatIn(inAll)).toBe(2);
    const names = Object.keys(inAll);
    expect(names.filter((name) => name.startsWith("lessons/"))).toHaveLength(8);
    for (const name of names) expect(name).toMatch(/^[A-Za-z0-9-]+(?:[./][A-Za-z0-9-]+)*$/);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  });

  it("is not written with words in a language that it does not name", async () => {
    const [module] = SMALL.modules;
    const [first] = module?.lessons ?? [];
    if (!module || !first) throw new Error("the small course has a lesson");
    const wrong: ArchivedCourse<object>[] = [
      { ...SMALL, sourceLanguage: "wo" },
      { ...SMALL, title: { fr: "Le sel", wo: "Xorom" } },
      { ...SMALL, modules: [{ ...module, lessons: [{ ...first, words: { wo: {} } }] }] },
      { ...SMALL, quiz: asked({ wo: "Dëgg la?" }) },
      { ...SMALL, checklists: [watched({ fr: "Peser", wo: "Natt" })] },
      { ...SMALL, assignments: [handed({ fr: "Juste", wo: "Dëgg" })] },
    ];
    for (const one of wrong) await expect(writeArchive(one)).rejects.toThrow("archive.language");
  });

  it("tells how far it is, and can be given up", async () => {
    const told: number[] = [];
    await writeArchive(SMALL, { onProgress: ({ done, total }) => told.push(done / total) });
    expect(told).toEqual([1]);
    const signal = AbortSignal.abort(new Error("never mind"));
    await expect(writeArchive(SMALL, { signal })).rejects.toThrow("never mind");
    await expect(readArchive(await writeArchive(SMALL), { wordsOf, signal })).rejects.toThrow("never mind"); // prettier-ignore
  });
});

describe("an archive is refused when", () => {
  /** The small course with its files changed. */
  const changed = async (change: (files: Record<string, Uint8Array>) => void) => {
    const bytes = new Uint8Array(await (await writeArchive(SMALL)).arrayBuffer());
    const files: Record<string, Uint8Array> = { ...unzipSync(bytes) };
    change(files);
    return archiveOf(files);
  };
  const manifest = (
    files: Record<string, Uint8Array>,
    edit: (json: Record<string, unknown>) => void,
  ) => {
    // prettier-ignore
    const json = JSON.parse(new TextDecoder().decode(files["manifest.json"])) as Record<string, unknown>; // prettier-ignore
    edit(json);
    files["manifest.json"] = bytesOf(JSON.stringify(json));
  };
  const faultOf = async (bytes: Uint8Array) => {
    const error: unknown = await read(bytes)
      .then(whole)
      .catch((fault: unknown) => fault);
    if (!(error instanceof ExchangeFault)) throw new Error("it was read");
    return [error.code, error.detail];
  };
  const medium = `media/${SMALL.media[0]?.hash ?? ""}`;
  type Broken = [string, (files: Record<string, Uint8Array>) => void, string, object];
  const lessonIn1 = (json: Record<string, unknown>) =>
    (json["modules"] as { lessons: Record<string, unknown>[] }[])[0]?.lessons[0] ?? {};
  const WOLOF = OTHERS[0];
  it.each<Broken>([
    ["it is some other archive", (files) => delete files["manifest.json"], "archive.foreign", {}],
    ["it is of somebody else", (files) => manifest(files, (json) => (json["kind"] = "x")), "archive.foreign", {}], // prettier-ignore
    ["it is newer, whatever else it holds", (files) => manifest(files, (json) => Object.assign(json, { format: 8, more: 1 })), "archive.newer", { format: 8 }], // prettier-ignore
    ["its list says more than we know", (files) => manifest(files, (json) => (json["more"] = 1)), "archive.broken", { name: "manifest.json" }], // prettier-ignore
    ["its list is no JSON", (files) => (files["manifest.json"] = bytesOf("{")), "archive.broken", { name: "manifest.json" }], // prettier-ignore
    ["a lesson has gone", (files) => delete files["lessons/1.fr.json"], "archive.broken", { name: "lessons/1.fr.json" }], // prettier-ignore
    ["a voice has gone", (files) => delete files["voices/1.fr.json"], "archive.broken", { name: "voices/1.fr.json" }], // prettier-ignore
    ["a voice is another lesson’s", (files) => (files["voices/1.fr.json"] = bytesOf(JSON.stringify(spoken(LessonId.parse(`les_${"2".repeat(32)}`), "fr")))), "archive.broken", { name: "voices/1.fr.json" }], // prettier-ignore
    ["a lesson is none", (files) => (files["lessons/1.fr.json"] = bytesOf("3")), "archive.broken", { name: "lessons/1.fr.json" }], // prettier-ignore
    [
      "a medium has gone",
      (files) => Reflect.deleteProperty(files, medium),
      "archive.broken",
      { name: medium },
    ],
    ["a medium is not what its name says", (files) => (files[medium] = bytesOf("RIFX")), "archive.broken", { name: medium }], // prettier-ignore
    ["its test is none", (files) => { manifest(files, (json) => (json["hasQuiz"] = true)); files["quiz.json"] = bytesOf("{}"); }, "archive.broken", { name: "quiz.json" }], // prettier-ignore
    ...new Map<string, object>([
      ["more languages than a course has", Array.from("abcdefghi", (letter) => ({ language: `a${letter}`, name: "A" }))],
      ["a language that is none", [{ language: "../wo", name: "Wolof" }]],
      ["a language in capitals", [{ language: "WO", name: "Wolof" }]],
      ["one of ours", [{ language: "fr", name: "Wolof" }]],
      ["a language twice", [WOLOF, WOLOF]],
      ["a language without a name", [{ language: "wo", name: " " }]],
      ["a name with signs that nobody sees", [{ language: "wo", name: "Wo\u0000lof" }]],
    ]).entries().map(([what, otherLanguages]): Broken => [`it names ${what}`, (files) => manifest(files, (json) => Object.assign(json, { format: 2, otherLanguages })), "archive.broken", { name: "manifest.json" }]), // prettier-ignore
    ["it names a language in the format that has none", (files) => manifest(files, (json) => (json["otherLanguages"] = [WOLOF])), "archive.broken", { name: "manifest.json" }], // prettier-ignore
    ["a lesson is in a language that it does not name", (files) => manifest(files, (json) => { Object.assign(json, { format: 2, otherLanguages: [WOLOF] }); lessonIn1(json)["languages"] = ["fr", "ha-Arab"]; }), "archive.language", { language: "ha-Arab" }], // prettier-ignore
    ["a lesson is in a language that is none", (files) => manifest(files, (json) => { Object.assign(json, { format: 2, otherLanguages: [WOLOF] }); lessonIn1(json)["languages"] = ["fr", "../../x"]; }), "archive.broken", { name: "manifest.json" }], // prettier-ignore
    ["its title is in a language that it does not name", (files) => manifest(files, (json) => (json["title"] = { fr: "Le sel", wo: "Xorom" })), "archive.language", { language: "wo" }], // prettier-ignore
    ["it is first written in a language that it does not name", (files) => manifest(files, (json) => (json["sourceLanguage"] = "wo")), "archive.language", { language: "wo" }], // prettier-ignore
    ["its test is in a language that it does not name", (files) => { manifest(files, (json) => (json["hasQuiz"] = true)); files["quiz.json"] = bytesOf(JSON.stringify(asked({ wo: "Dëgg la?" }))); }, "archive.language", { language: "wo" }], // prettier-ignore
    ...JUDGED.flatMap(({ what, name, named, one }) =>
      new Map<string, [unknown, string, object]>([
        ["are none", [{}, "archive.broken", { name }]],
        ["have gone", [undefined, "archive.broken", { name }]],
        ["come twice", [[one({ fr: "Peser" }), one({ fr: "Peser" })], "archive.broken", { name }]],
        ["are in a language that it does not name", [[one({ wo: "Natt" })], "archive.language", { language: "wo" }]],
      ]).entries().map(([how, [json, code, detail]]): Broken => [`its ${what} ${how}`, (files) => { manifest(files, (head) => Object.assign(head, named)); if (json !== undefined) files[name] = bytesOf(JSON.stringify(json)); }, code, detail]).toArray()), // prettier-ignore
    ["it leads out of its folder", (files) => (files["../x"] = bytesOf("x")), "zip.names", { name: "../x" }], // prettier-ignore
  ])("%s", async (_, change, code, detail) => {
    expect(await faultOf(await changed(change))).toEqual([code, detail]);
  });
});

it("words are texts by their key and what of them is outdated, and nothing else", () => {
  const said = { texts: { title: { kind: "title", text: "Peser" } }, outdated: ["title"] };
  expect(writtenWords(said)).toEqual(said);
  for (const other of [
    {},
    { ...said, more: 1 },
    { ...said, texts: { Title: said.texts.title } },
    null,
    3,
  ])
    // prettier-ignore
    expect(writtenWords(other)).toBeUndefined();
});
