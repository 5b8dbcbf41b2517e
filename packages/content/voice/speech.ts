import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SpeakerSettings } from "../src/take.ts";

const BITRATE_KBIT = "16";
/** What espeak-ng writes: one channel of 16 bits. */
const SAMPLES_A_SECOND = 22_050;
const HEADER_BYTES = 44;
/** Between two sentences, so that a listener can take in the first. */
const PAUSE_SECONDS = 0.35;
/** Below this a sample is silence: espeak-ng leaves a long tail of it. */
const SILENCE = 24;

/** Runs `work` in a folder that is gone afterwards. */
function inDraft<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "voice-"));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The words as one speaks them: neither currency nor weights are spelt letter by letter. */
function sayable(words: string, { signs }: SpeakerSettings): string {
  return Object.entries(signs).reduce(
    (said, [sign, word]) =>
      said.replaceAll(new RegExp(`(?<![\\p{L}])${sign}(?![\\p{L}])`, "gu"), word),
    words,
  );
}

/** Speaks one sentence: its samples, without the silence about them. */
function samplesOf(sentence: string, settings: SpeakerSettings): Int16Array {
  const { voice, wordsPerMinute, gap } = settings;
  const wav = inDraft((folder) => {
    const file = join(folder, "speech.wav");
    const pace = ["-s", String(wordsPerMinute), "-g", String(gap)];
    execFileSync("espeak-ng", ["-v", voice, ...pace, "-a", "150", "--stdin", "-w", file], {
      input: sayable(sentence, settings),
    });
    return readFileSync(file);
  });
  const all = new Int16Array(
    Uint8Array.from(wav.subarray(HEADER_BYTES)).buffer,
    0,
    (wav.length - HEADER_BYTES) >> 1,
  );
  const isLoud = (sample: number): boolean => Math.abs(sample) > SILENCE;
  return all.slice(Math.max(0, all.findIndex(isLoud)), all.findLastIndex(isLoud) + 1);
}

/** Packs samples as Opus. A fixed serial number and no comments: the same words give the same bytes, and the same hash. */
function pack(samples: readonly Int16Array[], file: string): void {
  const length = samples.reduce((sum, { byteLength }) => sum + byteLength, 0);
  const head = Buffer.alloc(HEADER_BYTES);
  head.write("RIFF", 0);
  head.writeUInt32LE(HEADER_BYTES - 8 + length, 4);
  head.write("WAVEfmt ", 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(SAMPLES_A_SECOND, 24);
  head.writeUInt32LE(SAMPLES_A_SECOND * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write("data", 36);
  head.writeUInt32LE(length, 40);
  const plain = ["--quiet", "--serial", "1", "--discard-comments", "--padding", "0"];
  const small = ["--bitrate", BITRATE_KBIT, "--speech", "--framesize", "60", "--downmix-mono"];
  inDraft((folder) => {
    const wav = join(folder, "speech.wav");
    const bytes = samples.map(({ buffer, byteOffset, byteLength }) =>
      Buffer.from(buffer, byteOffset, byteLength),
    );
    writeFileSync(wav, Buffer.concat([head, ...bytes]));
    execFileSync("opusenc", [...plain, ...small, wav, file]);
  });
}

/** Speaks sentences one after the other into an Ogg Opus file, and tells in which second each begins. */
export function speak(
  sentences: readonly string[],
  settings: SpeakerSettings,
  file: string,
): readonly number[] {
  const pause = new Int16Array(Math.round(PAUSE_SECONDS * SAMPLES_A_SECOND));
  const spoken = sentences.map((sentence) => samplesOf(sentence, settings));
  let at = 0;
  const starts = spoken.map(({ length }) => {
    const start = at / SAMPLES_A_SECOND;
    at += length + pause.length;
    return Math.round(start * 100) / 100;
  });
  pack(
    spoken.flatMap((samples) => [samples, pause]),
    file,
  );
  return starts;
}
