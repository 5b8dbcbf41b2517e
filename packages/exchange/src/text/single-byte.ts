/** Bytes above ASCII at which Windows' Arabic alphabet has the letters of French, as its Western one does. */
const SHARED = new Set([0x9c, 0x8c, 0xe0, 0xe2, 0xe7, 0xe8, 0xe9, 0xea, 0xeb, 0xee, 0xef, 0xf4, 0xf9, 0xfb, 0xfc]); // prettier-ignore
/** Signs of punctuation, the same or alike in both. */
const isSign = (byte: number): boolean =>
  (byte >= 0x80 &&
    byte < 0xc0 &&
    ![0x81, 0x8d, 0x8e, 0x90, 0x98, 0x9a, 0x9f, 0xaa].includes(byte)) || // prettier-ignore
  byte === 0xd7 ||
  byte === 0xf7;
const isAscii = (byte: number): boolean =>
  (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);

/** How much speaks for Arabic in a word, in letters; less than nothing speaks for French. */
function voteOf(word: readonly number[]): number {
  const latin = word.filter((byte) => isAscii(byte) || SHARED.has(byte)).length;
  const own = word.filter((byte) => !isAscii(byte) && !SHARED.has(byte)).length;
  if (own === 0) return 0;
  // In French, letters that only the Western alphabet has at these places stand among others: É, À, Ç.
  if (word.some(isAscii)) return -own;
  return own + latin > 1 ? own : -1;
}

/** Which of Windows' alphabets a text is in that is neither UTF-8 nor UTF-16: of Arabic, or of French. */
export function singleByteOf(bytes: Uint8Array): "windows-1256" | "windows-1252" {
  let votes = 0;
  let word: number[] = [];
  for (const byte of bytes) {
    if (isAscii(byte) || (byte >= 0x80 && !isSign(byte))) word.push(byte);
    else if (word.length > 0) {
      votes += voteOf(word);
      word = [];
    }
  }
  return votes + voteOf(word) > 0 ? "windows-1256" : "windows-1252";
}
