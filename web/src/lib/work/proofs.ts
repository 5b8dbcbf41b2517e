import { call, type Reply } from "../api.ts";
import "./here.svelte.ts";

/** Which submission a piece is part of. */
export type Of = { readonly cohortId: string; readonly submissionId: string };
type Stretch = Reply<"readProof">;

/** One piece of what was handed in, or of what was said to it. It is private: each is asked for by name, stretch by stretch. @throws Problem */
export async function readProof(of: Of, hash: string): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let from: number | undefined;
  let type: string;
  do {
    const stretch: Stretch = await call("readProof", { params: { ...of, hash }, query: { from } });
    parts.push(bytesIn(stretch.base64));
    [from, type] = [stretch.next, stretch.type];
  } while (from !== undefined);
  return new Blob(parts, { type });
}

function bytesIn(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}
