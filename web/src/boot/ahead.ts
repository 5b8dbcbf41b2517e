import type { Language } from "@twiza/contract/where";
import { SIGNED_IN_MARK } from "@twiza/contract/mark";
import { type Answer, answerFrom } from "../lib/answer.ts";
import { kept } from "../lib/kept.ts";

/** What the build knows of its own files: see `scripts/ahead.ts`. */
declare const AHEAD: {
  /** Sentences of each language: those of a lesson, and those of the other pages of a learner. */
  readonly words: Record<Language, readonly [lesson: string, learner: string]>;
  /** Pages by a pattern of their path, the first that fits, with how many of the sentences they want. */
  readonly pages: readonly (readonly [path: string, words: number, files: readonly string[]])[];
};

/*
 * Asks at once for what this page will need. Its own scripts would find that out one after another, and on a slow network each time
 * costs half a second: first the start, then the sentences, the page, the course, its list of lessons, the lesson. Written into the
 * one page that is served for whatever address, after the boot, which has set the language.
 */
const path = location.pathname;
const root = document.documentElement;
const answers = new Map<string, Promise<Answer>>();
window.asked = (address) => {
  const answer = answers.get(address);
  answers.delete(address);
  return answer;
};
const language = root.lang as Language;
const page = AHEAD.pages.find(([pattern]) => new RegExp(pattern).test(path));
if (page && !root.hidden) {
  // What there is to read comes in three steps, each a way to and fro, while the scripts come in one: so it is asked for first.
  // Whoever was chosen without network is told to the server before.
  if (navigator.onLine && kept("chosen") === "") askAhead();
  const [, words, files] = page;
  for (const file of [...AHEAD.words[language].slice(0, words), ...files]) bring(file);
}

function bring(file: string): void {
  const link = document.createElement("link");
  const isStyle = file.endsWith("css");
  link.rel = isStyle ? "preload" : "modulepreload";
  if (isStyle) link.as = "style";
  // As the app itself asks for its styles: asked for in two ways, one file comes twice.
  link.crossOrigin = "";
  link.href = `/_app/immutable/${file}`;
  document.head.append(link);
}

type Lesson = { readonly id: string; readonly bodies: Readonly<Record<string, { hash: string }>> };
type Manifest = { readonly modules: readonly { readonly lessons: readonly Lesson[] }[] };
/** An enrolment, or what a course is to a visitor. */
type Course = { readonly manifest?: string; readonly course?: { readonly manifest: string } };

function askAhead(): void {
  const isHere = document.cookie.includes(SIGNED_IN_MARK);
  if (isHere) void ask("/api/me");
  if (isHere && path === "/courses") void ask("/api/enrolments");
  if (path === "/learn") void ask("/api/catalogue");
  const [, courseId, lessonId] = /^\/learn\/(\w+)(?:\/(\w+))?$/.exec(path) ?? [];
  if (!courseId) return;
  // Who has no learner yet is refused what is a learner's.
  const isLearner = isHere && kept("learner").startsWith("lrn_");
  const offered = ask(`/api/catalogue/${courseId}`);
  const hers = isLearner ? ask(`/api/enrolments/${courseId}`) : offered;
  // What fails here is asked for again by the page, which knows how to say so.
  void follow(hers, lessonId)
    .catch(() => follow(offered, lessonId))
    .catch(() => undefined);
}

/** The answer waits for the page, which takes it in place of asking itself (`lib/api.ts`, `lib/content.ts`). */
function ask(address: string): Promise<unknown> {
  const answer = answerFrom(address, {
    headers: { accept: "application/json", "accept-language": language, "x-twiza": "1" },
  });
  answers.set(address, answer);
  const body = answer.then((given) => given.body);
  // Whoever takes the answer hears of its failure; perhaps nobody does.
  body.catch(() => undefined);
  return body;
}

async function follow(course: Promise<unknown>, lessonId: string | undefined): Promise<void> {
  const { manifest, course: offered } = (await course) as Course;
  const { modules } = (await contentOf(manifest ?? offered?.manifest)) as Manifest;
  const lesson = modules.flatMap(({ lessons }) => lessons).find(({ id }) => id === lessonId);
  if (lesson) await contentOf((lesson.bodies[kept("reading")] ?? lesson.bodies[language])?.hash);
}

async function contentOf(hash: string | undefined): Promise<unknown> {
  if (hash === undefined) throw new Error();
  return ask(`/content/${hash}`);
}
