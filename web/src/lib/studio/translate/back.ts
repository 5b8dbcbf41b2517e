/** What takes a translation back, in one file: with its parts asked for one by one, the bundler's own words for that would be on every page. */
export { default as TranslationSheet } from "./TranslationSheet.svelte";
export { translatedLesson } from "./lesson.ts";
export { changesOf } from "./proposal.ts";
