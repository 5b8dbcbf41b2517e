import { readFileSync } from "node:fs";
import type { DraftBlock, LibraryItem } from "@twiza/contract";
import { someVideo, type VideoWish } from "@twiza/core/testing/videos";
import { type House, newIntent, type Visitor } from "./house.ts";
import { bring } from "./pictures.ts";

/** Somebody speaks, for some seconds: what is heard in any video for tests. */
export const someSound = (): Uint8Array =>
  readFileSync("packages/content/courses/keep-the-cash-book/media/07-to-the-year.ar.ogg");

/** Posts a video and its sound alone as a browser does, and says how both are taken as one. */
export async function broughtVideo(
  house: House,
  visitor: Visitor,
  { bytes, sound = someSound() }: { readonly bytes: Uint8Array; readonly sound?: Uint8Array },
) {
  const [intentId, beside] = [newIntent(), newIntent()];
  await bring(visitor, { house, intentId: beside, type: "audio/ogg", bytes: sound });
  await bring(visitor, { house, intentId, type: "video/mp4", bytes });
  return { body: { intentId, name: "geste.mp4", sound: beside } };
}

export type VideoItem = Extract<LibraryItem, { kind: "video" }>;

/** A video in the library, with its sound. */
export async function bringVideo(
  house: House,
  visitor: Visitor,
  wish: VideoWish = {},
): Promise<VideoItem> {
  const bytes = await someVideo({ seconds: 60, ...wish });
  const item = await visitor.do("takeUpload", await broughtVideo(house, visitor, { bytes }));
  if (item.kind !== "video") throw new Error("it was taken as something else");
  return item;
}

/** It in a lesson, with these words under its pictures. */
export const videoBlock = (
  { media, sound, seconds }: VideoItem,
  said: readonly string[],
): Extract<DraftBlock, { kind: "video" }> => ({
  kind: "video",
  ...{ media, sound, seconds },
  title: "Trier les amandes",
  transcript: "On pose, on trie, on pèse.",
  captions: said.map((text, at) => ({ from: at * 2000, to: at * 2000 + 1800, text })),
});
