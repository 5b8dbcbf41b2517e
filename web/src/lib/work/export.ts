import { type Filled, pieceOf, type Why } from "@twiza/client/work";
import { save } from "../save.ts";
import { here } from "./here.svelte.ts";

/** Work that nobody takes, as a file with its pieces: plain text that any program reads. */
export async function exported({ id, title, body, pieces }: Filled, why: Why): Promise<void> {
  const parts: string[] = [];
  for (const { intentId, kind, name } of pieces) {
    const kept = await pieceOf(here.owner(), intentId);
    if (!kept) continue;
    const data = `data:${kept.type};base64,${base64(kept.bytes)}`;
    parts.push(JSON.stringify({ kind, name, data }, null, 2));
  }
  const { text, version, claims } = body;
  const head = JSON.stringify({ id, title, version, text, claims, why }, null, 2).slice(0, -2);
  // Put together of parts: as one text several videos would be more than a small phone can hold.
  const file = [head, `,\n  "pieces": [\n${parts.join(",\n")}\n]\n}\n`];
  save(new File(file, `${id}.json`, { type: "application/json" }));
}

function base64(bytes: ArrayBuffer): string {
  const all = new Uint8Array(bytes);
  const STEP = 0x80_00;
  let text = "";
  for (let at = 0; at < all.length; at += STEP)
    text += String.fromCharCode(...all.subarray(at, at + STEP));
  return btoa(text);
}
