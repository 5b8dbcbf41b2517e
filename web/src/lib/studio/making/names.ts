async function hexOf(bytes: BufferSource): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
/** SHA-256 of a text in hex. */
const digestOf = (text: string): Promise<string> => hexOf(new TextEncoder().encode(text));
/** SHA-256 of a file in hex. */
export const digestOfFile = async (file: Blob): Promise<string> => hexOf(await file.arrayBuffer());

export type Names = {
  readonly courseId: string;
  /** The intent of one request, which is another for another request. */
  readonly intentFor: (request: unknown) => Promise<string>;
};

/**
 * The names that bringing a file in uses, made of the file itself and of who brings it: whoever begins again, be it after a day
 * and on another computer, asks for the very same things, which are done once. `again` makes another course of the same file.
 */
export async function namesFor(of: {
  readonly file: string;
  /** Whoever it is, in whichever organisation. */
  readonly by: readonly (string | undefined)[];
  readonly again?: string | undefined;
}): Promise<Names> {
  const { file, by, again = "" } = of;
  const run = await digestOf(JSON.stringify([file, by, again]));
  return {
    courseId: `crs_${run.slice(0, 32)}`,
    intentFor: async (request) => uuidOf(await digestOf(run + JSON.stringify(request))),
  };
}

/** Laid out as the intents that pages make of the time. */
const uuidOf = (hash: string): string =>
  `${hash.slice(0, 8)}-${hash.slice(8, 12)}-7${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
