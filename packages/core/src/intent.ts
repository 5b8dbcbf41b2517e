import type { Hash, IntentId } from "@twiza/contract";
import type { Deps } from "./deps.ts";
import type { Principal } from "./principal.ts";
import { Refused } from "./refused.ts";
import type { Write } from "./store.ts";

/** How often a use case decides anew after somebody else's write got in between, before it asks the client to come back. */
const ROUNDS = 12;

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

/**
 * Does what an intent asks exactly once, however often it arrives: its id is written in the transaction of its effects. The
 * second arrival gets the reply of the first. The same id with another request is refused as `intent.reused`.
 */
export async function once<R>(
  deps: Deps,
  asked: {
    readonly principal: Principal;
    readonly operation: string;
    readonly request: { readonly intentId: IntentId };
  },
  work: () => Promise<Decision<R>>,
): Promise<R> {
  const { principal, request } = asked;
  const fingerprint = await digest(`${asked.operation} ${JSON.stringify(request)}`);
  return decide(deps, async () => {
    const done = await deps.store.intents.find(principal.accountId, request.intentId);
    if (done) {
      if (done.fingerprint !== fingerprint) throw new Refused("intent.reused");
      // The reply was made by this same operation and passes through its schema again on the way out.
      return { reply: done.reply as R, writes: [] };
    }
    const { reply, writes } = await work();
    const kept = deps.store.intents.put(principal.accountId, request.intentId, {
      fingerprint,
      reply,
    });
    return { reply, writes: [...writes, kept] };
  });
}

/** SHA-256 in hex. */
export async function digest(text: string): Promise<Hash> {
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  const hex = Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0"));
  // The brand is earned here: 64 hex digits, made by the hash itself.
  return hex.join("") as Hash;
}
