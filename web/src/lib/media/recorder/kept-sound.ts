import { type Kind, openDatabase } from "@twiza/client";

/** A piece of a recording as the browser wrote it, and how long all that was said by then is, in seconds. */
export type Piece = {
  readonly bytes: ArrayBuffer;
  readonly type: string;
  readonly seconds: number;
  readonly at: string;
};
/** A recording that lies on this device. */
export type Sound = {
  readonly blob: Blob;
  readonly seconds: number;
  /** When its last word was kept. */
  readonly at: string;
};

/** In a database of its own, under whose it is: another person on the same device does not hear it. */
const PIECES: Kind<Piece> = { store: "outbox" };
const database = openDatabase({
  factory: () => indexedDB,
  name: "twiza-recording",
  migrations: [({ create }) => create("outbox")],
});

export const pieceOf = async (
  blob: Blob,
  told: Pick<Piece, "type" | "seconds">,
): Promise<Piece> => ({ ...told, bytes: await blob.arrayBuffer(), at: new Date().toISOString() });

/** Keeps one piece more. @throws PhoneFull when there is no room */
export const keepPiece = (accountId: string, number: number, piece: Piece): Promise<void> =>
  database.run("write", [PIECES], (tx) => tx.put(PIECES, [accountId, number], piece));

/** What she recorded here and has not brought into the library yet. */
export async function keptSound(accountId: string): Promise<Sound | undefined> {
  const pieces = await database.run("read", [PIECES], (tx) => tx.list(PIECES, [accountId]));
  return soundOf(pieces);
}

/** Once it is in the library, or she wants it no more. */
export const forgetSound = (accountId: string): Promise<void> =>
  database.run("write", [PIECES], (tx) => tx.drop(PIECES, [accountId]));

/** The pieces of one recording in their order; one alone would not begin as a file does. */
export function soundOf(pieces: readonly Piece[]): Sound | undefined {
  const last = pieces.at(-1);
  if (!last) return undefined;
  const type = last.type.split(";")[0] ?? "";
  const blob = new Blob(
    pieces.map(({ bytes }) => bytes),
    { type },
  );
  return { blob, seconds: last.seconds, at: last.at };
}
