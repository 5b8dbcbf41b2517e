import {
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedVideoPacketSource,
  Mp4OutputFormat,
  Output,
  WebMOutputFormat,
} from "mediabunny";

/** What a video for tests is to be. `title` and `place` are what telephones write beside it. */
export type VideoWish = {
  readonly type?: "video/mp4" | "video/webm";
  readonly seconds?: number;
  readonly width?: number;
  readonly height?: number;
  readonly silent?: boolean;
  readonly title?: string;
  /** `fragmented`: in pieces, as cameras on the air write it. */
  readonly form?: "whole" | "fragmented";
};

const PICTURES_A_SECOND = 5;
const SOUNDS_A_SECOND = 50;

/** A video whose pictures nobody can see: boxes and tables as the library writes them that our pages write videos with. */
export async function someVideo(wish: VideoWish = {}): Promise<Uint8Array<ArrayBuffer>> {
  const { type = "video/mp4", seconds = 2, width = 640, height = 360, silent, title, form } = wish;
  const isMp4 = type === "video/mp4";
  const fastStart = form === "fragmented" ? "fragmented" : "in-memory";
  const format = isMp4 ? new Mp4OutputFormat({ fastStart }) : new WebMOutputFormat();
  const target = new BufferTarget();
  const output = new Output({ format, target });
  const pictures = new EncodedVideoPacketSource(isMp4 ? "avc" : "vp8");
  const sounds = new EncodedAudioPacketSource(isMp4 ? "aac" : "opus");
  output.addVideoTrack(pictures);
  if (!silent) output.addAudioTrack(sounds);
  if (title !== undefined) output.setMetadataTags({ title, comment: title });
  await output.start();
  for (let at = 0; at < seconds * PICTURES_A_SECOND; at += 1) {
    const packet = new EncodedPacket(PICTURE, "key", at / PICTURES_A_SECOND, 1 / PICTURES_A_SECOND);
    await pictures.add(packet, { decoderConfig: pictureConfig(isMp4, { width, height }) });
  }
  for (let at = 0; !silent && at < seconds * SOUNDS_A_SECOND; at += 1) {
    const packet = new EncodedPacket(SOUND, "key", at / SOUNDS_A_SECOND, 1 / SOUNDS_A_SECOND);
    await sounds.add(packet, { decoderConfig: isMp4 ? AAC : OPUS });
  }
  await output.finalize();
  if (!target.buffer) throw new Error("nothing was written");
  return new Uint8Array(target.buffer);
}

/** One unit of H.264 of nine bytes behind its length; to VP8 it means nothing, and is not looked at. */
const PICTURE = Uint8Array.of(0, 0, 0, 9, 0x65, 0xaa, 0xbb, 0xcc, 0xdd, 1, 2, 3, 4);
/** A packet of Opus of 20 ms. */
const SOUND = Uint8Array.of(0x48, 1, 2, 3);
const AAC = {
  codec: "mp4a.40.2",
  sampleRate: 48_000,
  numberOfChannels: 1,
  description: Uint8Array.of(0x11, 0x88),
};
const OPUS = { codec: "opus", sampleRate: 48_000, numberOfChannels: 1 };

function pictureConfig(
  isMp4: boolean,
  { width, height }: { readonly width: number; readonly height: number },
) {
  const shape = { codedWidth: width, codedHeight: height };
  const description = Uint8Array.of(1, 0x42, 0, 0x1e, 0xff, 0xe1, 0, 4, 0x67, 0x42, 0, 0x1e, 1, 0, 2, 0x68, 0xce); // prettier-ignore
  return isMp4 ? { codec: "avc1.42001e", ...shape, description } : { codec: "vp8", ...shape };
}
