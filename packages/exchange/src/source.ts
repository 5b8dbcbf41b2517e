import { ExchangeFault } from "./fault.ts";

/** What a file may be handed in as. Of a `Blob` only those bytes are read that are needed. */
export type Input = Uint8Array | Blob | ReadableStream<Uint8Array>;

/** Bytes that may be cut from: `size` of them in all. */
export type Source = {
  readonly size: number;
  readonly cut: (from: number, to: number) => Promise<Uint8Array>;
};

type Limits = { readonly most: number; readonly signal?: AbortSignal | undefined };

/** @throws ExchangeFault `file.empty`, `file.too_large` with `most` in bytes; and what the signal was aborted with */
export async function sourceOf(input: Input, limits: Limits): Promise<Source> {
  limits.signal?.throwIfAborted();
  const source =
    input instanceof Blob
      ? ofBlob(input)
      : ofBytes(input instanceof Uint8Array ? input : await gathered(input, limits));
  if (source.size === 0) throw new ExchangeFault("file.empty");
  if (source.size > limits.most) throw new ExchangeFault("file.too_large", { most: limits.most });
  return source;
}

/** A whole file, for what has to be seen at once. */
export async function bytesOf(input: Input, limits: Limits): Promise<Uint8Array> {
  const source = await sourceOf(input, limits);
  return source.cut(0, source.size);
}

const ofBytes = (bytes: Uint8Array): Source => ({
  size: bytes.byteLength,
  cut: async (from, to) => bytes.subarray(from, to),
});

const ofBlob = (blob: Blob): Source => ({
  size: blob.size,
  cut: async (from, to) => new Uint8Array(await blob.slice(from, to).arrayBuffer()),
});

async function gathered(
  stream: ReadableStream<Uint8Array>,
  { most, signal }: Limits,
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const reader = stream.getReader();
  try {
    for (;;) {
      signal?.throwIfAborted();
      const { done, value } = await reader.read();
      if (done) break;
      size += value.byteLength;
      if (size > most) throw new ExchangeFault("file.too_large", { most });
      pieces.push(value);
    }
  } catch (error) {
    // Whoever sends the rest may stop; that she cannot be told is no news.
    await reader.cancel(error).catch(() => undefined);
    throw error;
  }
  return joined(pieces, size);
}

/** Pieces in one, `size` bytes together. */
export function joined(pieces: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.byteLength;
  }
  return whole;
}
