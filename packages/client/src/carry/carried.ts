import { isFailure } from "../post.ts";
import type { Phone } from "../phone.ts";
import { kind } from "../schema.ts";
import { digestOf } from "./digest.ts";

/** A sealed parcel of somebody's on this phone, and what became of it. Nothing here can tell what is in it. */
export type Carried = {
  /** What it is called: by its bytes, so that the same one twice is one. */
  readonly id: string;
  readonly parcel: string;
  /** What was taken at once, by one name: one phone's, as a rule. */
  readonly together: string;
  /** The server's signed answer, to be given back. */
  readonly receipt?: string | undefined;
  /** The server takes it no more, and why, in words of the language that was read here then. */
  readonly refused?: Refused | undefined;
};
type Refused = {
  readonly title: string;
  readonly detail?: string | undefined;
  readonly language?: string | undefined;
};
const CARRIED = kind<Carried>("meta");
const keyOf = (id: string) => ["carried", id] as const;

/** Keeps parcels, the whole of what one phone handed over, until this phone has network. One that is here already stays as it is. @throws PhoneFull */
export async function carry(phone: Phone, parcels: readonly string[]): Promise<void> {
  const together = await digestOf(parcels.join());
  const named = await Promise.all(
    parcels.map(async (parcel) => ({ id: await digestOf(parcel), parcel, together })),
  );
  await phone.database.run("strict", [CARRIED], async (tx) => {
    for (const one of named)
      if (!(await tx.get(CARRIED, keyOf(one.id)))) await tx.put(CARRIED, keyOf(one.id), one);
  });
}

export const carried = (phone: Phone): Promise<Carried[]> =>
  phone.database.run("read", [CARRIED], (tx) => tx.list(CARRIED, ["carried"]));

const isWaiting = ({ receipt, refused }: Carried): boolean => !receipt && !refused;

/**
 * Tells whether anything here still has no answer. It is told within a transaction that no writing overlaps: of two tabs, the one
 * that saw less never has the last word.
 */
export const tellWaiting = (phone: Phone, tell: (isAny: boolean) => void): Promise<void> =>
  phone.database.run("write", [CARRIED], async (tx) =>
    tell((await tx.list(CARRIED, ["carried"])).some(isWaiting)),
  );

/** Takes a parcel off this phone, delivered or not: whoever sealed it still has all that is in it. */
export const drop = (phone: Phone, id: string): Promise<void> =>
  phone.database.run("write", [CARRIED], (tx) => tx.drop(CARRIED, keyOf(id)));

/** Posts one parcel and answers the receipt. @throws a `Failure` with the words of the refusal */
export type Deliver = (parcel: string) => Promise<string>;

/** What is over only for now. Everything else the server will say again, however often it is asked. */
const LATER: ReadonlySet<string> = new Set([
  "offline",
  "unreadable",
  "internal",
  "busy",
  "stale_write",
  "parcel.too_many",
]);

/** Posts what has no answer yet, one after another, as long as the network holds. What is taken along meanwhile is not among it. */
export async function deliverAll(phone: Phone, deliver: Deliver): Promise<void> {
  for (const one of (await carried(phone)).filter(isWaiting)) {
    try {
      await answered(phone, one, { receipt: await deliver(one.parcel) });
    } catch (error) {
      if (!isFailure(error)) throw error;
      if (LATER.has(error.code)) return;
      await answered(phone, one, { refused: wordsOf(error) });
    }
  }
}

const answered = (
  phone: Phone,
  { id }: Carried,
  answer: Pick<Carried, "receipt" | "refused">,
): Promise<void> =>
  phone.database.run("strict", [CARRIED], async (tx) => {
    // She may have let it go meanwhile.
    const now = await tx.get(CARRIED, keyOf(id));
    if (now) await tx.put(CARRIED, keyOf(id), { ...now, ...answer });
  });

const wordsOf = (error: object): Refused => {
  const told = (key: keyof Refused): string | undefined => {
    const value: unknown = key in error ? error[key as never] : undefined;
    return typeof value === "string" ? value : undefined;
  };
  return { title: told("title") ?? "", detail: told("detail"), language: told("language") };
};
