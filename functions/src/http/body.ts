import { Refused } from "@twiza/core";

/** A request body is a form somebody filled in or 25 learning events: 64 KiB is plenty. */
const MAX_BYTES = 64 * 1024;
/** Deep enough for a link in a list in a step of a lesson, shallow enough that no recursive reader can be driven into the ground. */
const MAX_DEPTH = 18;

/**
 * Reads a JSON body without trusting its length header.
 * @throws Refused `request.not_json`, `request.too_large`, `request.too_deep`, `request.malformed`
 */
export async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/json\s*(;|$)/i.test(type)) throw new Refused("request.not_json");
  const text = await readText(request);
  const { depth, members } = shapeOf(text);
  if (depth > MAX_DEPTH) throw new Refused("request.too_deep");
  const value = parse(text);
  // JSON.parse keeps the last of two equal names; whoever looked at the body before us may have kept the first.
  if (membersOf(value) !== members) throw new Refused("request.malformed");
  return value;
}

function parse(text: string): unknown {
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

/**
 * Depth and number of members as they are written: brackets and colons outside strings. Counted before anything recursive reads
 * the text, and no further than one bracket too many.
 */
function shapeOf(text: string): { readonly depth: number; readonly members: number } {
  let open = 0;
  let depth = 0;
  let members = 0;
  let inString = false;
  for (let at = 0; at < text.length && depth <= MAX_DEPTH; at++) {
    const char = text[at];
    if (inString) {
      if (char === "\\") at++;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === ":") members++;
    else if (char === "{" || char === "[") depth = Math.max(depth, ++open);
    else if (char === "}" || char === "]") open--;
  }
  return { depth, members };
}

/** How many members a value has, those of its members with them; no deeper than `MAX_DEPTH`. */
function membersOf(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const inside: readonly unknown[] = Object.values(value);
  const own = Array.isArray(value) ? 0 : inside.length;
  return inside.reduce<number>((sum, each) => sum + membersOf(each), own);
}
