import { expect, it } from "vitest";
import { oggSeconds } from "./ogg.ts";

/** One Ogg page (RFC 3533 §6) with one packet. */
function page(granule: bigint, packet: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(28 + packet.length);
  bytes.set(new TextEncoder().encode("OggS"));
  new DataView(bytes.buffer).setBigInt64(6, granule, true);
  bytes.set([1, packet.length], 26);
  bytes.set(packet, 28);
  return bytes;
}
function head(preSkip: number): Uint8Array {
  const packet = new Uint8Array(19);
  packet.set(new TextEncoder().encode("OpusHead"));
  new DataView(packet.buffer).setUint16(10, preSkip, true);
  return packet;
}
const recording = (granule: bigint) =>
  Buffer.concat([
    page(0n, head(312)),
    page(48_000n, new Uint8Array(9)),
    page(granule, new Uint8Array(4)),
  ]);

it("a recording lasts as long as its last page says, without the part that the decoder skips", () => {
  expect(oggSeconds(recording(480_312n))).toBe(10);
  expect(oggSeconds(recording(480_313n))).toBe(11);
});

it("what is no recording has no length", () => {
  expect(() => oggSeconds(new TextEncoder().encode("<svg/>"))).toThrow("not an Ogg Opus recording");
});
