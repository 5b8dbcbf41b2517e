/** Samples of 48 kHz that a frame lasts, by the configuration in the first byte of a packet (RFC 6716 §3.1, table 2). */
const SILK = [480, 960, 1920, 2880];
const HYBRID = [480, 960];
const CELT = [120, 240, 480, 960];
/** A packet lasts no longer than 120 ms. */
const LONGEST = 5760;

const frameOf = (configuration: number): number => {
  if (configuration < 12) return SILK[configuration % 4] ?? NaN;
  if (configuration < 16) return HYBRID[configuration % 2] ?? NaN;
  return CELT[configuration % 4] ?? NaN;
};

/** Samples of 48 kHz in a packet of Opus; `NaN` for what is none. */
export function samplesOf(packet: Uint8Array): number {
  const [toc, count] = packet;
  if (toc === undefined) return NaN;
  const frames = [1, 2, 2, count === undefined ? NaN : count & 63][toc & 3] ?? NaN;
  const samples = frames * frameOf(toc >> 3);
  return samples > 0 && samples <= LONGEST ? samples : NaN;
}
