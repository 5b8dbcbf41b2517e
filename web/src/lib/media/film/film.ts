import { MEDIA_LIMITS, UPLOAD_TYPES } from "@twiza/contract/media-limits";
import {
  BlobSource,
  BufferTarget,
  Conversion,
  EncodedPacketSink,
  type ConversionOptions,
  Input,
  type InputAudioTrack,
  type InputVideoTrack,
  MATROSKA,
  MP4,
  OggOutputFormat,
  Output,
  type OutputFormat,
  QTFF,
  WEBM,
} from "mediabunny";
import type { Parcel } from "../reduce.ts";
import { FilmFault } from "./fault.ts";
import { formOf, type Form } from "./form.ts";
import { sizeOf, soundRate, videoRate } from "./measures.ts";

/** A video as it is sent: small enough for a phone, and beside it what is heard in it, if anything is. */
export type Film = { readonly video: Parcel; readonly sound?: Parcel; readonly seconds: number };

type How = {
  readonly signal: AbortSignal;
  /** How much of the work is done, from 0 to 1. */
  readonly onprogress: (done: number) => void;
};
type Tracks = { readonly pictures: InputVideoTrack; readonly sounds: InputAudioTrack | null };

/** The sound alone is written after all else, which took so much of the time. */
const PICTURES_PART = 0.9;

/**
 * A video as phones can bear it: 360p, one channel of sound, and nothing that its camera said beside it. All of it is coded anew on
 * this device, by the browser itself.
 * @throws FilmFault, or what the signal was aborted with
 */
export async function filmOf(file: Blob, how: How): Promise<Film> {
  if (!("VideoEncoder" in globalThis)) throw new FilmFault("unable");
  const input = new Input({ source: new BlobSource(file), formats: [MP4, QTFF, WEBM, MATROSKA] });
  try {
    return await reduced(input, how);
  } finally {
    input.dispose();
  }
}

async function reduced(input: Input, { signal, onprogress }: How): Promise<Film> {
  const tracks = await tracksIn(input);
  const seconds = await input.computeDuration().catch(unreadable);
  if (!(seconds > 0)) throw new FilmFault("unreadable");
  if (seconds > MEDIA_LIMITS.seconds) throw new FilmFault("long");
  const hasSound = tracks.sounds !== null;
  const form = await formOf(hasSound);
  const part = hasSound ? PICTURES_PART : 1;
  const video = await written(form.format(), {
    ...{ input, ...(await asVideo(tracks, { form, seconds })) },
    ...{ signal, onprogress: (done) => onprogress(done * part) },
  });
  const type = form.type;
  if (video.size > UPLOAD_TYPES[type]) throw new FilmFault("large");
  const whole = { video: { blob: new Blob([video], { type }), type }, seconds };
  if (!hasSound) return whole;
  const sound = await written(new OggOutputFormat(), {
    ...{ input, video: { discard: true }, audio: { ...soundRate("opus"), forceTranscode: true } },
    ...{ signal, onprogress: (done) => onprogress(part + done * (1 - part)) },
  });
  const alone = { blob: new Blob([sound], { type: "audio/ogg" }), type: "audio/ogg" as const };
  return { ...whole, sound: alone };
}

/** One of pictures, and one of sound if there is any: those that a player shows first. */
async function tracksIn(input: Input): Promise<Tracks> {
  const pictures = await input.getPrimaryVideoTrack().catch(unreadable);
  const sounds = await input.getPrimaryAudioTrack().catch(unreadable);
  if (!pictures) throw new FilmFault("unreadable");
  const all = await Promise.all([pictures.canDecode(), sounds?.canDecode() ?? true]);
  // As some telephones film, and not every browser opens.
  if (all.includes(false) || (await isTransparent(pictures))) throw new FilmFault("foreign");
  return { pictures, sounds };
}

/** Its layers would be put together by a worker made of text, which our policy does not let run: it would wait for ever. */
async function isTransparent(pictures: InputVideoTrack): Promise<boolean> {
  if (!(await pictures.canBeTransparent())) return false;
  const first = await new EncodedPacketSink(pictures).getFirstPacket();
  return first?.sideData.alpha !== undefined;
}

function unreadable(cause: unknown): never {
  throw new FilmFault("unreadable", { cause });
}

/** Always drawn anew, so that turned phones and notes of the camera leave no trace. */
async function asVideo({ pictures }: Tracks, { form, seconds }: { form: Form; seconds: number }) {
  const [width, height, stats] = await Promise.all([
    pictures.getDisplayWidth(),
    pictures.getDisplayHeight(),
    pictures.computePacketStats(60),
  ]);
  return {
    video: {
      ...{ codec: form.video, ...sizeOf({ width, height }), fit: "fill" as const },
      ...videoRate({ seconds, aSecond: stats.averagePacketRate }),
      allowTransformationMetadata: false,
      forceTranscode: true,
    },
    ...(form.audio ? { audio: { ...soundRate(form.audio), forceTranscode: true } } : {}),
  };
}

type Writing = How & Pick<ConversionOptions, "input" | "video" | "audio">;

async function written(
  format: OutputFormat,
  { signal, onprogress, ...what }: Writing,
): Promise<Blob> {
  signal.throwIfAborted();
  const target = new BufferTarget();
  const output = new Output({ format, target });
  const conversion = await Conversion.init({
    ...what,
    ...{ output, tracks: "primary", tags: {}, showWarnings: false },
  });
  if (!conversion.isValid) throw new FilmFault("unable");
  const stop = (): void => void conversion.cancel();
  signal.addEventListener("abort", stop);
  conversion.onProgress = onprogress;
  try {
    await conversion.execute();
  } catch (cause) {
    signal.throwIfAborted();
    // A file that breaks off, or an encoder that gave up in the middle.
    throw new FilmFault("unreadable", { cause });
  } finally {
    signal.removeEventListener("abort", stop);
  }
  if (!target.buffer) throw new FilmFault("unable");
  return new Blob([target.buffer]);
}
