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
/** A recording as long as `granule` says, in samples of 48 kHz, with 312 that the decoder skips. */
export const oggRecording = (granule: bigint) =>
  Buffer.concat([
    page(0n, head(312)),
    page(48_000n, new Uint8Array(9)),
    page(granule, new Uint8Array(4)),
  ]);
