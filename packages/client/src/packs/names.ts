/**
 * How things are called in a file that hands a course on. Its pieces lie under `content/` by their hashes; so does, under
 * `choice/`, what the other phone had chosen, so that no byte of it changes unseen.
 */
export const NAMES = { signature: "signature.jws", index: "index.json" };
export const [PIECE, CHOICE] = ["content/", "choice/"];
