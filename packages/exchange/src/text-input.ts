import { bytesOf, type Input } from "./source.ts";
import { decodeText } from "./text/decode-text.ts";

type Limits = { readonly most: number; readonly signal?: AbortSignal | undefined };

/**
 * A text file as lines that end alike, whatever program wrote it: its alphabet is guessed, the mark of order is taken off.
 * @throws ExchangeFault `file.*`, `text.binary`; and what the signal was aborted with
 */
export async function textOf(input: string | Input, limits: Limits): Promise<string> {
  const text = typeof input === "string" ? input : decodeText(await bytesOf(input, limits)).text;
  return text.replace(/^\uFEFF/, "").replaceAll(/\r\n?/g, "\n");
}
