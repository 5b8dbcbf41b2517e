/** `bytes=a-b`, `bytes=a-` and `bytes=-n`: one range, as players ask (RFC 9110 §14). */
const RANGE = /^bytes=(?:(\d+)-(\d*)|-(\d+))$/;

/**
 * The part of a whole answer that a `Range` header asks for: 206, or 416 when there is no such part. A range that cannot be read
 * gets the whole, as the standard has it.
 */
export async function partOf(whole: Response, range: string): Promise<Response> {
  const asked = RANGE.exec(range);
  if (!asked) return whole;
  const bytes = await whole.blob();
  const [, from, to, last] = asked;
  const start = from === undefined ? Math.max(0, bytes.size - Number(last)) : Number(from);
  const end = Math.min(to ? Number(to) : bytes.size - 1, bytes.size - 1);
  if (start > end)
    return new Response(null, {
      status: 416,
      headers: { "content-range": `bytes */${bytes.size}` },
    });
  const part = bytes.slice(start, end + 1, bytes.type);
  return answer(part, whole, { start, end, size: bytes.size });
}

/** The whole as the answer to "from the beginning on": it need not have come in yet. Without its length it stays a whole. */
export function wholeAsPart(whole: Response): Response {
  const size = Number(whole.headers.get("content-length"));
  if (!(size > 0) || whole.headers.has("content-encoding")) return whole;
  return answer(whole.body, whole, { start: 0, end: size - 1, size });
}

type Part = { readonly start: number; readonly end: number; readonly size: number };

function answer(body: BodyInit | null, whole: Response, { start, end, size }: Part): Response {
  const headers = new Headers(whole.headers);
  headers.set("content-range", `bytes ${start}-${end}/${size}`);
  headers.set("content-length", String(end - start + 1));
  headers.set("accept-ranges", "bytes");
  return new Response(body, { status: 206, statusText: "Partial Content", headers });
}
