import * as z from "zod";
import { SoundMedia } from "./block.ts";
import { Hash, LessonId } from "./id.ts";
import { AUDIO_LANGUAGES } from "./language.ts";
import { text } from "./text.ts";

export const AudioLanguageCode = z.enum(AUDIO_LANGUAGES);

/** The same thing in some of the languages Twiza is spoken in. */
export const perAudioLanguage = <T extends z.ZodType>(schema: T) =>
  z.strictObject({
    ary: schema.optional(),
    shi: schema.optional(),
    tzm: schema.optional(),
    rif: schema.optional(),
    ar: schema.optional(),
    fr: schema.optional(),
    en: schema.optional(),
  });

/** Seconds from the beginning of a recording, to the hundredth. */
const Moment = z.number().nonnegative().max(86_400);
/** When which words are spoken: `text.slice(from, to)`, in UTF-16 code units, as the browser counts. */
const Cue = z
  .strictObject({
    at: Moment,
    until: Moment,
    from: z.int().nonnegative(),
    to: z.int().positive(),
  })
  .refine(({ at, until, from, to }) => at < until && from < to, { message: "cue.backwards" });
export type Cue = z.infer<typeof Cue>;

const shape = {
  media: SoundMedia,
  /** Its length, rounded up. */
  seconds: z.int().positive(),
  /** What is said, in the language in which it is said. */
  text: text(8000),
  /** One for each sentence, in order. Without them the whole part is shown as being spoken. */
  cues: z.array(Cue).min(1).max(400).optional(),
};
type Timed = { readonly seconds: number; readonly cues?: readonly Cue[] | undefined };
/** Cues follow one another in time and in the text, and end with the recording. */
const follow = ({ seconds, cues = [] }: Timed): boolean =>
  cues.every(({ until, at, from }, index) => {
    const before = cues[index - 1];
    return until <= seconds && (!before || (before.until <= at && before.to <= from));
  });

/** A recording of one place of a lesson. */
export const VoicePart = z
  .strictObject(shape)
  .refine(follow, { message: "cues.astray" })
  .refine(({ text: said, cues = [] }) => (cues.at(-1)?.to ?? 0) <= said.length, {
    message: "cues.astray",
  });
export type VoicePart = z.infer<typeof VoicePart>;

/** A recording of one place of a graded item. Without `text` it says what stands there, word by word. */
export const ItemVoicePart = z
  .strictObject({ ...shape, text: shape.text.optional() })
  .refine(follow, { message: "cues.astray" });
export type ItemVoicePart = z.infer<typeof ItemVoicePart>;

/**
 * Where in a lesson something is said: `title`, a block by its key, or a place in it: `<block>/step/2` (from 1),
 * `<block>/prompt`, `<block>/option/<id>`, `<block>/option/<id>/why`, `<block>/why`.
 */
export const VoicePlace = z
  .string()
  .regex(
    /^(?:title|[a-z][a-z0-9-]{0,39}(?:\/(?:step\/[1-9]\d?|prompt|why|option\/[a-z][a-z0-9-]{0,39}(?:\/why)?))?)$/,
  );

/** A lesson spoken in one audio language: an immutable blob. A place that is not in it has not been recorded. */
export const VoiceSheet = z.strictObject({
  format: z.literal(1),
  lessonId: LessonId,
  language: AudioLanguageCode,
  parts: z
    .record(VoicePlace, VoicePart)
    .refine((parts) => Object.keys(parts).length > 0, { message: "voice.empty" }),
});
export type VoiceSheet = z.infer<typeof VoiceSheet>;

/** Where a voice sheet lies, what it weighs with all its recordings, and how long they last together. */
export const VoicePointer = z.strictObject({
  hash: Hash,
  bytes: z.int().positive(),
  seconds: z.int().positive(),
});

/** Recordings of a graded item by place: `prompt`, `option/<id>`, and, never before its result, `option/<id>/why` and `why`. */
export const ItemVoice = z.record(
  z.string().regex(/^(?:prompt|why|option\/[^/]{1,8}(?:\/why)?)$/),
  ItemVoicePart,
);
export type ItemVoice = z.infer<typeof ItemVoice>;
/** Those that give nothing away. */
export const PublicItemVoice = z.record(
  z.string().regex(/^(?:prompt|option\/[^/]{1,8})$/),
  ItemVoicePart,
);
