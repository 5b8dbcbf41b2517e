/** What is looked at, in this order. */
export const STEPS = ["form", "claims", "signature", "issuer", "status", "log", "time"] as const;
/** `partner`: what is looked at of each institution that stands behind it beside its issuer. */
export type StepName = (typeof STEPS)[number] | "partner";
/** `unknown`: it could not be looked at, which never counts as passed. */
export type StepState = "passed" | "failed" | "unknown";

/** Every finding by name, with the state that it stands for: each has a sentence in every language. */
export const FINDINGS = {
  "form.paper": "passed",
  "form.jwt": "passed",
  "form.json": "passed",
  "form.pdf": "passed",
  "form.png": "passed",
  "form.svg": "passed",
  "form.empty": "failed",
  "form.too_large": "failed",
  "form.unreadable": "failed",
  "form.broken": "failed",
  "form.locked": "failed",
  "form.none": "failed",
  "form.several": "failed",
  "form.not_canonical": "failed",
  "claims.whole": "passed",
  "claims.cut": "passed",
  "claims.absent": "unknown",
  "claims.wrong": "failed",
  "claims.no_name": "failed",
  "claims.undisplayable": "failed",
  "claims.number": "failed",
  "signature.right": "passed",
  "signature.wrong": "failed",
  "signature.absent": "unknown",
  "signature.no_key": "unknown",
  "issuer.known": "passed",
  "issuer.by_address": "passed",
  "issuer.out_of_reach": "unknown",
  "issuer.foreign": "unknown",
  "issuer.older": "unknown",
  "issuer.no_such_key": "failed",
  "issuer.not_theirs": "failed",
  "issuer.not_yet": "failed",
  "issuer.retired": "failed",
  "issuer.compromised": "failed",
  "issuer.maybe_compromised": "unknown",
  "issuer.unproven": "unknown",
  "status.good": "passed",
  "status.revoked": "failed",
  "status.suspended": "failed",
  "status.out_of_reach": "unknown",
  "status.stale": "unknown",
  "status.not_theirs": "unknown",
  "status.unnamed": "unknown",
  "status.unproven": "unknown",
  "log.seen": "passed",
  "log.alone": "passed",
  "log.few": "unknown",
  "log.out_of_reach": "unknown",
  "log.waiting": "unknown",
  "log.absent": "failed",
  "log.wrong": "failed",
  "log.revoked": "failed",
  "log.suspended": "failed",
  "log.unproven": "unknown",
  "time.right": "passed",
  "time.reissue": "passed",
  "time.backdated": "failed",
  "time.future": "failed",
  "time.expired": "failed",
  "time.clock": "unknown",
  "time.unlogged": "unknown",
  "time.unproven": "unknown",
  "partner.signed": "passed",
  "partner.wrong": "failed",
  "partner.other": "failed",
  "partner.no_key": "unknown",
  "partner.missing": "unknown",
  "partner.unproven": "unknown",
} as const satisfies Record<string, StepState>;
export type Finding = keyof typeof FINDINGS;

/** What a sentence names: a date, a count, somebody's name. */
export type Told = {
  readonly at?: string;
  readonly count?: number;
  readonly name?: string;
};

export type Step = Told & {
  readonly step: StepName;
  readonly finding: Finding;
  readonly state: StepState;
};

/** Another institution that the certificate names, with what was found of its own signature. */
export type Partner = {
  readonly organisationId: string;
  readonly name: string;
  /** That it stands behind the certificate: only when each of its steps passed. */
  readonly state: StepState;
  readonly steps: readonly Step[];
};

/** `apart`: valid as its issuer's, but one who is said to stand behind it does not. */
export const VERDICTS = [
  "valid",
  "apart",
  "suspended",
  "expired",
  "revoked",
  "unknown",
  "wrong",
] as const;
export type Verdict = (typeof VERDICTS)[number];

export const FORMS = ["paper", "jwt", "json", "pdf", "png", "svg"] as const;
export type Form = (typeof FORMS)[number];

/** What the certificate says of itself. Nobody may believe it before the verdict says so. */
export type Claims = {
  readonly certificateId: string;
  readonly number: string;
  readonly name: string;
  readonly course: string;
  readonly organisation: string;
  /** An instant, or a day where its form has no more. */
  readonly issuedAt: string;
  readonly expiresAt?: string;
  readonly minutes?: number;
  readonly percent?: number;
};

export type Outcome = {
  readonly verdict: Verdict;
  /** Signed by whom we know, and unchanged: what is unknown is whether it still counts. */
  readonly isGenuine: boolean;
  readonly steps: readonly Step[];
  /** Absent where its form does not tell of any, as that of paper. */
  readonly partners?: readonly Partner[];
  readonly form?: Form;
  readonly claims?: Claims;
  /** The origin and the id that its address names: there is its page. */
  readonly origin?: string;
  readonly certificateId?: string;
};

export const step = (finding: Finding, told: Told = {}): Step => ({
  step: stepOf(finding),
  finding,
  state: FINDINGS[finding],
  ...told,
});

const stepOf = (finding: Finding): StepName =>
  finding.startsWith("partner.")
    ? "partner"
    : (STEPS.find((name) => finding.startsWith(`${name}.`)) ?? "form");

const REVOKED: readonly Finding[] = ["status.revoked", "log.revoked"];
const SUSPENDED: readonly Finding[] = ["status.suspended", "log.suspended"];
const ENDS: readonly Finding[] = [...REVOKED, ...SUSPENDED, "time.expired"];

/** How a step is named to people: what ended a certificate is no fault in it. */
export const stateOf = ({ state, finding }: Step): StepState | "ended" =>
  ENDS.includes(finding) ? "ended" : state;

/**
 * What it comes to with those who stand behind it: nothing is valid that names somebody of whom it is not proven, and whose signature
 * fails stays no secret.
 */
export function togetherOf(alone: Verdict, partners: readonly Partner[]): Verdict {
  if (alone !== "valid") return alone;
  if (partners.some(({ state }) => state === "failed")) return "apart";
  return partners.some(({ state }) => state === "unknown") ? "unknown" : "valid";
}

/** Valid is only that of which every step passed. What is forged weighs more than what ended, and both more than what is not known. */
export function verdictOf(steps: readonly Step[]): Verdict {
  const has = (findings: readonly Finding[]) =>
    steps.some(({ finding }) => findings.includes(finding));
  if (steps.some(({ state, finding }) => state === "failed" && !ENDS.includes(finding)))
    return "wrong";
  const isGenuine = genuine(steps);
  if (isGenuine && has(REVOKED)) return "revoked";
  if (isGenuine && has(SUSPENDED)) return "suspended";
  if (steps.length < STEPS.length || steps.some(({ state }) => state === "unknown"))
    return isGenuine && has(["time.expired"]) ? "expired" : "unknown";
  return has(["time.expired"]) ? "expired" : "valid";
}

export const genuine = (steps: readonly Step[]): boolean =>
  (["form", "claims", "signature", "issuer"] as const).every((name) =>
    steps.some(({ step: each, state }) => each === name && state === "passed"),
  );
