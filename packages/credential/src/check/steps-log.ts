import { checkLogProof, formHash, type LogFinding, type Verify } from "@twiza/log";
import { isSigned } from "../ed25519.ts";
import { base64urlnopad } from "@scure/base";
import { type Step, step } from "./outcome.ts";
import type { CheckSetting } from "./sources.ts";

/** What the public log says of a form. */
export type Logged = {
  readonly step: Step;
  /** Where and when it stands there, once that is proven. */
  readonly entry?: {
    readonly index: number;
    readonly at: string;
    readonly kid: string;
    readonly isReissue: boolean;
  };
  /** The latest moment that anybody in it has seen: no clock is before it. */
  readonly seenAt?: string;
};

/** Entries are published within minutes; what was issued a day ago is there. */
const PATIENCE = 24 * 3_600_000;
const verify: Verify = (point, signature, message) =>
  isSigned(base64urlnopad.encode(point), signature, message);

/** Whether that text of a form stands in the log, with what happened to its certificate since. */
export async function lookInLog(
  text: string,
  { sources, trust, now }: CheckSetting,
  issuedAt: string,
): Promise<Logged> {
  const form = formHash(text);
  const proof = await sources.log(form);
  if (proof === undefined || !trust || trust.log.length === 0)
    return { step: step("log.out_of_reach") };
  if (proof === "absent") {
    const isRecent = now.getTime() - Date.parse(issuedAt) < PATIENCE;
    return { step: step(isRecent ? "log.waiting" : "log.absent") };
  }
  const finding = await checkLogProof(proof, { form, trust, verify });
  return finding.state === "wrong" ? { step: step("log.wrong") } : told(finding, trust);
}

type There = Extract<LogFinding, { state: "logged" }>;

function told(
  { entry, index, later, witnesses }: There,
  trust: NonNullable<CheckSetting["trust"]>,
): Logged {
  const seconds = Math.max(0, ...witnesses.map((each) => each.seconds ?? 0));
  const last = later.at(-1)?.entry;
  const seen = [
    entry.at,
    ...(last ? [last.at] : []),
    new Date(seconds * 1000).toISOString(),
  ].sort();
  return {
    step: stepFor(last, {
      count: witnesses.length,
      enough: trust.enough,
      of: trust.witnesses.length,
    }),
    entry: { index, at: entry.at, kid: entry.kid, isReissue: entry.reissue === true },
    seenAt: seen.at(-1) ?? entry.at,
  };
}

function stepFor(
  last: There["later"][number]["entry"] | undefined,
  { count, enough, of }: { count: number; enough: number; of: number },
): Step {
  if (last?.act === "revoked") return step("log.revoked", { at: last.at });
  if (last?.act === "suspended") return step("log.suspended", { at: last.at });
  if (of === 0) return step("log.alone");
  return count >= enough ? step("log.seen", { count }) : step("log.few", { count });
}
