import type { PublicCertificate } from "@twiza/contract";
import type { CertificateShows } from "@twiza/contract/certificate-limits";
import { call } from "../api.ts";
import { newIntent } from "../intent.ts";
import { phone, readKept, writeKept } from "../learner/shelf.ts";
import { owner } from "../learner/who.svelte.ts";
import { isProblem, type Problem } from "../problem.ts";
import { loadSession } from "../session.svelte.ts";
import { dropWish, keepWish, type Wish, wishesOf, wishMoment } from "./waiting.ts";

type Held = Pick<PublicCertificate, "id" | "shows">;

/** What waits of whoever is here, as the pages show it. */
let waiting = $state.raw<readonly Wish[]>([]);
/** What the server answered since the wallet was read. */
let heard = $state.raw<Readonly<Record<string, CertificateShows>>>({});
/** Why the last wish for a certificate was turned down. */
let refused = $state.raw<Readonly<Record<string, unknown>>>({});

const read = (): void => void (waiting = wishesOf(phone, owner()));

/** How much of her certificates anybody sees, by what she wishes; without network it waits on this phone. */
export const shows = {
  of: ({ id, shows: told }: Held): CertificateShows =>
    waitsOf(id)?.shows ?? heard[id] ?? told ?? "whole",
  isWaiting: (id: string): boolean => waitsOf(id) !== undefined,
  refusedFor: (id: string): unknown => refused[id],
  /** Keeps what she wishes, and tells the server as soon as it can be told. */
  async wish(certificateId: string, wanted: CertificateShows): Promise<void> {
    const [intentId, wishedAt] = [newIntent(), wishMoment()];
    keepWish(phone, owner(), { certificateId, shows: wanted, intentId, wishedAt });
    read();
    await send();
  },
  /** Sends what waits from now on: at once, when the network returns, when the page is looked at again. Returns the end of it. */
  start(): () => void {
    const begin = (): void => void send();
    const seen = (): void => {
      if (document.visibilityState === "visible") begin();
    };
    addEventListener("online", begin);
    document.addEventListener("visibilitychange", seen);
    begin();
    return () => {
      removeEventListener("online", begin);
      document.removeEventListener("visibilitychange", seen);
    };
  },
};

const waitsOf = (id: string): Wish | undefined =>
  waiting.find(({ certificateId }) => certificateId === id);

/** Tells the server all that waits. Each may arrive twice: from another tab, or after an answer that was lost. */
async function send(): Promise<void> {
  read();
  // Whoever was here last may not be who is here now.
  await loadSession();
  read();
  const learner = owner();
  for (const wish of waiting) if (!(await sent(learner, wish))) break;
  read();
}

/** Whether it makes sense to go on with the next. */
async function sent(learner: string, wish: Wish): Promise<boolean> {
  const { certificateId, ...said } = wish;
  try {
    const body = { ...said, sentAt: new Date().toISOString() };
    const answer = await call("showCertificate", { params: { certificateId }, body });
    dropWish(phone, learner, wish);
    tell(learner, certificateId, answer.shows);
    return true;
  } catch (error) {
    if (!isProblem(error)) throw error;
    if (!isTurnedDown(error)) return false;
    dropWish(phone, learner, wish);
    refused = { ...refused, [certificateId]: error };
    return true;
  }
}

/** For good, in our server's own words. Else nobody could be asked, or she has to sign in, or come back later: it waits. */
const isTurnedDown = ({ code, status }: Problem): boolean =>
  code !== "unreadable" && status >= 400 && status < 500 && status !== 401 && status !== 429;

/** Shows an answer here, and in the wallet as this phone keeps it. */
function tell(learner: string, id: string, now: CertificateShows): void {
  heard = { ...heard, [id]: now };
  const { [id]: _, ...others } = refused;
  refused = others;
  const key = `twiza.copy.own.${learner}.wallet`;
  const copy = readKept<readonly PublicCertificate[]>(phone, key);
  const changed = (held: PublicCertificate) => (held.id === id ? { ...held, shows: now } : held);
  if (copy) writeKept(phone, key, copy.map(changed));
}
