import type { Draft, KeptPhoto, PhotoName } from "@twiza/client/observe";
import { newIntent } from "../intent.ts";
import { reduced } from "../media/reduce.ts";

/** A photo made small and without the place where it was taken. Nothing where this phone cannot open it. */
export async function photoFrom(file: File): Promise<KeptPhoto | undefined> {
  // A browser that draws on no canvas beside the page opens none either.
  const parcel = await reduced(file).catch(() => undefined);
  if (!parcel) return undefined;
  const bytes = await parcel.blob.arrayBuffer();
  return { intentId: newIntent(), type: parcel.type, bytes };
}

export const withPhoto = (draft: Draft, { intentId, type }: PhotoName): Draft => ({
  ...draft,
  photos: [...draft.photos, { intentId, type }],
});

export const withoutPhoto = (draft: Draft, intentId: string): Draft => ({
  ...draft,
  photos: draft.photos.filter((photo) => photo.intentId !== intentId),
});
