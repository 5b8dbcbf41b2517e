import { type Filled, photosOf, type Why } from "@twiza/client/observe";
import { save } from "../save.ts";
import { here } from "./here.svelte.ts";

/** An observation that nobody takes, as a file with its photos: plain text that any program reads. PINs are no part of it. */
export async function exported(filled: Filled, why: Why): Promise<void> {
  const { pins: _, ...body } = filled.body;
  const kept = await photosOf(here.observer(), filled.id);
  const photos = kept.map(({ type, bytes }) => `data:${type};base64,${base64(bytes)}`);
  const { learnerName, title, judgement } = filled;
  const text = JSON.stringify({ learnerName, title, judgement, ...body, why, photos }, null, 2);
  save(new File([text], `${filled.id}.json`, { type: "application/json" }));
}

function base64(bytes: ArrayBuffer): string {
  let text = "";
  for (const byte of new Uint8Array(bytes)) text += String.fromCharCode(byte);
  return btoa(text);
}
