import type { Draft } from "@twiza/contract";
import type { ContentLanguage } from "@twiza/contract/where";
import { alreadyIn } from "./already.ts";
import type { Document } from "./bringing.svelte.ts";
import { guessedLanguage, sampleOf } from "./guess.ts";
import { asTitle, type Choices } from "./plan.ts";

/** A new module, as a value among the existing ones. */
export const NEW = "new";

/** `Prix du safran` of `C:\Mes cours\Prix_du_safran.docx`. */
const nameOf = (file: string): string =>
  asTitle(file.replace(/^.*[\\/]/, "").replace(/\.[^.]{1,8}$/, "").replaceAll("_", " ")); // prettier-ignore

/** What she decides about a document before it is brought in, beginning with what is most likely. */
export function choosing(courseId: string, document: Document, draftNow: () => Draft) {
  const { reading, fingerprint, name } = document;
  const { lessons, title } = reading;
  const guess = guessedLanguage(sampleOf(lessons), draftNow().sourceLanguage);
  let language = $state<ContentLanguage>(guess);
  let wish = $state<"missing" | "again">("missing");
  let moduleId = $state(NEW);
  let moduleTitle = $state(asTitle(title ?? "") || nameOf(name));
  const chosen = $state(
    lessons.map((lesson) => ({
      // The only lesson of a document without a title is called as its file.
      title: lesson.title || (lessons.length === 1 ? nameOf(name) : ""),
      isTaken: true,
    })),
  );
  const already = $derived(
    alreadyIn(draftNow(), { fingerprint, courseId, language, count: lessons.length }),
  );
  const isGoingOn = $derived(already.lessons.includes("there"));
  const isMissing = (at: number): boolean =>
    !isGoingOn || wish === "again" || already.lessons[at] === "none";

  return {
    guess,
    get language() {
      return language;
    },
    set language(one) {
      language = one;
    },
    get wish() {
      return wish;
    },
    set wish(one) {
      wish = one;
    },
    get moduleId() {
      return moduleId;
    },
    set moduleId(one) {
      moduleId = one;
    },
    get moduleTitle() {
      return moduleTitle;
    },
    set moduleTitle(one) {
      moduleTitle = one;
    },
    lessons: chosen,
    /** Some of the document is in the course already. */
    get isGoingOn() {
      return isGoingOn;
    },
    /** Where a lesson is that came before, as far as that matters. */
    whereIs: (at: number) => (isMissing(at) ? "none" : (already.lessons[at] ?? "none")),
    get isUnplaced() {
      return moduleId === "";
    },
    get isUnnamed() {
      return moduleId === NEW && asTitle(moduleTitle) === "";
    },
    get count() {
      return chosen.filter(({ isTaken }) => isTaken).length;
    },
    all: (): Choices => ({
      language,
      round: wish === "again" && isGoingOn ? already.free : already.round,
      into: moduleId === NEW ? { title: moduleTitle } : { moduleId },
      lessons: chosen.map((lesson) => ({ ...lesson })),
    }),
  };
}
