import {
  type Connection,
  mayDownload,
  sender,
  workFlusher,
  type WorkPost,
} from "@twiza/client/work";
import { call, type Call } from "../api.ts";
import { posted } from "../media/posted.ts";
import { loadSession, session } from "../session.svelte.ts";
import { isThrifty } from "../thrift.ts";
import { here } from "./here.svelte.ts";
import { workPhone } from "./phone.ts";

/** What a browser tells of its network. TypeScript does not know it: only some browsers do. */
const connection = (): (Connection & EventTarget) | undefined =>
  (navigator as { connection?: Connection & EventTarget }).connection;
/** Whether sending costs nothing, as far as this phone says. */
export const isFree = (): boolean =>
  mayDownload(connection(), { saysNow: false, thrifty: isThrifty() });

/** How many bytes of each hand-in have gone and how many it has, by the intents of its pieces. */
const post: WorkPost = {
  async piece(learner, { intentId, type, bytes, name }) {
    const learnerId = learner as Call<"grantProof">["body"]["learnerId"];
    const wish = { learnerId, intentId, type, bytes: bytes.byteLength };
    const { url, fields } = await call("grantProof", {
      body: wish as Call<"grantProof">["body"],
    });
    await posted({ url, fields, file: new Blob([bytes], { type }) }, (share) =>
      tell(intentId, share),
    );
    await call("takeProof", { body: { learnerId, intentId, ...(name ? { name } : {}) } });
  },
  async submit(learner, { id, courseId, body, pieces }, sentAt) {
    const proofs = pieces.map(({ intentId }) => intentId);
    // Written by this app as the contract wants it; the server reads it anew.
    const wanted = { ...body, learnerId: learner, proofs, sentAt } as Call<"submitWork">["body"];
    await call("submitWork", { params: { courseId }, body: wanted });
    here.move(id, undefined);
    await here.ask(courseId).catch(() => undefined);
  },
};

/** One piece has gone so far: of its hand-in, all before it is there. */
function tell(intentId: string, share: number): void {
  const filled = here.all.filled.find(({ pieces }) =>
    pieces.some((one) => one.intentId === intentId),
  );
  if (!filled) return;
  const at = filled.pieces.findIndex((one) => one.intentId === intentId);
  const sum = (pieces: typeof filled.pieces) => pieces.reduce((so, { size }) => so + size, 0);
  const gone = sum(filled.pieces.slice(0, at)) + share * (filled.pieces[at]?.size ?? 0);
  here.move(filled.id, gone / Math.max(1, sum(filled.pieces)));
}

const sending = sender({
  flush: workFlusher(workPhone, { post, isFree }),
  /** What others left on this phone waits for them. @throws Problem when nobody can be asked */
  async whose() {
    await loadSession();
    if (session.problem) throw session.problem;
    return session.me?.learners.map(({ id }) => id) ?? [];
  },
  alone: (work) => ("locks" in navigator ? navigator.locks.request("twiza.work", work) : work()),
  after(milliseconds, act) {
    const timer = setTimeout(act, milliseconds);
    return () => clearTimeout(timer);
  },
  random: Math.random,
  ondone: ({ state }) => void loadSession({ again: state === "parked" }).then(() => here.read()),
});

/** Sends now. */
export const send = (): Promise<void> => sending.send();

/** Shows what lies here and sends it by itself from now on: at once, when a network comes, when the page is looked at again. */
export function start(): () => void {
  const begin = async (): Promise<void> => {
    await loadSession({ again: session.state === "away" });
    await here.read();
    if (here.all.filled.length > 0 && navigator.onLine) await send();
  };
  const seen = (): void => {
    if (document.visibilityState === "visible") void begin();
  };
  const online = (): void => void begin();
  const network = connection();
  addEventListener("online", online);
  network?.addEventListener("change", online);
  document.addEventListener("visibilitychange", seen);
  void begin();
  return () => {
    removeEventListener("online", online);
    network?.removeEventListener("change", online);
    document.removeEventListener("visibilitychange", seen);
    sending.stop();
  };
}
