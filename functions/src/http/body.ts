import { Refused } from "@twiza/core";

/** A request body is a form somebody filled in or 25 learning events: 64 KiB is plenty. */
const MAX_BYTES = 64 * 1024;
/** Deep enough for anything we ask, shallow enough that no recursive reader can be driven into the ground. */
const MAX_DEPTH = 12;

/**
 * Reads a JSON body without trusting its length header.
 * @throws Refused `request.not_json`, `request.too_large`, `request.too_deep`, `request.malformed`
 */
export async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/json\s*(;|$)/i.test(type)) throw new Refused("request.not_json");
  const text = await readText(request);
  if (isTooDeep(text)) throw new Refused("request.too_deep");
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused("request.malformed");
  }
}

async function readText(request: Request): Promise<string> {
  if (Number(request.headers.get("content-length") ?? 0) > MAX_BYTES)
    throw new Refused("request.too_large");
  const chunks: Uint8Array[] = [];
  let size = 0;
  const stream: ReadableStream<Uint8Array> | null = request.body;
  for await (const chunk of stream ?? []) {
    size += chunk.byteLength;
    if (size > MAX_BYTES) throw new Refused("request.too_large");
    chunks.push(chunk);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new Refused("request.malformed");
  }
}

/** Counts brackets outside strings, so that depth is known before anything recursive reads the text. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (inString) {
      if (char === "\\") at++;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === "{" || char === "[") {
      if (++depth > MAX_DEPTH) return true;
    } else if (char === "}" || char === "]") depth--;
  }
  return false;
}
