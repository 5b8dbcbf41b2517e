import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packetsOf, pagesOf } from "./ogg-page.ts";
import { bareRecording } from "./recording.ts";
import { repacked } from "./repack.ts";
import { isWebm } from "./webm.ts";

const said = (text: string): number[] => [...new TextEncoder().encode(text)];
const HEAD = [...said("OpusHead"), 1, 1, 0x38, 1, 0x80, 0xbb, 0, 0, 0, 0, 0];
/** A frame of 20 ms of speech, of so many bytes. */
const frame = (length: number): number[] => [0x48, ...Array.from({ length }, (_, at) => at & 255)];

/** An element of EBML; where its length stays open, as a browser writes it that does not know when it will end. */
const element = (id: number[], body: number[], isOpen = false): number[] => {
  const size = [0x10 | (body.length >> 24), body.length >> 16, body.length >> 8, body.length];
  const length = isOpen ? [0x01, 255, 255, 255, 255, 255, 255, 255] : size.map((it) => it & 255);
  return [...id, ...length, ...body];
};
const CLUSTER = [0x1f, 0x43, 0xb6, 0x75];
const block = (frames: number[], flags = 0x80): number[] =>
  element([0xa3], [0x81, 0, 0, flags, ...frames]);
const codec = (name: string): number[] => element([0x86], said(name));
type Shape = {
  readonly track?: number[];
  readonly clusters: number[][];
  readonly isOpen?: boolean;
};
const webm = ({
  track = [...codec("A_OPUS"), ...element([0x63, 0xa2], HEAD)],
  clusters,
  isOpen,
}: Shape) =>
  Uint8Array.from([
    ...element([0x1a, 0x45, 0xdf, 0xa3], element([0x42, 0x82], said("webm"))),
    ...element(
      [0x18, 0x53, 0x80, 0x67],
      [
        ...element([0x15, 0x49, 0xa9, 0x66], element([0x4d, 0x80], said("GPS=33.9,-6.8"))),
        ...element([0x16, 0x54, 0xae, 0x6b], element([0xae], track)),
        ...clusters.flatMap((blocks) =>
          element(CLUSTER, [...element([0xe7], [0]), ...blocks], isOpen),
        ),
      ],
      isOpen,
    ),
  ]);
const keptOf = (bytes: Uint8Array) => {
  const ogg = repacked(bytes);
  return ogg ? bareRecording(ogg) : "unreadable";
};

describe("a recording of a browser", () => {
  it("keeps every packet of its sound in its order, and nothing else, whatever their lengths", () => {
    const lengths = fc.array(fc.array(fc.integer({ min: 0, max: 700 }), { maxLength: 80 }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(lengths, fc.boolean(), (clusters, isOpen) => {
        const frames = clusters.map((some) => some.map(frame));
        fc.pre(frames.flat().length > 0);
        const kept = keptOf(
          webm({ clusters: frames.map((some) => some.flatMap((it) => block(it))), isOpen }),
        );
        if (typeof kept === "string") throw new Error(kept);
        const packets = packetsOf(pagesOf(kept.bytes) ?? [])?.slice(2);
        expect(packets?.map((packet) => [...packet])).toEqual(frames.flat());
        expect(kept.seconds).toBe(Math.ceil(frames.flat().length / 50));
        expect(Buffer.from(kept.bytes).includes("GPS")).toBe(false);
      }),
    );
  });

  it("that broke off in the middle keeps all that was whole by then", () => {
    const whole = webm({ clusters: [[...block(frame(60)), ...block(frame(60))]], isOpen: true });
    fc.assert(
      fc.property(fc.nat(whole.length), (length) => {
        const kept = keptOf(whole.subarray(0, length));
        if (typeof kept === "string") return;
        const packets = packetsOf(pagesOf(kept.bytes) ?? [])?.slice(2) ?? [];
        expect(packets.map((packet) => [...packet])).toEqual(packets.map(() => frame(60)));
      }),
    );
    expect(keptOf(whole.subarray(0, -1))).toMatchObject({ seconds: 1 });
  });

  it("tells with each page how long it is by then, so that a player finds its place", () => {
    const frames = Array.from({ length: 120 }, () => block(frame(50))).flat();
    const ogg = repacked(webm({ clusters: [frames] })) ?? new Uint8Array();
    const granules = pagesOf(ogg)?.map(({ granule }) => Number(granule));
    expect(granules).toEqual([0, 0, 48_000, 96_000, 115_200]);
  });

  it.each([
    ["of another codec", { track: codec("A_VORBIS"), clusters: [block(frame(9))] }],
    ["without a head", { track: codec("A_OPUS"), clusters: [block(frame(9))] }],
    [
      "with a picture beside it",
      {
        track: [...codec("A_OPUS"), ...element([0x63, 0xa2], HEAD), ...codec("V_VP8")],
        clusters: [block(frame(9))],
      },
    ],
    [
      "that is encrypted",
      {
        track: [...codec("A_OPUS"), ...element([0x63, 0xa2], HEAD), ...element([0x6d, 0x80], [1])],
        clusters: [block(frame(9))],
      },
    ],
    ["with several frames in a block", { clusters: [block(frame(9), 0x82)] }],
    ["without sound", { clusters: [[]] }],
    ["that is no Opus inside", { clusters: [block([0x4b, 63, 1])] }],
    ["with a packet that no page can hold", { clusters: [block(frame(70_000))] }],
  ])("%s is refused", (_, shape) => {
    expect(keptOf(webm(shape))).toBe("unreadable");
  });

  it("of any bytes never throws, and takes no longer for what claims to be huge", () => {
    const bytes = webm({ clusters: [block(frame(60))] });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.nat(bytes.length), (noise, at) => {
        const broken = bytes.slice();
        broken.set(noise.subarray(0, bytes.length - at), at);
        expect(() => keptOf(broken)).not.toThrow();
        expect(() => keptOf(noise)).not.toThrow();
      }),
    );
  });

  it("is told by its first bytes", () => {
    expect(isWebm(webm({ clusters: [] }))).toBe(true);
    expect(isWebm(Uint8Array.from(said("OggS")))).toBe(false);
    expect(isWebm(new Uint8Array())).toBe(false);
  });
});
