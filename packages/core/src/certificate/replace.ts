import { actsOf, type Certificate, monthsAfter } from "@twiza/contract";
import type { Deps } from "../deps.ts";
import { partnersOf } from "../partnership/partnership.ts";
import type { Principal } from "../principal.ts";
import { Refused } from "../refused.ts";
import type { Kept, Write } from "../store/index.ts";
import { nextNumber } from "./issue.ts";
import type { Proposal } from "./propose.ts";
import { mustBeRenewable } from "./renewal.ts";

type Replaced = {
  readonly old: Certificate;
  readonly issued: Certificate;
  readonly writes: readonly Write[];
};

/**
 * Another certificate in the place of one: the same claims but for the name that is put right, or for the day until which it holds.
 * The old one is revoked as replaced and leads to it; one transaction, so that there is never none and never two.
 * @throws Refused `stale_write` when the learner's certificate for that version is another by now; `certificate.not_renewable`
 */
export async function replaced(
  deps: Deps,
  was: Kept<Certificate>,
  { proposal, approver }: { readonly proposal: Proposal; readonly approver: Principal },
): Promise<Replaced> {
  const { certificates } = deps.store;
  const { learnerId, courseId, courseVersion, organisationId } = was.value;
  const earned = await certificates.earned(learnerId, courseId, courseVersion);
  if (earned?.value.certificateId !== was.value.id) throw new Refused("stale_write");
  const now = deps.clock.now();
  const { number, writes, ...numbered } = await nextNumber(deps, organisationId, now);
  const at = now.toISOString();
  const { proposal: _, replacedBy: _by, expiresAt, partners: before = [], ...claims } = was.value;
  // Who has ended it meanwhile signs nothing more; who joined meanwhile never stood behind this one.
  const running = before.length > 0 ? await partnersOf(deps, organisationId, courseId) : [];
  const partners = before.filter((one) =>
    running.some((other) => other.organisationId === one.organisationId),
  );
  const rule = proposal.act === "renew" ? await mustBeRenewable(deps, was.value) : undefined;
  const until = rule ? monthsAfter(at, rule.months) : expiresAt;
  const issued: Certificate = {
    ...claims,
    id: deps.newId("certificate"),
    ...{ number, issuedAt: at, issuedBy: approver.accountId },
    ...(partners.length > 0 ? { partners } : {}),
    learnerName: proposal.learnerName ?? claims.learnerName,
    ...(until ? { expiresAt: until } : {}),
    reissueOf: was.value.id,
    acts: [{ act: "issued", at }],
  };
  const { proposal: _proposal, ...kept } = was.value;
  const old: Certificate = {
    ...kept,
    replacedBy: issued.id,
    revocation: {
      at,
      ...{ by: proposal.by, approvedBy: approver.accountId, reason: "replaced" },
      ...(proposal.note ? { note: proposal.note } : {}),
    },
    acts: [...actsOf(kept), { act: "revoked", at }],
  };
  const of = { ...numbered, old, was, earned: earned.revision };
  return { old, issued, writes: [...writes, ...certificates.replace(issued, of)] };
}
