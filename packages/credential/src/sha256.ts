/*
 * SHA-256 (FIPS 180-4) without waiting: the browser's own is asynchronous, and absent where a village server
 * speaks plain HTTP. For drawing the seal and for hashing codes; signatures use the platform's.
 */
const firstBits = (value: number): number => ((value - Math.floor(value)) * 2 ** 32) | 0;

const PRIMES: readonly number[] = Array.from({ length: 310 }, (_, index) => index + 2).filter(
  (candidate) => {
    for (let divisor = 2; divisor * divisor <= candidate; divisor += 1)
      if (candidate % divisor === 0) return false;
    return true;
  },
);
const ROUND: readonly number[] = PRIMES.slice(0, 64).map((prime) => firstBits(Math.cbrt(prime)));
const START: readonly number[] = PRIMES.slice(0, 8).map((prime) => firstBits(Math.sqrt(prime)));

const turn = (word: number, bits: number): number => (word >>> bits) | (word << (32 - bits));

/** The 32 bytes of the hash of a text in UTF-8. */
export function sha256(text: string): Uint8Array {
  const state = Int32Array.from(START);
  const message = padded(new TextEncoder().encode(text));
  for (let offset = 0; offset < message.byteLength; offset += 64) mix(state, message, offset);
  const bytes = new DataView(new ArrayBuffer(32));
  state.forEach((word, index) => bytes.setInt32(index * 4, word));
  return new Uint8Array(bytes.buffer);
}

/** A one bit, zeros, and the length in bits: a whole number of 64-byte blocks. */
function padded(bytes: Uint8Array): DataView {
  const view = new DataView(new ArrayBuffer(Math.ceil((bytes.length + 9) / 64) * 64));
  new Uint8Array(view.buffer).set(bytes);
  view.setUint8(bytes.length, 0x80);
  view.setUint32(view.byteLength - 4, bytes.length * 8);
  return view;
}

function mix(state: Int32Array, message: DataView, offset: number): void {
  const words = schedule(message, offset);
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let round = 0; round < 64; round += 1) {
    const high = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const choice = (e & f) ^ (~e & g);
    const one = (h + high + choice + (ROUND[round] ?? 0) + (words[round] ?? 0)) | 0;
    const low = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const two = (low + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, index) => {
    state[index] = ((state[index] ?? 0) + word) | 0;
  });
}

function schedule(message: DataView, offset: number): Int32Array {
  const words = new Int32Array(64);
  const at = (index: number): number => words[index] ?? 0;
  for (let index = 0; index < 64; index += 1) {
    if (index < 16) {
      words[index] = message.getInt32(offset + index * 4);
      continue;
    }
    const near = at(index - 15);
    const far = at(index - 2);
    const small = turn(near, 7) ^ turn(near, 18) ^ (near >>> 3);
    const large = turn(far, 17) ^ turn(far, 19) ^ (far >>> 10);
    words[index] = (at(index - 16) + small + at(index - 7) + large) | 0;
  }
  return words;
}
