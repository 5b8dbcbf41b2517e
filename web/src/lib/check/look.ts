import { check, MOST_BYTES, type Outcome } from "@twiza/credential/check";
import { aside } from "./aside.ts";
import { sources, trust } from "./sources.ts";

/** Looks at a text, or at the bytes of a file. */
export const look = async (given: Uint8Array | string): Promise<Outcome> =>
  check(given, {
    sources,
    now: new Date(),
    ...aside,
    ...(await trustOf()),
  });

async function trustOf() {
  const found = await trust();
  return found ? { trust: found } : {};
}

/** A picture that carries no credential itself may show a square. */
const PHOTO = /^image\/(?!svg)/;

/**
 * Looks at a file: at the certificate that it carries, or, in a photo, at the square in it. One that is larger than any certificate is
 * not read. `no_square`: a photo in which nothing was found.
 */
export async function lookAtFile(file: File): Promise<Outcome | "no_square"> {
  if (!PHOTO.test(file.type)) return look(await bytesOf(file));
  if (file.type === "image/png" && file.size <= MOST_BYTES) {
    const outcome = await look(await bytesOf(file));
    if (outcome.steps[0]?.state === "passed") return outcome;
  }
  const { squareIn } = await import("./photo.ts");
  const text = await squareIn(file);
  return text === undefined ? "no_square" : look(text);
}

/** At most one byte more than is taken: the check then says that it is too large. */
const bytesOf = async (file: File): Promise<Uint8Array> =>
  new Uint8Array(await file.slice(0, MOST_BYTES + 1).arrayBuffer());
