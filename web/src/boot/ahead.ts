import type { Language } from "@twiza/contract/where";
import { LEARNER_MARK, SIGNED_IN_MARK } from "@twiza/contract/mark";
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
const coming: Promise<unknown>[] = [];
window.asked = (address) => {
  const answer = answers.get(address);
  answers.delete(address);
  return answer;
};
const language = root.lang as Language;
const page = AHEAD.pages.find(([pattern]) => new RegExp(pattern).test(path));
if (page && !root.hidden) {
  // What there is to read comes in two steps, each a way to and fro, while the scripts come in one: so it is asked for first.
  // Whoever was chosen without network is told to the server before.
  if (navigator.onLine && kept("chosen") === "") askAhead();
  window.askedAhead = Promise.allSettled(coming);
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

/** An enrolment, or what a course is to a visitor, and where the lesson lies that was asked about. */
type Course = {
  readonly manifest?: string;
  readonly course?: { readonly manifest: string };
  readonly bodies?: Readonly<Record<string, string>>;
};

function askAhead(): void {
  const isHere = document.cookie.includes(SIGNED_IN_MARK);
  if (isHere) void ask("/api/me");
  if (isHere && path === "/courses") void ask("/api/enrolments");
  if (path === "/learn") void ask("/api/catalogue");
  const [, courseId, lessonId] = /^\/learn\/(\w+)(?:\/(?:(les_\w+)|quiz))?$/.exec(path) ?? [];
  if (!courseId) return;
  // Who has no learner yet is refused what is a learner's. Whoever has just signed in here is known by her mark alone.
  const isLearner = isHere && (document.cookie + kept("learner")).includes(LEARNER_MARK);
  const about = lessonId ? `?lessonId=${lessonId}` : "";
  const offered = ask(`/api/catalogue/${courseId}`, about);
  const hers = isLearner ? ask(`/api/enrolments/${courseId}`, about) : offered;
  // What fails here is asked for again by the page, which knows how to say so.
  coming.push(follow(hers).catch(() => follow(offered)));
}

/**
 * The answer waits for the page, which takes it by its address in place of asking itself (`lib/api.ts`, `lib/content.ts`). What is
 * asked `about` is for what follows here alone.
 */
function ask(address: string, about = ""): Promise<unknown> {
  const answer = answerTo(address + about).then((given) =>
    // A server that was put back to an earlier version does not know that it can be asked about something.
    about && given.response.status === 400 ? answerTo(address) : given,
  );
  answers.set(address, answer);
  const body = answer.then((given) => given.body);
  // Whoever takes the answer hears of its failure; perhaps nobody does.
  body.catch(() => undefined);
  coming.push(body);
  return body;
}

function answerTo(address: string): Promise<Answer> {
  return answerFrom(address, {
    headers: { accept: "application/json", "accept-language": language, "x-twiza": "1" },
  });
}

/** The list of lessons, and the one that is opened, at once. */
async function follow(course: Promise<unknown>): Promise<unknown> {
  const { manifest, course: offered, bodies } = (await course) as Course;
  const hashes = [manifest ?? offered?.manifest, bodies?.[kept("reading")] ?? bodies?.[language]];
  if (hashes[0] === undefined) throw new Error();
  return Promise.all(hashes.flatMap((hash) => (hash ? [ask(`/content/${hash}`)] : [])));
}
