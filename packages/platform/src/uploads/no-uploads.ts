import type { Pictures, Uploads } from "@twiza/core";

const refuse = () =>
  Promise.reject(new Error("uploads are not for this function: its manifest does not name them"));

/** For whoever takes nothing in: reaching for what came from outside is a bug that should be loud. */
export const noUploads: Uploads = { grant: refuse, get: refuse, remove: refuse };
export const noPictures: Pictures = { redraw: refuse };
