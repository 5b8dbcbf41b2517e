import { CODE_LENGTH, type CodeKind, fingerprintOf, readCode } from "@twiza/credential/code";
import { entryAddresses } from "@twiza/contract/entry-addresses";
import { addAddresses, call, type Reply } from "../api.ts";
import { newIntent } from "../intent.ts";
import { isProblem } from "../problem.ts";

addAddresses(entryAddresses);

/** What a phone comes in with: a ticket's secret or code, or a card's code. */
export type Way =
  | { readonly kind: "ticket"; readonly secret: string }
  | { readonly kind: CodeKind; readonly code: string };

/** A code of each kind as it is written, isolated so that it stays whole in an Arabic sentence. They open nothing. */
export const EXAMPLES: Record<CodeKind, string> = {
  ticket: "\u20664M7Q 2XK7\u2069",
  card: "\u20667KQ2 M4D8 0RT3 XW5V\u2069",
};

const SECRET = /^[A-Za-z0-9_-]{22}$/;

/** The way in behind a `#` of an address of ours, as a QR holds it; nothing when it is none of that kind. */
export function wayIn(kind: CodeKind, fragment: string): Way | undefined {
  const text = fragment.replace(/^#/, "");
  if (kind === "ticket" && SECRET.test(text)) return { kind, secret: text };
  const code = text.length <= 2 * CODE_LENGTH[kind] ? readCode(kind, text) : undefined;
  return code ? { kind, code } : undefined;
}

/** The way in of what a camera saw: the whole address, on this site. */
export function wayInOf(kind: CodeKind, seen: string, origin: string): Way | undefined {
  const url = URL.parse(seen);
  return url?.origin === origin && url.pathname === `/${kind}` ? wayIn(kind, url.hash) : undefined;
}

/**
 * Comes in. The wish keeps its name in this tab until it is fulfilled, so that asking again after a lost answer spends nothing.
 * @throws Problem
 */
export async function enter(way: Way): Promise<Reply<"redeemTicket">> {
  const key = `twiza.entry.${fingerprintOf("secret" in way ? way.secret : way.code)}`;
  const intentId = kept(key) ?? keepIn(key, newIntent());
  try {
    const { kind, ...how } = way;
    const done =
      kind === "ticket"
        ? await call("redeemTicket", { body: { intentId, ...how } })
        : await call("redeemCard", { body: { intentId, code: "code" in how ? how.code : "" } });
    forget(key);
    return done;
  } catch (error) {
    // A lost answer is asked for again under the same name; any other no ends the wish.
    if (!isProblem(error, "offline") && !isProblem(error, "busy")) forget(key);
    throw error;
  }
}

function kept(key: string): string | undefined {
  try {
    return sessionStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}
function keepIn(key: string, intentId: string): string {
  try {
    sessionStorage.setItem(key, intentId);
  } catch {
    // Storage is forbidden: the name holds for this try.
  }
  return intentId;
}
function forget(key: string): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // There was nothing to forget.
  }
}
