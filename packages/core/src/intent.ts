import type { Hash, IntentId } from "@twiza/contract";
import type { Deps } from "./deps.ts";
import type { Principal } from "./principal.ts";
import { Refused } from "./refused.ts";
import type { Write } from "./store/index.ts";

/** How often a use case decides anew after somebody else's write got in between, before it asks the client to come back. */
export const ROUNDS = 12;

export type Decision<R> = { readonly reply: R; readonly writes: readonly Write[] };

/**
 * Loads, decides and commits, again from the load whenever another writer was first.
 * @throws Refused `busy` when the thing is fought over for too long; nothing is written then.
 */
export async function decide<R>(deps: Deps, work: () => Promise<Decision<R>>): Promise<R> {
  for (let round = 0; round < ROUNDS; round++) {
    const { reply, writes } = await work();
    if (writes.length === 0 || (await deps.store.commit(writes)) === "done") return reply;
  }
  throw new Refused("busy");
}

type Asked = {
  readonly principal: Principal;
  readonly operation: string;
  readonly request: { readonly intentId: IntentId };
};

/**
 * Does what an intent asks exactly once, however often it arrives: its id is written in the transaction of its effects. The
 * second arrival gets the reply of the first. The same id with another request is refused as `intent.reused`.
 */
export const once = <R>(deps: Deps, asked: Asked, work: () => Promise<Decision<R>>): Promise<R> =>
  perform(deps, asked, {
    work,
    keep: (reply) => reply,
    // The reply was made by this same operation and passes through its schema again on the way out.
    recall: (reply) => Promise.resolve(reply as R),
  });

/**
 * The same where the reply is a whole thing, too large to be kept with each of a thousand saves: the second arrival gets that
 * thing as it is by then.
 */
export const onceOf = <R>(
  deps: Deps,
  asked: Asked,
  { work, now }: { readonly work: () => Promise<Decision<R>>; readonly now: () => Promise<R> },
): Promise<R> => perform(deps, asked, { work, keep: () => null, recall: now });

async function perform<R>(
  deps: Deps,
  { principal, operation, request }: Asked,
  {
    work,
    keep,
    recall,
  }: {
    readonly work: () => Promise<Decision<R>>;
    readonly keep: (reply: R) => unknown;
    readonly recall: (kept: unknown) => Promise<R>;
  },
): Promise<R> {
  const fingerprint = await fingerprintOf(operation, request);
  return decide(deps, async () => {
    const done = await deps.store.intents.find(principal.accountId, request.intentId);
    if (done) {
      if (done.fingerprint !== fingerprint) throw new Refused("intent.reused");
      if (done.erased) throw new Refused("not_found");
      return { reply: await recall(done.reply), writes: [] };
    }
    const { reply, writes } = await work();
    const kept = { fingerprint, reply: keep(reply) };
    const intent = deps.store.intents.put(principal.accountId, request.intentId, kept);
    return { reply, writes: [...writes, intent] };
  });
}

/** By what a repeated wish is known to be the same. */
export const fingerprintOf = (operation: string, request: object): Promise<Hash> =>
  digest(`${operation} ${JSON.stringify(request)}`);

/** SHA-256 in hex. */
export async function digest(text: string): Promise<Hash> {
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  const hex = Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0"));
  // The brand is earned here: 64 hex digits, made by the hash itself.
  return hex.join("") as Hash;
}
