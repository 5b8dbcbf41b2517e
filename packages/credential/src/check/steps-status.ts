import { didOf } from "../did.ts";
import { statusEntries } from "../open-badge/status.ts";
import { statusOf } from "../status-list/index.ts";
import { type Finding, type Step, step } from "./outcome.ts";
import { type Opened, payloadOf } from "./signed-forms.ts";
import type { CheckSetting, Issuer } from "./sources.ts";

export type Standing = {
  readonly step: Step;
  /** When a list was made: no clock is before it. */
  readonly seenAt?: string;
};

type Of = {
  readonly organisationId: string | undefined;
  readonly issuer: Issuer;
  readonly setting: CheckSetting;
};

/** Whether a certificate was revoked or suspended, by the lists of its organisation. Both have to be there, and fresh. */
export async function lookAtStatus(
  { claims, origin }: Opened["said"],
  { organisationId, issuer, setting }: Of,
): Promise<Standing> {
  if (organisationId === undefined) return { step: step("status.unnamed") };
  const { certificateId: id, number } = claims;
  const made: string[] = [];
  const listAt = async (address: string): Promise<string | undefined> => {
    const token = await setting.sources.statusList(address);
    const from = token === undefined ? undefined : payloadOf(token)?.["validFrom"];
    if (typeof from === "string") made.push(from);
    return token;
  };
  const credential = {
    issuer: didOf({ origin, organisationId }),
    credentialStatus: statusEntries({ id, number, organisationId }, origin),
  };
  const status = await statusOf(credential, {
    listAt,
    keysOf: () => issuer.keys,
    now: setting.now,
  });
  const [oldest] = made.sort();
  if (status.state !== "unknown")
    return { step: step(SAID[status.state], { at: status.asOf }), seenAt: status.asOf };
  switch (status.why) {
    case "absent":
      return { step: step("status.out_of_reach") };
    // A list of tomorrow tells of a clock that is behind; no other list is of another day.
    case "not_yet":
    case "stale":
      return { step: step("status.stale", oldest === undefined ? {} : { at: oldest }) };
    default:
      return { step: step("status.not_theirs") };
  }
}

const SAID = {
  valid: "status.good",
  revoked: "status.revoked",
  suspended: "status.suspended",
} as const satisfies Record<string, Finding>;
