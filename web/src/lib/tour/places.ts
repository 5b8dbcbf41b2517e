import type { ContentLanguage } from "@twiza/contract/where";
import type { Step } from "./steps.ts";

/** Where a step is done: the page, what to look for there, and whether it is tapped or only pointed at. */
export type Place = {
  readonly path: string;
  readonly find: string;
  readonly isTapped: boolean;
};
type About = { readonly courseId: string; readonly source: ContentLanguage };

const LIST = "/office/courses";
const tapped = (path: string, name: string): Place => ({
  path,
  find: `[data-tour="${name}"] button`,
  isTapped: true,
});
const pointed = (path: string, find: string): Place => ({ path, find, isTapped: false });

/** The very control that a step begins with. Pages name theirs with `data-tour`. Pure. */
export function placeOf({ todo, lessonId, key }: Step, about: About | undefined): Place {
  if (!about || todo === "begin") return tapped(LIST, "begin");
  const course = `${LIST}/${about.courseId}`;
  const lesson = `${course}/lessons/${lessonId ?? ""}`;
  const block = (inside: string): Place =>
    pointed(lesson, `[id="${key ?? ""}"] .written ${inside}`);
  switch (todo) {
    case "summary":
      return pointed(course, `[data-tour="summary"] textarea[lang="${about.source}"]`);
    case "add":
      return { ...tapped(lesson, "add"), find: '[data-tour="add"]:last-child button' };
    case "words":
    case "practice":
      return block("[contenteditable=true]");
    case "picture":
      return block("button");
    case "alt":
      return block("textarea");
    case "preview":
      return { ...tapped(lesson, "preview"), find: '[data-tour="preview"] [aria-pressed="false"]' };
    case "test":
      return tapped(`${course}/test`, "item");
    case "ask":
    case "wait":
      return pointed(course, '[data-tour="ask"] button');
    default:
      return tapped(course, todo);
  }
}
