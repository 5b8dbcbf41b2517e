/** How things are called in a file that hands a course on; its pieces lie under `content/` by their hashes. */
export const NAMES = { signature: "signature.jws", index: "index.json", choice: "choice.json" };
export const PIECE = "content/";
