import {
  type Bodies,
  type Content,
  DraftManifest,
  DraftQuiz,
  Hash,
  LessonBody,
  type LessonId,
  type Manifest,
  type ManifestLesson,
  PackIndex,
  type Quiz,
  VoiceSheet,
} from "@twiza/contract";
import { moduleWeightOf, packWeightOf } from "@twiza/contract/pack-choice";
import type { Deps } from "../deps.ts";
import type { Blobs } from "../ports.ts";
import { canonicalJson } from "./canonical-json.ts";
import { mediaBytesOf } from "./pack.ts";
import { filesOfVoice } from "./voice.ts";

const decoder = new TextDecoder();

async function read(blobs: Blobs, hash: Hash): Promise<Uint8Array> {
  const bytes = await blobs.get(hash);
  if (!bytes) throw new Error(`blob ${hash} is missing`);
  return bytes;
}
const readJson = async (blobs: Blobs, hash: Hash): Promise<unknown> =>
  JSON.parse(decoder.decode(await read(blobs, hash)));

/** Parsed blobs by hash: immutable, so a warm process parses each once. Bounded, since a server lives long. */
const LIMIT = 200;
export function remembered<T, Name extends string = Hash>(
  parse: (deps: Deps, hash: Name) => Promise<T>,
) {
  const perDeps = new WeakMap<Deps, Map<string, Promise<T>>>();
  return (deps: Deps, hash: Name): Promise<T> => {
    const known = perDeps.get(deps) ?? new Map<string, Promise<T>>();
    perDeps.set(deps, known);
    const existing = known.get(hash);
    if (existing) return existing;
    const oldest = known.size >= LIMIT ? known.keys().next().value : undefined;
    if (oldest !== undefined) known.delete(oldest);
    const value = parse(deps, hash);
    known.set(hash, value);
    // A failed read must not be remembered: the next request tries again.
    value.catch(() => known.delete(hash));
    return value;
  };
}

/**
 * The manifest of a version or draft; that of a draft may lack what publishing asks for.
 * @throws when the blob is missing or is no manifest: a bug, not a refusal.
 */
export const readManifest = remembered(async (deps, hash): Promise<Manifest> =>
  DraftManifest.parse(await readJson(deps.publicBlobs, hash)),
);
/** The quiz with its keys. Stays on the server: what leaves passes through `publicItem`. */
export const readQuiz = remembered(async (deps, hash): Promise<Quiz> =>
  DraftQuiz.parse(await readJson(deps.privateBlobs, hash)),
);

/** What a published version weighs on a phone, from the list of its files. @throws as `readManifest` does */
export const readWeight = remembered(async (deps, hash) =>
  packWeightOf(PackIndex.parse(await readJson(deps.publicBlobs, hash))),
);

/** What each of its modules weighs, in their order. @throws as `readManifest` does */
export const readModuleWeights = remembered(async (deps, hash) => {
  const index = PackIndex.parse(await readJson(deps.publicBlobs, hash));
  const { modules } = await readManifest(deps, index.manifest.hash);
  return modules.map(({ lessons }) => moduleWeightOf(index, new Set(lessons.map(({ id }) => id))));
});

/** Where a lesson lies, by language; nothing when the course has no such lesson. */
export function bodiesOf({ modules }: Manifest, lessonId: LessonId): Bodies | undefined {
  const lesson = modules.flatMap(({ lessons }) => lessons).find(({ id }) => id === lessonId);
  if (!lesson) return undefined;
  const hashes = Object.entries(lesson.bodies).map(([language, body]) => [language, body?.hash]);
  return Object.fromEntries(hashes) as Bodies;
}

/** One lesson as it is written in one language. @throws as `readManifest` does */
export const readBody = async (deps: Deps, hash: Hash): Promise<LessonBody> =>
  LessonBody.parse(await readJson(deps.publicBlobs, hash));
/** The keys of a lesson's blocks, from the top: the same in each of its languages. @throws as `readManifest` does */
export const readBlockKeys = remembered(async (deps, hash) =>
  (await readBody(deps, hash)).blocks.map(({ key }) => key),
);
/** The voices of a lesson, one sheet for each language it is spoken in. @throws as `readManifest` does */
export const readVoices = ({ publicBlobs }: Deps, { voices }: Pick<ManifestLesson, "voices">) =>
  Promise.all(
    Object.values(voices ?? {}).flatMap((pointer) =>
      pointer ? [readSheet({ publicBlobs }, pointer.hash)] : [],
    ),
  );
/** The voices of a lesson in one language. @throws as `readManifest` does */
export const readSheet = async (
  { publicBlobs }: Pick<Deps, "publicBlobs">,
  hash: Hash,
): Promise<VoiceSheet> => VoiceSheet.parse(await readJson(publicBlobs, hash));

/** A public blob of JSON with its weight. @throws as `readManifest` does */
export async function readSized(
  { publicBlobs }: Deps,
  hash: Hash,
): Promise<{ readonly hash: Hash; readonly bytes: number; readonly value: unknown }> {
  const bytes = await read(publicBlobs, hash);
  return { hash, bytes: bytes.length, value: JSON.parse(decoder.decode(bytes)) };
}

/** Keeps one lesson in one language, as content of ours is kept wherever it was written, and answers where it lies. */
export async function keepBody(
  deps: Deps,
  body: LessonBody,
): Promise<{ readonly hash: Hash; readonly bytes: number; readonly mediaBytes: number }> {
  const bytes = canonicalJson(body);
  const hash = await deps.publicBlobs.put(bytes, "application/json");
  return { hash, bytes: bytes.length, mediaBytes: mediaBytesOf(body) };
}

/** Keeps a sheet of voices, and answers where it lies and what it weighs with its recordings. */
export async function keepVoices(
  deps: Deps,
  sheet: VoiceSheet,
): Promise<{ readonly hash: Hash; readonly bytes: number; readonly seconds: number }> {
  const bytes = canonicalJson(sheet);
  const recordings = filesOfVoice(sheet).reduce((sum, media) => sum + media.bytes, 0);
  return {
    hash: await deps.publicBlobs.put(bytes, "application/json"),
    bytes: bytes.length + recordings,
    seconds: Object.values(sheet.parts).reduce((sum, { seconds }) => sum + seconds, 0),
  };
}

/** Keeps a manifest and answers its name. */
export async function keepManifest(deps: Deps, manifest: Manifest): Promise<Hash> {
  const bytes = new TextEncoder().encode(JSON.stringify(manifest));
  return deps.publicBlobs.put(bytes, "application/json");
}

/** Keeps a quiz with its keys, where only the server reads. */
export const keepQuiz = (deps: Deps, quiz: Quiz): Promise<Hash> =>
  deps.privateBlobs.put(new TextEncoder().encode(JSON.stringify(quiz)), "application/json");

/** How long its lessons take together, in minutes. */
export const minutesOf = ({ modules }: Manifest): number =>
  modules.flatMap(({ lessons }) => lessons).reduce((sum, { minutes }) => sum + minutes, 0);

export const sameContent = (a: Content, b: Content): boolean =>
  a.manifest === b.manifest && a.quiz === b.quiz;
