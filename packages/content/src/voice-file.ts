import type { Cue } from "@twiza/contract";
import * as z from "zod";
import { lineOf } from "./course-file.ts";
import type { Report } from "./fault.ts";

const Words = z.string().trim().min(1).max(8000);
const Sentence = z.strictObject({ at: z.number().nonnegative(), text: Words });

/** One place in `voice.json`: its file, and what is said in it, as a whole or sentence by sentence. */
const Spoken = z
  .strictObject({
    file: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,99}\.ogg$/),
    text: Words.optional(),
    /** `at`: the second in which the sentence begins. */
    sentences: z.array(Sentence).min(1).max(400).optional(),
  })
  .refine(({ text, sentences }) => !text || !sentences, { message: "either text or sentences" });
export type Spoken = z.infer<typeof Spoken>;
/** `voice.json`: what of a lesson has been recorded in one audio language, by place. */
const VoiceFile = z.record(z.string(), Spoken);

/** Reads `voice.json`; faults are reported with the line of the place. */
export function readVoiceFile(json: string, report: Report): ReadonlyMap<string, Spoken> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    report(1, `${error.message}: a comma or a quotation mark is missing or too many`);
    return new Map();
  }
  const file = VoiceFile.safeParse(value);
  if (file.success) return new Map(Object.entries(file.data));
  for (const { path, message } of file.error.issues)
    report(
      lineOf(json, path.slice(0, 1)),
      `${path.join(".")}: ${message}; write "place": {"file": "name.ogg", "text": "…"} or "sentences": [{"at": 0, "text": "…"}]`,
    );
  return new Map();
}

/** What is said in a recording, with its cues when it is timed. */
export type Said = { readonly text: string; readonly cues?: Cue[] };

/**
 * The words of a recording. Timed sentences that all stand in `written`, in order, are places in it, so that the page's own words
 * light up; otherwise they are a text of their own. Nothing when nobody wrote down what is said.
 */
export function saidIn(
  { text, sentences }: Spoken,
  { written, seconds }: { written: string | undefined; seconds: number },
): Said | undefined {
  if (!sentences) {
    const words = text ?? written;
    return words === undefined ? undefined : { text: words };
  }
  const own = sentences.map((sentence) => sentence.text).join(" ");
  const found = written === undefined ? undefined : placesOf(sentences, written);
  // A text of their own holds them all.
  const places = found ?? placesOf(sentences, own) ?? [];
  const cues = sentences.flatMap(({ at }, index): Cue[] => {
    const place = places[index];
    return place ? [{ at, until: sentences[index + 1]?.at ?? seconds, ...place }] : [];
  });
  return { text: found && written !== undefined ? written : own, cues };
}

function placesOf(sentences: readonly z.infer<typeof Sentence>[], text: string) {
  let from = 0;
  const places = sentences.map((sentence) => {
    const at = from < 0 ? -1 : text.indexOf(sentence.text, from);
    from = at < 0 ? -1 : at + sentence.text.length;
    return { from: at, to: from };
  });
  return from < 0 ? undefined : places;
}
