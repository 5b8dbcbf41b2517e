/** Speaks the audio blocks of the courses here into `media/<lesson>.<language>.ogg`. Needs espeak-ng and opusenc. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LessonBody } from "@twiza/contract";
import * as z from "zod";
import { readCourse } from "../src/course.ts";
import { hashOf } from "../src/stable-id.ts";
import { type SpeakerSettings, SPEAKERS, takeOf } from "../src/take.ts";

const COURSES = join(import.meta.dirname, "../courses");
const SPOKEN = join(import.meta.dirname, "spoken.json");
const BITRATE_KBIT = "16";

/** The recordings that are up to date: path to take. */
const spoken = z
  .record(z.string(), z.string())
  .parse(existsSync(SPOKEN) ? JSON.parse(readFileSync(SPOKEN, "utf8")) : {});

/** The words to speak into `file`: of the audio block, unless somebody has recorded it under another name. */
function transcriptFor(file: string, body: LessonBody): string | undefined {
  const block = body.blocks.find(({ kind }) => kind === "audio");
  if (block?.kind !== "audio") return undefined;
  const ours =
    !block.media || (existsSync(file) && hashOf(readFileSync(file)) === block.media.hash);
  return ours ? block.transcript : undefined;
}

function speak(transcript: string, { voice, wordsPerMinute, gap }: SpeakerSettings, file: string) {
  const draft = mkdtempSync(join(tmpdir(), "voice-"));
  const wav = join(draft, "speech.wav");
  const pace = ["-s", String(wordsPerMinute), "-g", String(gap)];
  execFileSync("espeak-ng", ["-v", voice, ...pace, "-a", "150", "--stdin", "-w", wav], {
    input: transcript,
  });
  // A fixed serial number and no comments: the same words give the same bytes, and the same hash.
  const plain = ["--quiet", "--serial", "1", "--discard-comments", "--padding", "0"];
  const small = ["--bitrate", BITRATE_KBIT, "--speech", "--framesize", "60", "--downmix-mono"];
  execFileSync("opusenc", [...plain, ...small, wav, file]);
  rmSync(draft, { recursive: true });
}

function record(slug: string, lesson: string, body: LessonBody): void {
  const settings = SPEAKERS[body.language];
  const name = `${slug}/media/${lesson}.${body.language}.ogg`;
  const transcript = transcriptFor(join(COURSES, name), body);
  if (!settings || transcript === undefined) return;
  const take = takeOf(settings, transcript);
  if (spoken[name] === take && existsSync(join(COURSES, name))) return;
  speak(transcript, settings, join(COURSES, name));
  spoken[name] = take;
  process.stdout.write(`${name}\n`);
}

for (const slug of readdirSync(COURSES))
  for (const { lessons } of readCourse(join(COURSES, slug)).modules)
    for (const { key, bodies } of lessons)
      for (const body of bodies.values()) record(slug, key, body);

const kept = Object.entries(spoken)
  .filter(([name]) => existsSync(join(COURSES, name)))
  .sort(([a], [b]) => (a < b ? -1 : 1));
writeFileSync(SPOKEN, `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`);
