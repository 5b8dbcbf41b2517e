import { crc32 } from "../zip/crc32.ts";

/** A thing in an archive that may say of itself what it likes. */
export type Listed = {
  readonly name: string;
  /** As they lie in the file. */
  readonly bytes: Uint8Array;
  readonly size?: number;
  readonly method?: number;
  readonly flags?: number;
  readonly at?: number;
};

function numbers(...pairs: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer {
  const all = pairs.map(([length, value]) => {
    const bytes = Buffer.alloc(length);
    bytes.writeUIntLE(value, 0, length);
    return bytes;
  });
  return Buffer.concat(all);
}

/** An archive (APPNOTE 6.3.10) put together by hand. */
export function listed(things: readonly Listed[]): Uint8Array {
  const [files, list]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const thing of things) {
    const { name, bytes, size = bytes.length, method = 0, flags = 0 } = thing;
    const head = [
      [2, 20],
      [2, flags],
      [2, method],
      [2, 0],
      [2, 33],
      [4, crc32(bytes)],
      [4, bytes.length],
      [4, size],
      [2, Buffer.byteLength(name)],
      [2, 0],
    ] as const;
    const file = Buffer.concat([numbers([4, 0x04034b50], ...head), Buffer.from(name), bytes]);
    files.push(file);
    list.push(
      Buffer.concat([
        numbers(
          [4, 0x02014b50],
          [2, 20],
          ...head,
          [2, 0],
          [2, 0],
          [2, 0],
          [4, 0],
          [4, thing.at ?? at],
        ),
        Buffer.from(name),
      ]),
    );
    at += file.length;
  }
  const whole = Buffer.concat(list);
  const end = numbers(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, things.length],
    [2, things.length],
    [4, whole.length],
    [4, at],
    [2, 0],
  );
  return new Uint8Array(Buffer.concat([...files, whole, end]));
}
