import { dropPhoto, type Draft, keepPhoto } from "@twiza/client/observe";
import { newIntent } from "../intent.ts";
import { reduced } from "../media/reduce.ts";
import { here } from "./here.svelte.ts";

/** The draft with one photo more, made small and without the place where it was taken. Nothing where this phone cannot open it. */
export async function withPhoto(draft: Draft, file: File): Promise<Draft | undefined> {
  // A browser that draws on no canvas beside the page opens none either.
  const parcel = await reduced(file).catch(() => undefined);
  if (!parcel) return undefined;
  const photo = { intentId: newIntent(), type: parcel.type };
  const bytes = await parcel.blob.arrayBuffer();
  const next = { ...draft, photos: [...draft.photos, photo] };
  const isKept = await here.keep((observer) => keepPhoto(observer, next, { ...photo, bytes }));
  return isKept ? next : draft;
}

export async function withoutPhoto(draft: Draft, intentId: string): Promise<Draft> {
  const photos = draft.photos.filter((photo) => photo.intentId !== intentId);
  const next = { ...draft, photos };
  await here.keep((observer) => dropPhoto(observer, next, intentId));
  return next;
}
