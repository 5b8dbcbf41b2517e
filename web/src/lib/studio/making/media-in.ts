import type { Media } from "@twiza/contract";

const isMedia = (value: object): value is Media =>
  "hash" in value && "type" in value && "bytes" in value;

/** Every picture and recording that something names, each once. */
export function mediaIn(value: unknown, found = new Map<string, Media>()): Map<string, Media> {
  if (typeof value !== "object" || value === null) return found;
  if (isMedia(value)) found.set(value.hash, value);
  else for (const inside of Object.values(value)) mediaIn(inside, found);
  return found;
}

/** By its hash, what takes the place of a medium; nothing for one that could not be brought. */
export type Replaced = ReadonlyMap<string, Media | undefined>;

const GONE = Symbol("gone");

/** Of a question: a picture without its medium is none, whatever is said of it. */
const isLost = (value: unknown, media: Replaced): boolean =>
  typeof value === "object" &&
  value !== null &&
  "media" in value &&
  replaced(value.media, media) === GONE;

/** The same with other media. Where one could not be brought, whatever it is the `media` of has none. */
function replaced(value: unknown, media: Replaced): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((inside) => replaced(inside, media));
  if (isMedia(value)) return media.has(value.hash) ? (media.get(value.hash) ?? GONE) : value;
  const members = Object.entries(value).map(([key, inside]) => [
    key,
    key === "picture" && isLost(inside, media) ? GONE : replaced(inside, media),
  ]);
  return Object.fromEntries(members.filter(([, inside]) => inside !== GONE));
}

/** Something of the contract with other media: what it is stays, but that a medium that is gone leaves no trace. */
export const withMedia = <T>(value: T, media: Replaced): T => replaced(value, media) as T;

/** Recordings of places without those whose medium is gone; nothing when no place is left. */
export function heard<T extends Readonly<Record<string, { readonly media: Media }>>>(
  parts: T,
  media: Replaced,
): T | undefined {
  const left = Object.entries(withMedia(parts, media)).filter(([, part]) => "media" in part);
  return left.length > 0 ? (Object.fromEntries(left) as T) : undefined;
}
