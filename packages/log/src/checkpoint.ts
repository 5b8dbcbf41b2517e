import { type Digest, fromBase64, toBase64 } from "./bytes.ts";

/** The head of a log: whose, how large, and the root of all of it (C2SP tlog-checkpoint). */
export type Checkpoint = {
  readonly origin: string;
  readonly size: number;
  readonly root: Digest;
};

export const checkpointBody = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${toBase64(root)}\n`;

/** Lines behind the third are others' extensions, and are passed over. Nothing for what is no checkpoint. */
export function parseCheckpoint(body: string): Checkpoint | undefined {
  const [origin = "", digits = "", base64 = "", ...more] = body.split("\n");
  const size = parseSize(digits);
  const root = fromBase64(base64);
  const isWhole = more.at(-1) === "" && !more.slice(0, -1).includes("");
  if (origin === "" || size === undefined || root?.length !== 32 || !isWhole) return undefined;
  return { origin, size, root };
}

/** A count in digits, without leading zeros. */
export const parseSize = (digits: string): number | undefined =>
  /^(?:0|[1-9]\d{0,15})$/.test(digits) && Number.isSafeInteger(Number(digits))
    ? Number(digits)
    : undefined;
