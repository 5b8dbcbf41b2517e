/** Speaks the sample courses where people have not: see the README beside. Needs espeak-ng and opusenc. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Language, type LessonBody, LANGUAGES } from "@twiza/contract";
import { divideIn, sentencesOf } from "@twiza/contract/sentence";
import { messages } from "@twiza/messages/welcome";
import * as z from "zod";
import { type CourseSource, readCourse } from "../src/course.ts";
import { wordsOfItem, wordsOfLesson } from "../src/spoken-words.ts";
import { hashOf, stableId } from "../src/stable-id.ts";
import { SPEAKERS, takeOf } from "../src/take.ts";
import { speak } from "./speech.ts";

const COURSES = join(import.meta.dirname, "../courses");
const SPOKEN = join(import.meta.dirname, "spoken.json");

/** What is spoken whole, place by place, as a sample of how much that is: two megabytes for one lesson in three languages. */
const WHOLE_LESSONS = ["create-and-govern-a-cooperative/01-why"];
/** Items of a quiz, for the same reason only some. */
const ITEMS: Readonly<Record<string, readonly string[]>> = {
  "create-and-govern-a-cooperative": ["q1", "q2", "q3"],
};
const ITEM_LANGUAGES: readonly Language[] = ["fr", "ar"];

/** The recordings that are up to date: path to take. */
const spoken = z
  .record(z.string(), z.string())
  .parse(existsSync(SPOKEN) ? JSON.parse(readFileSync(SPOKEN, "utf8")) : {});

const cut = (words: string, language: Language): string[] =>
  sentencesOf(words, divideIn(language)).map(({ from, to }) => words.slice(from, to));

/** Speaks `words` into `name`, unless it holds them already; the sentences and when each begins, if it was spoken now. */
function record(name: string, words: string, language: Language) {
  const settings = SPEAKERS[language];
  if (!settings) return undefined;
  const take = takeOf(settings, words);
  const file = join(COURSES, name);
  if (spoken[name] === take && existsSync(file)) return undefined;
  const sentences = cut(words, language);
  const starts = speak(sentences, settings, file);
  spoken[name] = take;
  process.stdout.write(`${name}\n`);
  return sentences.map((text, index) => ({ at: starts[index] ?? 0, text }));
}

/** The words of the audio block, unless somebody has recorded it under another name. */
function transcriptFor(file: string, body: LessonBody): string | undefined {
  const block = body.blocks.find(({ kind }) => kind === "audio");
  if (block?.kind !== "audio") return undefined;
  const ours =
    !block.media || (existsSync(file) && hashOf(readFileSync(file)) === block.media.hash);
  return ours ? block.transcript : undefined;
}

function recordBlock(slug: string, lesson: string, body: LessonBody): void {
  const name = `${slug}/media/${lesson}.${body.language}.ogg`;
  const transcript = transcriptFor(join(COURSES, name), body);
  if (transcript !== undefined) record(name, transcript, body.language);
}

type VoiceFile = Record<string, { file: string; sentences?: unknown }>;

/** Speaks every place of `words` into a voice folder, and writes its voice.json. */
function recordVoice(folder: string, words: ReadonlyMap<string, string>, language: Language): void {
  if (!SPEAKERS[language]) return;
  const path = join(COURSES, folder);
  mkdirSync(path, { recursive: true });
  const json = join(path, "voice.json");
  // What was written here before is what this very function wrote.
  const before = (existsSync(json) ? JSON.parse(readFileSync(json, "utf8")) : {}) as VoiceFile;
  const after = [...words].map(([place, said]) => {
    const file = `${place.replaceAll("/", ".")}.ogg`;
    const sentences = record(`${folder}/${file}`, said, language) ?? before[place]?.sentences;
    return [place, { file, sentences }] as const;
  });
  writeFileSync(json, `${JSON.stringify(Object.fromEntries(after), null, 2)}\n`);
}

/** The words of a lesson, without those of audio blocks: they have recordings of their own. */
const placesFor = (body: LessonBody): Map<string, string> => {
  const own = body.blocks.filter(({ kind }) => kind === "audio").map(({ key }) => key);
  return new Map([...wordsOfLesson(body)].filter(([place]) => !own.includes(place)));
};

function recordQuiz({ slug, items }: CourseSource): void {
  for (const language of ITEM_LANGUAGES) {
    const words = (ITEMS[slug] ?? []).flatMap((key) => {
      const item = items.find(({ id }) => id === stableId("item", `${slug}/${key}`));
      const places = item ? [...wordsOfItem(item, language)] : [];
      return places.map(([place, said]) => [`${key}/${place}`, said] as const);
    });
    if (words.length > 0) recordVoice(`${slug}/voice/quiz/${language}`, new Map(words), language);
  }
}

for (const slug of readdirSync(COURSES)) {
  const course = readCourse(join(COURSES, slug));
  for (const { key, bodies } of course.modules.flatMap(({ lessons }) => lessons))
    for (const language of LANGUAGES) {
      const body = bodies.get(language);
      if (!body) continue;
      recordBlock(slug, key, body);
      if (WHOLE_LESSONS.includes(`${slug}/${key}`))
        recordVoice(`${slug}/voice/${key}/${language}`, placesFor(body), language);
    }
  recordQuiz(course);
}

/** What the welcome says in each language: whoever cannot read finds her own by ear. */
const GREETINGS = "../../../web/static/greetings";
for (const language of LANGUAGES) {
  const greeting = [messages[language]["welcome.title"](), messages[language]["welcome.lead"]()];
  record(join(GREETINGS, `${language}.ogg`), greeting.join(". "), language);
}

const kept = Object.entries(spoken)
  .filter(([name]) => existsSync(join(COURSES, name)))
  .sort(([a], [b]) => (a < b ? -1 : 1));
writeFileSync(SPOKEN, `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`);
