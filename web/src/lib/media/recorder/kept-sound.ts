import { type Kind, openDatabase } from "@twiza/client";
import { leftBehind } from "./alive.ts";

/** Whose recording it is, and which. Names of recordings are made of the moment in which they began. */
export type Which = { readonly accountId: string; readonly recording: string };
/** A piece of a recording as the browser wrote it, and how long all that was said by then is, in seconds. */
export type Piece = {
  readonly recording: string;
  readonly bytes: ArrayBuffer;
  readonly type: string;
  readonly seconds: number;
  readonly at: string;
};
/** A recording that lies on this device. */
export type Sound = {
  readonly recording: string;
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
  told: Pick<Piece, "recording" | "type" | "seconds">,
): Promise<Piece> => ({ ...told, bytes: await blob.arrayBuffer(), at: new Date().toISOString() });

/**
 * Keeps one piece more. Whether it lasts longer than this page: a window that is private keeps nothing.
 * @throws PhoneFull when there is no room
 */
export async function keepPiece(accountId: string, number: number, piece: Piece): Promise<boolean> {
  const key = [accountId, piece.recording, number];
  await database.run("write", [PIECES], (tx) => tx.put(PIECES, key, piece));
  return database.durable;
}

/** What she recorded here last, has not brought into the library, and has on no other recorder. */
export async function keptSound(accountId: string): Promise<Sound | undefined> {
  const pieces = await database.run("read", [PIECES], (tx) => tx.list(PIECES, [accountId]));
  const names = [...new Set(pieces.map(({ recording }) => recording))];
  const last = (await leftBehind(names)).at(-1);
  return soundOf(pieces.filter(({ recording }) => recording === last));
}

/** Once it is in the library, or she wants it no more. */
export const forgetSound = ({ accountId, recording }: Which): Promise<void> =>
  database.run("write", [PIECES], (tx) => tx.drop(PIECES, [accountId, recording]));

/** All that somebody recorded here and has not brought anywhere. */
export const forgetSounds = (accountId: string): Promise<void> =>
  database.run("strict", [PIECES], (tx) => tx.drop(PIECES, [accountId]));

/** The pieces of one recording in their order; one alone would not begin as a file does. */
export function soundOf(pieces: readonly Piece[]): Sound | undefined {
  const last = pieces.at(-1);
  if (!last) return undefined;
  const type = last.type.split(";")[0] ?? "";
  const blob = new Blob(
    pieces.map(({ bytes }) => bytes),
    { type },
  );
  return { recording: last.recording, blob, seconds: last.seconds, at: last.at };
}
