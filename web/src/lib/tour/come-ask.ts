/** The way back to the guide, with its words, in one file. */
export { default as AskTour } from "./AskTour.svelte";
export { TOUR } from "./volume.ts";
