import type { Documents, Papers, Pictures, Uploads } from "@twiza/core";

const fault = () => new Error("uploads are not for this function: its manifest does not name them");
const refuse = () => Promise.reject(fault());

/** For whoever takes nothing in: reaching for what came from outside is a bug that should be loud. */
export const noUploads: Uploads = { grant: refuse, get: refuse, remove: refuse };
export const noPictures: Pictures = { redraw: refuse, forPaper: refuse };
export const noDocuments: Documents = {
  look: () => {
    throw fault();
  },
};

const noPaper = () =>
  Promise.reject(new Error("papers are not for this function: its manifest does not name them"));
/** For whoever makes no papers. */
export const noPapers: Papers = { pdf: noPaper, drawing: noPaper, shareImage: noPaper };
