import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  AUDIO_LANGUAGES,
  type AudioLanguage,
  type Hash,
  isAudioLanguage,
  isLanguage,
  type Language,
  VoicePart,
} from "@twiza/contract";
import { lineOf } from "./course-file.ts";
import { type ContentFault, type Report, reportInto } from "./fault.ts";
import { type KeptMedia, type MediaFolder, openMedia } from "./media.ts";
import { oggSeconds } from "./ogg.ts";
import type { SpokenWords } from "./spoken-words.ts";
import { readVoiceFile, saidIn, type Spoken } from "./voice-file.ts";

/** The recordings of a lesson or of the quiz, by audio language and place. */
export type Voices = ReadonlyMap<AudioLanguage, ReadonlyMap<string, VoicePart>>;

/** Whose voice is read: its folder within the course, every place it has, and its words where it is written. */
export type VoiceOf = {
  readonly folder: `voice/${string}`;
  readonly places: readonly string[];
  readonly words: (language: Language) => SpokenWords | undefined;
};

type Room = {
  readonly course: string;
  readonly faults: ContentFault[];
  /** Takes in the files that a voice uses. */
  readonly keep: (hash: Hash, media: KeptMedia) => void;
};

/** Reads `voice/<lesson>/<audio language>/`; what is not recorded is simply not there. */
export function readVoices(room: Room, of: VoiceOf): Voices {
  const path = join(room.course, of.folder);
  const names = existsSync(path) ? readdirSync(path) : [];
  const voices = names.flatMap((name): [AudioLanguage, ReadonlyMap<string, VoicePart>][] => {
    if (isAudioLanguage(name)) return [[name, readVoice(room, of, name)]];
    const report = reportInto(room.faults, `${of.folder}/${name}`);
    report(1, `no language is called so: name the folder ${AUDIO_LANGUAGES.join(", ")}`);
    return [];
  });
  return new Map(
    voices.sort(([a], [b]) => AUDIO_LANGUAGES.indexOf(a) - AUDIO_LANGUAGES.indexOf(b)),
  );
}

function readVoice(room: Room, of: VoiceOf, language: AudioLanguage) {
  const folder = `${of.folder}/${language}`;
  const path = join(room.course, folder);
  const report = reportInto(room.faults, `${folder}/voice.json`);
  const json = existsSync(join(path, "voice.json"))
    ? readFileSync(join(path, "voice.json"), "utf8")
    : undefined;
  if (json === undefined) report(1, "no voice.json: it tells which file is spoken at which place");
  const file = readVoiceFile(json ?? "{}", report);
  const recordings = openMedia(path, room.faults);
  const words = isLanguage(language) ? of.words(language) : undefined;
  const parts = [...file].flatMap(([place, spoken]) => {
    const at: Report = (_, message) => report(lineOf(json ?? "", [place]), message);
    if (!of.places.includes(place)) {
      at(1, `“${place}” is no place here: write one of ${of.places.join(", ")}`);
      return [];
    }
    const part = partOf(spoken, { place, recordings, written: words?.get(place), report: at });
    return part ? [[place, part] as const] : [];
  });
  reportUnnamed(path, [...file.values()], reportInto(room.faults, folder));
  for (const [hash, media] of recordings.used()) room.keep(hash, media);
  return new Map(parts);
}

/** A recording that no place names would be lost without a word. */
function reportUnnamed(path: string, spoken: readonly Spoken[], report: Report): void {
  const named = new Set(["voice.json", ...spoken.map(({ file }) => file)]);
  for (const name of readdirSync(path))
    if (!named.has(name)) report(1, `“${name}”: no place in voice.json has it`);
}

type Place = {
  readonly place: string;
  readonly recordings: MediaFolder;
  readonly written: string | undefined;
  readonly report: Report;
};

function partOf(spoken: Spoken, { place, recordings, written, report }: Place) {
  const media = recordings.named(spoken.file);
  const seconds = media && secondsOf(recordings.used().get(media.hash)?.bytes);
  if (seconds === undefined) {
    const why = media ? "is no Ogg Opus recording: save it as .ogg" : "is not in this folder";
    report(1, `“${spoken.file}” ${why}`);
    return undefined;
  }
  const said = saidIn(spoken, { written, seconds });
  if (!said) {
    report(1, `“${place}”: write what is said as "text", for those who cannot hear it`);
    return undefined;
  }
  const part = VoicePart.safeParse({ media, seconds, ...said });
  if (part.success) return part.data;
  report(
    1,
    `“${place}”: ${part.error.issues.map(({ message }) => message).join(", ")}; each sentence begins after the one before, the last before second ${seconds}`,
  );
  return undefined;
}

function secondsOf(bytes: Uint8Array | undefined): number | undefined {
  try {
    return bytes && oggSeconds(bytes);
  } catch {
    // Its author hears of it by name.
    return undefined;
  }
}
