import type { ReceiptClaims } from "@twiza/contract";
import { base64url } from "../base64url.ts";
import { ENTRIES, type Entry } from "../entry.ts";
import { type Key, readSigned } from "../jws.ts";
import { withEvents } from "../merge.ts";
import { ownDevice, type Phone } from "../phone.ts";
import { verdictOn } from "../post.ts";
import { type Answered, settle } from "../receipts.ts";
import { stepsOf } from "../state.ts";
import { CarryFault } from "./fault.ts";

/** What a receipt says of itself to anybody. */
export const RECEIPT_TYPE = "twiza-receipt+jws";

/** What a receipt changed on this phone, in entries. */
export type Taken = {
  /** Gone from the queue, tests among them. */
  readonly arrived: number;
  /** Handed-in tests among them: their results come once this phone has network. */
  readonly tests: number;
  /** Refused, kept, and shown to her. */
  readonly refused: number;
  /** Named, and still waiting: the answer to them is not the last one. */
  readonly left: number;
};

/**
 * Takes the server's signed answers to a parcel of this phone, without network: entries move to the receipts exactly as if they had
 * been sent from here. Only those that it names, so that an old one clears nothing newer; twice is harmless.
 * @param keys our public keys, as far as this phone knows them
 * @throws CarryFault `forged`, `new_key`, `other_phone`: nothing has changed then
 */
export async function takeReceipt(
  phone: Phone,
  token: string,
  keys: readonly Key[],
): Promise<Taken> {
  const read = await readSigned(token, { typ: RECEIPT_TYPE, keys });
  if (typeof read === "string") throw new CarryFault(read);
  // Signed by us, and so what the contract says.
  const claims = read as unknown as ReceiptClaims;
  const { id } = await ownDevice(phone);
  if (claims.device !== id) throw new CarryFault("other_phone");
  const answers = answersIn(claims);
  const waiting = await phone.database.run("read", [ENTRIES], (tx) => tx.list(ENTRIES, []));
  const named = waiting.flatMap((entry): readonly Answered[] => {
    const answer = entry.deviceId === id ? answers.get(tailOf(entry)) : undefined;
    return answer ? [{ entry, ...answer }] : [];
  });
  const settled = named.filter(isLast);
  for (const together of byCourse(settled)) await settleTogether(phone, together);
  const gone = settled.filter(({ result }) => result !== "refused");
  return {
    arrived: gone.length,
    tests: gone.filter(({ entry }) => entry.type === "attempt.handed_in").length,
    refused: settled.length - gone.length,
    left: named.length - settled.length,
  };
}

/**
 * Takes several at once, as a file may hold them. Those for other phones are left alone, as long as one is for this.
 * @throws CarryFault as `takeReceipt`
 */
export async function takeReceipts(
  phone: Phone,
  tokens: readonly string[],
  keys: readonly Key[],
): Promise<Taken> {
  let all: Taken | undefined;
  let other: unknown;
  for (const token of tokens)
    try {
      all = sum(all, await takeReceipt(phone, token, keys));
    } catch (error) {
      if (!(error instanceof CarryFault && error.reason === "other_phone")) throw error;
      other = error;
    }
  if (!all) throw other;
  return all;
}

const sum = (before: Taken | undefined, now: Taken): Taken => ({
  arrived: (before?.arrived ?? 0) + now.arrived,
  tests: (before?.tests ?? 0) + now.tests,
  refused: (before?.refused ?? 0) + now.refused,
  left: (before?.left ?? 0) + now.left,
});

type Answer = Pick<Answered, "result" | "code">;

/** By the shortened ids of the entries: eight characters each. */
function answersIn({ ok, duplicate, refused }: ReceiptClaims): ReadonlyMap<string, Answer> {
  const each = (tails: string, answer: Answer) =>
    (tails.match(/.{8}/g) ?? []).map((tail) => [tail, answer] as const);
  return new Map([
    ...each(ok, { result: "ok" }),
    ...each(duplicate, { result: "duplicate" }),
    ...refused.flatMap(({ code, entries }) => each(entries, { result: "refused", code })),
  ]);
}

/** The last twelve digits of an id, which are chance. */
const tailOf = ({ id }: Entry): string =>
  base64url(Uint8Array.from(id.slice(-12).match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)));

/** Who is not in a course yet may be enrolled by the time she is heard herself: such a no is not the last word. */
const isLast = ({ result, code }: Answered): boolean =>
  result !== "refused" || verdictOn(code ?? "") === "unfit";

function byCourse(answers: readonly Answered[]): Iterable<readonly Answered[]> {
  const groups = new Map<string, Answered[]>();
  for (const answer of answers) {
    const { learnerId, courseId } = answer.entry;
    const key = `${learnerId} ${courseId}`;
    groups.set(key, [...(groups.get(key) ?? []), answer]);
  }
  return groups.values();
}

async function settleTogether(phone: Phone, answers: readonly Answered[]): Promise<void> {
  const [first] = answers;
  if (!first) return;
  const taken = answers.filter(({ result }) => result !== "refused");
  // The server knows of them now, though it did not tell how far she is in all.
  const progress = withEvents(
    {},
    taken.flatMap(({ entry }) => stepsOf(entry)),
  );
  await settle(phone, first.entry, { answers, progress, isCarried: true });
}
