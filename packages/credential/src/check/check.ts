import { open } from "./open.ts";
import {
  genuine,
  type Outcome,
  type Partner,
  type Step,
  step,
  STEPS,
  togetherOf,
  verdictOf,
} from "./outcome.ts";
import type { Opened, Unsigned } from "./signed-forms.ts";
import type { CheckSetting, Issuer } from "./sources.ts";
import { lookAtIssuer, lookAtSignature } from "./steps-issuer.ts";
import { lookInLog, type Logged } from "./steps-log.ts";
import { lookAtPartners, unprovenPartners } from "./steps-partners.ts";
import { lookAtStatus } from "./steps-status.ts";
import { lookAtTime } from "./steps-time.ts";

/**
 * Whether a certificate counts, in whichever form somebody brought it: a file, a text, the address behind the square on paper. Each step
 * says what was found; what could not be looked at is said as well and never counts as passed. It asks nobody but `sources`.
 */
export async function check(given: Uint8Array | string, setting: CheckSetting): Promise<Outcome> {
  const { form, opened } = await open(given, setting.unbake);
  if (typeof opened === "string") return outcome([step(opened)], form ? { form } : {});
  const passed = step(`form.${form ?? "paper"}`);
  if (!("prove" in opened)) return unsigned(passed, opened);
  const { claims, origin } = opened.said;
  const found = await rest(opened, setting);
  const steps = [passed, step(opened.finding), ...found.steps];
  const { certificateId } = claims;
  const { partners } = found;
  return outcome(steps, {
    ...{ claims, origin, certificateId },
    ...(form ? { form } : {}),
    ...(partners.length > 0 ? { partners } : {}),
  });
}

/** The address that it names, where nothing of it has been looked at yet. */
export async function namesIn(
  given: Uint8Array | string,
  unbake: CheckSetting["unbake"],
): Promise<Pick<Outcome, "origin">> {
  const { opened } = await open(given, unbake);
  if (typeof opened === "string") return {};
  return { origin: "said" in opened ? opened.said.origin : opened.origin };
}

type Rest = { readonly steps: readonly Step[]; readonly partners: readonly Partner[] };

async function rest(opened: Opened, setting: CheckSetting): Promise<Rest> {
  const { said, text } = opened;
  const issuer = said.did === "" ? "foreign" : await setting.sources.issuer(said.did);
  const found = await lookAtSignature(opened, issuer, setting.verifyDocument);
  const { key } = found;
  // What nobody we know signed is looked for nowhere: what lists and log say of it would prove nothing.
  if (!key || issuer === undefined || issuer === "foreign")
    return {
      steps: unproven(found, said.claims, setting),
      partners: unprovenPartners(opened),
    };
  const organisationId = await organisationOf(opened, issuer, setting);
  const logged = await lookInLog(text, setting, said.claims.issuedAt);
  const isOthers = logged.entry !== undefined && logged.entry.kid !== key.kid;
  const log: Logged = isOthers ? { step: step("log.wrong") } : logged;
  const status = await lookAtStatus(said, { organisationId, issuer, setting });
  // No clock is before the moment at which the keys were told.
  const known = [setting.builtAt?.toISOString(), issuer.at, status.seenAt];
  const { entry } = log;
  const spoken = lookAtIssuer(key, { issuer, organisationId, claims: said.claims, entry });
  const time = lookAtTime(said.claims, log, { now: setting.now, known });
  // Whom a certificate names is worth what its own signature is.
  const partners =
    spoken.state === "passed"
      ? await lookAtPartners({ opened, setting, entry })
      : unprovenPartners(opened);
  return { steps: [found.signature, spoken, status.step, log.step, time], partners };
}

function unproven(
  { signature, issuer = step("issuer.unproven") }: Awaited<ReturnType<typeof lookAtSignature>>,
  claims: Opened["said"]["claims"],
  { now, builtAt }: CheckSetting,
): readonly Step[] {
  const time = lookAtTime(
    claims,
    { step: step("log.unproven") },
    { now, known: [builtAt?.toISOString()] },
  );
  return [signature, issuer, step("status.unproven"), step("log.unproven"), time];
}

/** Paper names its organisation by the mark in its number alone. */
async function organisationOf(
  { said }: Opened,
  { keys }: Issuer,
  { sources }: CheckSetting,
): Promise<string | undefined> {
  if (said.organisationId !== undefined) return said.organisationId;
  const mark = said.claims.number.slice(4, 10);
  const own = keys
    .flatMap(({ organisations = [] }) => organisations)
    .find((id) => id.endsWith(mark));
  return own ?? sources.organisation(mark, said.claims.certificateId);
}

const unsigned = (passed: Step, { origin, certificateId }: Unsigned): Outcome =>
  outcome(
    [
      passed,
      step("claims.absent"),
      step("signature.absent"),
      step("issuer.unproven"),
      step("status.unproven"),
      step("log.unproven"),
      step("time.unproven"),
    ],
    { form: "paper", origin, certificateId },
  );

const placeOf = ({ step: name }: Step): number => STEPS.findIndex((each) => each === name);

/** In their order, with the verdict that they come to. */
function outcome(
  steps: readonly Step[],
  more: Omit<Outcome, "verdict" | "isGenuine" | "steps">,
): Outcome {
  const sorted = [...steps].sort((a, b) => placeOf(a) - placeOf(b));
  const verdict = togetherOf(verdictOf(sorted), more.partners ?? []);
  return { verdict, isGenuine: genuine(sorted), steps: sorted, ...more };
}
