import type { LoggedAct, PublishedLog } from "@twiza/contract";
import { nodesOf, type Nodes, proveInclusion, toBase64 } from "@twiza/log";
import type { Deps } from "../deps.ts";
import { found, Refused } from "../refused.ts";
import { checkpointText } from "./show.ts";

/**
 * What the log has of the certificate that was issued in this form, with all that proves it, for anybody who has the form.
 * @throws Refused `log.unknown` when it has no such form, `log.not_yet` while no checkpoint counts it
 */
export async function readLogProof(deps: Deps, form: string) {
  const subject = found(await deps.store.log.subjectOf(form), "log.unknown");
  const [acts, kept] = await Promise.all([
    deps.store.log.acts(subject),
    deps.store.log.published(),
  ]);
  const [issued, ...later] = acts;
  if (!issued || !kept || issued.index >= kept.value.size) throw new Refused("log.not_yet");
  const { value: published } = kept;
  const nodes = nodesOf(deps.logFiles.read, published.size);
  const at = { nodes, published };
  const [first, ...others] = await Promise.all([
    logged(deps, issued, at),
    ...later.map((act) => loggedSoFar(deps, act, at)),
  ]);
  return { issued: first, later: others, checkpoint: checkpointText(published) };
}

type At = { readonly nodes: Nodes; readonly published: PublishedLog };

async function logged(deps: Deps, { index }: LoggedAct, { nodes, published }: At) {
  const [row, proof] = await Promise.all([
    deps.store.log.entry(index),
    proveInclusion(nodes, index, published.size),
  ]);
  return { entry: found(row).entry, index, proof: proof.map(toBase64) };
}

async function loggedSoFar(deps: Deps, act: LoggedAct, at: At) {
  if (act.index < at.published.size) return logged(deps, act, at);
  return { entry: found(await deps.store.log.entry(act.index)).entry, index: act.index };
}
