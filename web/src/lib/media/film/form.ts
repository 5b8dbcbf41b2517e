import {
  canEncodeAudio,
  canEncodeVideo,
  Mp4OutputFormat,
  type OutputFormat,
  type VideoCodec,
  WebMOutputFormat,
} from "mediabunny";
import { FilmFault } from "./fault.ts";
import { soundRate } from "./measures.ts";

/** What a video is written as. */
export type Form = {
  readonly type: "video/mp4" | "video/webm";
  readonly video: VideoCodec;
  readonly audio?: "aac" | "opus";
  readonly format: () => OutputFormat;
};

/** Its tables stand before its pictures, so that it plays while it comes. */
const mp4 = (): OutputFormat => new Mp4OutputFormat({ fastStart: "in-memory" });
const webm = (): OutputFormat => new WebMOutputFormat();

/** What every phone plays comes first; what this browser cannot write is passed over. VP9 is smaller than VP8 by a third. */
const FORMS = [
  { type: "video/mp4", video: "avc", audio: "aac", format: mp4 },
  { type: "video/webm", video: "vp9", audio: "opus", format: webm },
  { type: "video/webm", video: "vp8", audio: "opus", format: webm },
] as const satisfies readonly Form[];

/** The first of these that this browser writes. @throws FilmFault when it writes none */
export async function formOf(hasSound: boolean): Promise<Form> {
  // Beside each video goes its sound alone, which is Opus.
  if (hasSound && !(await writes("opus"))) throw new FilmFault("unable");
  for (const { audio, ...form } of FORMS) {
    const isWritten = await canEncodeVideo(form.video, { width: 640, height: 360 });
    if (!isWritten || (hasSound && !(await writes(audio)))) continue;
    return hasSound ? { ...form, audio } : form;
  }
  throw new FilmFault("unable");
}

const writes = (codec: "aac" | "opus"): Promise<boolean> => canEncodeAudio(codec, soundRate(codec));
