import { rmSync } from "node:fs";
import { Manifest, VoiceSheet } from "@twiza/contract";
import { afterEach, describe, expect, it } from "vitest";
import { buildCourse } from "./build.ts";
import { courseIdOf, readCourse } from "./course.ts";
import { ContentFaults } from "./fault.ts";
import { oggRecording } from "./testing/ogg-recording.ts";
import { courseFolder, SMALL_COURSE } from "./testing/small-course.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const TEN_SECONDS = oggRecording(480_312n);
const OTHER = oggRecording(96_312n);
const FR = "voice/01-weigh/fr";
const SHI = "voice/01-weigh/shi";
const QUIZ = "voice/quiz/fr";
const SENTENCES = [
  { at: 0, text: "Un sac de sel" },
  { at: 2.5, text: "coûte 18 DH." },
];
const VOICES = {
  [`${FR}/voice.json`]: JSON.stringify(
    {
      title: { file: "title.ogg" },
      why: { file: "why.ogg", sentences: SENTENCES },
      "try/option/a": { file: "no.ogg" },
    },
    undefined,
    2,
  ),
  [`${FR}/title.ogg`]: OTHER,
  [`${FR}/why.ogg`]: TEN_SECONDS,
  [`${FR}/no.ogg`]: OTHER,
  [`${SHI}/voice.json`]: JSON.stringify({ why: { file: "why.ogg", text: "ⵜⵉⵙⵏⵜ" } }),
  [`${SHI}/why.ogg`]: TEN_SECONDS,
  [`${QUIZ}/voice.json`]: JSON.stringify({
    "q1/prompt": { file: "q1.ogg" },
    "q1/option/b": { file: "q1-b.ogg", text: "Non, jamais" },
  }),
  [`${QUIZ}/q1.ogg`]: TEN_SECONDS,
  [`${QUIZ}/q1-b.ogg`]: OTHER,
};
type Files = Readonly<Record<string, string | Uint8Array>>;

function spoken(over: Files = {}): string {
  const folder = courseFolder({ ...SMALL_COURSE, ...VOICES, ...over });
  folders.push(folder);
  return folder;
}
function faultsOf(over: Files): string[] {
  try {
    readCourse(spoken(over));
  } catch (error) {
    if (error instanceof ContentFaults) return error.faults.map(String);
    throw error;
  }
  return [];
}
function build() {
  const source = readCourse(spoken());
  const built = buildCourse(source, courseIdOf(source));
  const json = new Map(
    built.files
      .filter(({ type }) => type === "application/json")
      .map(({ hash, bytes }) => [hash, JSON.parse(new TextDecoder().decode(bytes)) as unknown]),
  );
  const [lesson, other] = Manifest.parse(built.manifest).modules[0]?.lessons ?? [];
  const sheet = (language: "fr" | "shi") => {
    const hash = lesson?.voices?.[language]?.hash;
    return VoiceSheet.parse(hash && json.get(hash));
  };
  return { source, built, lesson, other, sheet };
}

describe("a voice that a trainer put into the course's folder", () => {
  it("is named by the lesson it speaks, with what it weighs and how long it lasts", () => {
    const { built, lesson, other, sheet } = build();
    expect(Object.keys(lesson?.voices ?? {})).toEqual(["shi", "fr"]);
    const weight = built.files
      .filter(({ hash }) => hash === lesson?.voices?.fr?.hash || Object.values(sheet("fr").parts).some(({ media }) => media.hash === hash))
      .reduce((sum, { bytes }) => sum + bytes.length, 0); // prettier-ignore
    expect(lesson?.voices?.fr).toMatchObject({ bytes: weight, seconds: 14 });
    expect(other).not.toHaveProperty("voices");
  });

  it("says what is written when nobody wrote it down again, with the page's own words as cues", () => {
    const { sheet } = build();
    const { title, why } = sheet("fr").parts;
    expect(title).toMatchObject({ text: "Peser", seconds: 2 });
    expect(why?.text).toBe("Un sac de sel coûte 18 DH.");
    const words = why?.cues?.map(({ at, until, from, to }) => [
      at,
      until,
      why.text.slice(from, to),
    ]);
    expect(words).toEqual([
      [0, 2.5, "Un sac de sel"],
      [2.5, 10, "coûte 18 DH."],
    ]);
    expect(sheet("shi").parts["why"]).toMatchObject({ text: "ⵜⵉⵙⵏⵜ" });
  });

  it("has a text of its own where other words are spoken", () => {
    const other = [{ at: 0, text: "Le sel." }, { at: 3, text: "Il coûte 18 dirhams." }]; // prettier-ignore
    const json = JSON.stringify({ why: { file: "why.ogg", sentences: other } });
    const folder = spoken({ [`${SHI}/voice.json`]: json });
    const part = readCourse(folder).modules[0]?.lessons[0]?.voices.get("shi")?.get("why");
    expect(part?.text).toBe("Le sel. Il coûte 18 dirhams.");
    expect(part?.cues?.map(({ from, to }) => part.text.slice(from, to))).toEqual(
      other.map(({ text }) => text),
    );
  });

  it("of the quiz goes with its item and into no public file; its words go along only where they differ", () => {
    const { source, built } = build();
    const [first, second] = source.items;
    expect(first?.voices?.fr?.["prompt"]).toMatchObject({ seconds: 10 });
    expect(first?.voices?.fr?.["prompt"]).not.toHaveProperty("text");
    expect(first?.voices?.fr?.["option/b"]).toMatchObject({ text: "Non, jamais" });
    expect(second).not.toHaveProperty("voices");
    const texts = built.files.flatMap(({ type, bytes }) => type === "application/json" ? [new TextDecoder().decode(bytes)] : []); // prettier-ignore
    expect(texts.filter((text) => text.includes("Non, jamais"))).toEqual([]);
  });

  it("is kept whole: every recording that is named is among the files", () => {
    const { source, built, sheet } = build();
    const kept = new Set(built.files.map(({ hash }) => hash));
    const named = [
      ...Object.values(sheet("fr").parts),
      ...source.items.flatMap(({ voices }) => Object.values(voices?.fr ?? {})),
    ];
    expect(named.length).toBe(5);
    for (const { media } of named) expect(kept).toContain(media.hash);
  });
});

it.each<[string, Files, RegExp]>([
  ["for a place that the lesson lacks", { [`${FR}/voice.json`]: '{\n"why/step/2": {"file": "why.ogg"}}' }, /^voice\/01-weigh\/fr\/voice\.json:2 “why\/step\/2” is no place here: write one of title, why, jar, try\/prompt/],
  ["whose file is not there", { [`${FR}/voice.json`]: '{"why": {"file": "lost.ogg"}}' }, /^voice\/01-weigh\/fr\/voice\.json:1 “lost\.ogg” is not in this folder/],
  ["whose file is none", { [`${FR}/why.ogg`]: "<svg/>" }, /fr\/voice\.json:\d+ “why\.ogg” is no Ogg Opus recording/],
  ["from outside its folder", { [`${FR}/voice.json`]: '{"why": {"file": "../shi/why.ogg"}}' }, /fr\/voice\.json:1 why\.file/],
  ["that no place names", { [`${FR}/extra.ogg`]: OTHER }, /^voice\/01-weigh\/fr:1 “extra\.ogg”: no place in voice\.json has it/],
  ["without voice.json", { "voice/02-sell/fr/a.ogg": OTHER }, /^voice\/02-sell\/fr\/voice\.json:1 no voice\.json/],
  ["whose voice.json is cut off", { [`${FR}/voice.json`]: '{"why": {' }, /fr\/voice\.json:1 .*comma or a quotation mark/],
  ["in a language that nobody writes, without its words", { [`${SHI}/voice.json`]: '{"why": {"file": "why.ogg"}}' }, /shi\/voice\.json:1 “why”: write what is said as "text"/],
  ["that is both whole and in sentences", { [`${FR}/voice.json`]: JSON.stringify({ why: { file: "why.ogg", text: "Sel", sentences: SENTENCES } }) }, /either text or sentences/],
  ["whose sentences run back", { [`${FR}/voice.json`]: JSON.stringify({ why: { file: "why.ogg", sentences: [{ at: 3, text: "Un sac de sel" }, { at: 1, text: "coûte" }] } }) }, /“why”: .*each sentence begins after the one before/],
  ["whose sentences outlast it", { [`${FR}/voice.json`]: JSON.stringify({ why: { file: "why.ogg", sentences: [{ at: 12, text: "Un sac" }] } }) }, /the last before second 10/],
  ["in no language of ours", { "voice/01-weigh/zgh/voice.json": "{}" }, /^voice\/01-weigh\/zgh:1 no language is called so: name the folder ary, shi/],
  ["of no lesson", { "voice/09-lost/fr/voice.json": "{}" }, /^voice\/09-lost:1 no lesson is called so/],
  ["of no item", { [`${QUIZ}/voice.json`]: '{"q9/prompt": {"file": "q1.ogg"}}' }, /^voice\/quiz\/fr\/voice\.json:1 “q9\/prompt” is no place here: write one of q1\/prompt/],
  ["beside a block called title", { "lessons/01-weigh.fr.md": (SMALL_COURSE["lessons/01-weigh.fr.md"] ?? "").replace("{#why}", "{#title}") }, /“title” is the lesson's own/],
  ["in a lesson called quiz", { "course.json": (SMALL_COURSE["course.json"] ?? "").replaceAll("02-sell", "quiz") }, /^course\.json:\d+ .*“quiz” is taken by the quiz/],
])("a recording %s is refused with its file and what to do", (_, over, fault) => {
  expect(faultsOf(over)).toContainEqual(expect.stringMatching(fault));
}); // prettier-ignore
