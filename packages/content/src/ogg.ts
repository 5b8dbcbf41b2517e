/** Opus counts in samples of 48 kHz whatever was recorded (RFC 7845 §4). */
const SAMPLES_A_SECOND = 48_000;
const PAGE = "OggS";

/** Length of an Ogg Opus file in whole seconds, rounded up: granule position of its last page, less the pre-skip. @throws when it is none. */
export function oggSeconds(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const ascii = (at: number, length: number): string =>
    String.fromCharCode(...bytes.subarray(at, at + length));
  let samples = 0n;
  let preSkip = 0;
  for (let at = 0; at + 27 <= bytes.length && ascii(at, 4) === PAGE;) {
    const segments = view.getUint8(at + 26);
    const body = at + 27 + segments;
    if (ascii(body, 8) === "OpusHead") preSkip = view.getUint16(body + 10, true);
    const granule = view.getBigInt64(at + 6, true);
    if (granule > samples) samples = granule;
    at = bytes.subarray(at + 27, body).reduce((end, size) => end + size, body);
  }
  if (samples === 0n) throw new Error("not an Ogg Opus recording");
  return Math.ceil((Number(samples) - preSkip) / SAMPLES_A_SECOND);
}
