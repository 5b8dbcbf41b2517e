import { type Hash, type LibraryItem, Media } from "@twiza/contract";

/** What a block says, of whatever kind: pictures and recordings stand in it at places that only its kind knows. */
const membersOf = (value: unknown): readonly unknown[] =>
  typeof value === "object" && value !== null ? Object.values(value) : [];

const mediaAt = (value: unknown): Media | undefined =>
  typeof value === "object" && value !== null && "hash" in value
    ? Media.safeParse(value).data
    : undefined;

/** The pictures and recordings in a block, each as often as it stands there. Kinds of block that come later need no word here. */
export function mediaIn(value: unknown): readonly Media[] {
  const media = mediaAt(value);
  return media ? [media] : membersOf(value).flatMap(mediaIn);
}

/** What stands in place of a picture or a recording; a recording comes with its length, a video with its sound, if it has any. */
export type Other = {
  readonly media: Media;
  readonly seconds?: number;
  readonly sound?: Media | undefined;
};

export function otherOf({ media, ...item }: LibraryItem): Other {
  if (item.kind === "video") return { media, seconds: item.seconds, sound: item.sound };
  return item.kind === "audio" ? { media, seconds: item.seconds } : { media };
}

/** The same with another in place of each that has this hash. What has none is given back as it is. */
export function withOther(value: unknown, from: Hash, other: Other): unknown {
  if (!mediaIn(value).some(({ hash }) => hash === from)) return value;
  if (mediaAt(value)) return other.media;
  if (Array.isArray(value)) return value.map((each: unknown) => withOther(each, from, other));
  const swapped = Object.fromEntries(
    Object.entries(value as object).map(([name, each]) => [name, withOther(each, from, other)]),
  );
  const isOwn = mediaAt((value as { media?: unknown }).media)?.hash === from;
  const hasLength = isOwn && "seconds" in swapped && other.seconds !== undefined;
  if (!hasLength) return swapped;
  const { sound: _, ...rest } = swapped;
  return "sound" in other
    ? { ...rest, seconds: other.seconds, ...(other.sound ? { sound: other.sound } : {}) }
    : { ...swapped, seconds: other.seconds };
}
