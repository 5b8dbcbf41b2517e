import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { type Hash, type Language, type Media, MEDIA_TYPES } from "@twiza/contract";
import type { Voice } from "./block.ts";
import { type ContentFault, reportInto } from "./fault.ts";
import { oggSeconds } from "./ogg.ts";
import { hashOf } from "./stable-id.ts";

/** A file as it is kept. */
export type KeptMedia = { readonly bytes: Uint8Array; readonly type: Media["type"] };

/** The pictures and recordings of one course. */
export type MediaFolder = {
  readonly named: (src: string) => Media | undefined;
  readonly voice: (lesson: string, language: Language) => Voice | undefined;
  /** What has been asked for so far, by its hash. */
  readonly used: () => ReadonlyMap<Hash, KeptMedia>;
};

const typeOf = (name: string): Media["type"] | undefined => {
  // Widened: the table's keys are the types themselves.
  const types = Object.keys(MEDIA_TYPES) as Media["type"][];
  return types.find((type) => `.${MEDIA_TYPES[type]}` === extname(name));
};

/** What an SVG of ours never holds: it would run, or ask another server for something. */
const ACTIVE =
  /<script|<foreignObject|\son[a-z]+\s*=|javascript:|@import|(?:href|src)\s*=\s*["'](?!#|data:image\/)/i;

/** Opens the folder of a course's media; a picture that is not still is a fault. */
export function openMedia(folder: string, faults: ContentFault[]): MediaFolder {
  const names = new Set(existsSync(folder) ? readdirSync(folder) : []);
  const used = new Map<Hash, KeptMedia>();
  const known = new Map<string, Media>();

  const take = (name: string, type: Media["type"]): Media => {
    const bytes = readFileSync(join(folder, name));
    const active = type === "image/svg+xml" ? ACTIVE.exec(bytes.toString("utf8")) : null;
    const report = reportInto(faults, `media/${name}`);
    if (active) report(1, `“${active[0].trim()}” in a picture: draw it with plain shapes only`);
    if (type === "text/csv" && !bytes.toString("utf8").startsWith("\uFEFF"))
      report(1, "a table without its mark: save it as “CSV UTF-8”, with a byte order mark");
    const media = { hash: hashOf(bytes), type, bytes: bytes.length };
    used.set(media.hash, { bytes, type });
    known.set(name, media);
    return media;
  };
  const named = (src: string): Media | undefined => {
    const type = typeOf(src);
    // Only a name that stands in the folder: `../` leads nowhere.
    if (!type || !names.has(src)) return undefined;
    return known.get(src) ?? take(src, type);
  };
  const voice = (lesson: string, language: Language): Voice | undefined => {
    const name = `${lesson}.${language}.ogg`;
    const media = named(name);
    if (!media) return undefined;
    const kept = used.get(media.hash);
    return { media, seconds: kept ? oggSeconds(kept.bytes) : 0 };
  };
  return { named, voice, used: () => used };
}
