/** What leads to a first published lesson, with its words, in one file. */
export { default as Tour } from "./Tour.svelte";
export { TOUR } from "./volume.ts";
