import type { Bytes } from "../flow/load-pictures.ts";
import type { FurtherItem, FurtherRemarks } from "../reading.ts";

/** Bytes of one recording: an hour of speech. */
const LONGEST = 12e6;

const isOgg = (bytes: Uint8Array): boolean =>
  Array.from("OggS").every((letter, at) => bytes[at] === letter.charCodeAt(0));

/** Spoken words with their recordings, as far as these lie beside the text and a phone can play them; the words stay in any case. */
export async function withRecordings(
  items: readonly FurtherItem[],
  files: Bytes,
  remarks: FurtherRemarks,
): Promise<FurtherItem[]> {
  const all: FurtherItem[] = [];
  for (const item of items) {
    if (item.kind !== "ready" || item.recording === undefined || item.block.kind !== "audio") {
      all.push(item);
      continue;
    }
    const { recording, ...spoken } = item;
    const name = recording.split("/").at(-1) ?? recording;
    const size = files.sizeOf(recording) ?? 0;
    const bytes = size > 0 && size <= LONGEST ? await files.read(recording) : undefined;
    if (bytes && isOgg(bytes)) {
      const block = { ...item.block, recording: { bytes, type: "audio/ogg", name } } as const;
      all.push({ ...spoken, block });
      continue;
    }
    remarks.begin(item.at);
    remarks.add("skipped", "recording.skipped", { name });
    remarks.end(item.words);
    all.push(spoken);
  }
  return all;
}
