import { observationFlusher, type ObservingPost, sender } from "@twiza/client/observe";
import { observingAddresses } from "@twiza/contract/observing-addresses";
import { addAddresses, call, type Call } from "../api.ts";
import { t } from "../i18n.svelte.ts";
import { Problem } from "../problem.ts";
import { loadSession, session } from "../session.svelte.ts";
import { here } from "./here.svelte.ts";

addAddresses(observingAddresses);

const post: ObservingPost = {
  async photo({ intentId, type, bytes }) {
    const file = new Blob([bytes], { type });
    const wish = { intentId, type, bytes: file.size } as Call<"grantUpload">["body"];
    const { url, fields } = await call("grantUpload", { body: wish });
    await posted(url, fields, file);
    await call("takePhoto", { body: { intentId } });
  },
  async record({ cohortId, body }, sentAt) {
    // Written by this app as the contract wants it; the server reads it anew.
    const wanted = { ...body, sentAt } as Call<"recordObservation">["body"];
    return call("recordObservation", { params: { cohortId }, body: wanted });
  },
};

/** The file stands last: whoever takes it has read by then what may come. */
async function posted(url: string, fields: Readonly<Record<string, string>>, file: Blob) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append("file", file);
  const answer = await fetch(url, { method: "POST", body: form }).catch((cause: unknown) => {
    throw problem("offline", cause);
  });
  if (!answer.ok) throw problem("upload.refused");
}
const problem = (code: "offline" | "upload.refused", cause?: unknown): Problem =>
  new Problem({ code, title: t("error.offline"), detail: t("error.offline.mend"), cause });

const sending = sender({
  flush: observationFlusher(here.phone, post),
  /** What others left on this phone waits for them. @throws Problem when nobody can be asked */
  async whose() {
    await loadSession();
    if (session.problem) throw session.problem;
    const mayRecord = session.hasRole("trainer", "administrator");
    return session.me && mayRecord ? [session.me.account.id] : [];
  },
  alone: (work) =>
    "locks" in navigator ? navigator.locks.request("twiza.observing", work) : work(),
  after(milliseconds, act) {
    const timer = setTimeout(act, milliseconds);
    return () => clearTimeout(timer);
  },
  random: Math.random,
  ondone: ({ state }) => void look(state === "parked"),
});

async function look(again: boolean): Promise<void> {
  await loadSession({ again });
  here.meet();
  await here.read();
}

/** Sends now. */
export const send = (): Promise<void> => sending.send();

/** Shows what lies here and sends it by itself from now on: at once, when the network returns, when the page is looked at again. */
export function start(): () => void {
  const seen = (): void => {
    if (document.visibilityState === "visible") void begin();
  };
  const begin = async (): Promise<void> => {
    await look(session.state === "away");
    if (here.all.filled.length > 0) await send();
  };
  const online = (): void => void begin();
  addEventListener("online", online);
  document.addEventListener("visibilitychange", seen);
  void begin();
  return () => {
    removeEventListener("online", online);
    document.removeEventListener("visibilitychange", seen);
    sending.stop();
  };
}
