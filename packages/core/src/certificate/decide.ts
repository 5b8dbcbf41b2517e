import {
  actsOf,
  type AuditEntry,
  type Certificate,
  type CertificateAct,
  type CertificateId,
  type IntentId,
  REVOCATION_REASONS,
  SUSPENSION_REASONS,
} from "@twiza/contract";
import { auditLine } from "../audit.ts";
import type { Deps } from "../deps.ts";
import { once } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { found, Refused } from "../refused.ts";
import type { Kept, Write } from "../store/index.ts";
import { mayActOn } from "./acting.ts";
import { aboutCertificate, mustFit, noteOfProposal, type Proposal } from "./propose.ts";
import { replaced } from "./replace.ts";

type Deciding = {
  readonly intentId: IntentId;
  readonly decision: "approve" | "turn_down";
  readonly seenAt: string;
  readonly note?: string | undefined;
};
type Decided = { readonly certificate: Certificate; readonly issued?: Certificate };

/**
 * Approves what another proposed, turns it down, or takes one's own back. What is approved is done in the same transaction.
 * @throws Refused `not_found`, `certificate.own`; `certificate.not_proposed` when it is decided already; `stale_write` when
 * something else is proposed by now; `certificate.same_person` to approve one's own; and as `mustFit`
 */
export function decideProposal(
  deps: Deps,
  principal: Principal,
  { id, body }: { readonly id: CertificateId; readonly body: Deciding },
): Promise<Decided> {
  const asked = { principal, operation: `certificate.decide ${id}`, request: body };
  return once(deps, asked, async () => {
    const kept = found(await deps.store.certificates.byId(id));
    const { value: certificate } = kept;
    const { proposal } = certificate;
    const isOwn = proposal?.by === principal.accountId;
    const action = isOwn ? "certificate:propose" : "certificate:decide";
    await mayActOn(deps, principal, { certificate, action });
    if (!proposal) throw new Refused("certificate.not_proposed");
    if (proposal.at !== body.seenAt) throw new Refused("stale_write");
    if (body.decision === "turn_down") return turnedDown(deps, principal, { kept, proposal, body });
    if (isOwn) throw new Refused("certificate.same_person");
    await mustFit(deps, certificate, proposal);
    const { reply, writes } = await approved(deps, principal, { kept, proposal });
    const line = auditLine(deps, principal, {
      ...aboutCertificate(reply.issued ?? reply.certificate),
      action: ACTIONS[proposal.act],
      note: noteOf(reply, proposal),
    });
    return { reply, writes: [...writes, line] };
  });
}

const ACTIONS = {
  suspend: "certificate.suspended",
  reinstate: "certificate.reinstated",
  revoke: "certificate.revoked",
  reissue: "certificate.reissued",
  renew: "certificate.renewed",
} as const satisfies Record<Proposal["act"], AuditEntry["action"]>;

/** What was done, in whose place, and who had proposed it. */
const noteOf = ({ certificate, issued }: Decided, proposal: Proposal): string =>
  [issued ? certificate.number : proposal.reason, proposal.byName, proposal.note]
    .filter(Boolean)
    .join(": ")
    .slice(0, 500);

type Of = { readonly kept: Kept<Certificate>; readonly proposal: Proposal };

function turnedDown(
  deps: Deps,
  principal: Principal,
  { kept, proposal, body }: Of & { readonly body: Deciding },
): { reply: Decided; writes: Write[] } {
  const { proposal: _, ...certificate } = kept.value;
  const line = auditLine(deps, principal, {
    ...aboutCertificate(certificate),
    action: "certificate.turned_down",
    note: [noteOfProposal(proposal), body.note].filter(Boolean).join(" – ").slice(0, 500),
  });
  const writes = [deps.store.certificates.change(certificate, kept), line];
  return { reply: { certificate }, writes };
}

async function approved(
  deps: Deps,
  approver: Principal,
  { kept, proposal }: Of,
): Promise<{ reply: Decided; writes: readonly Write[] }> {
  if (proposal.act === "reissue" || proposal.act === "renew") {
    const { old, issued, writes } = await replaced(deps, kept, { proposal, approver });
    return { reply: { certificate: old, issued }, writes };
  }
  const certificate = ended(kept.value, {
    proposal,
    approvedBy: approver.accountId,
    at: deps.clock.now().toISOString(),
  });
  return { reply: { certificate }, writes: [deps.store.certificates.change(certificate, kept)] };
}

/** The certificate once it is suspended, reinstated or revoked. Pure. */
function ended(
  was: Certificate,
  of: { proposal: Proposal; approvedBy: Principal["accountId"]; at: string },
): Certificate {
  const { proposal: _, suspension: _suspension, ...certificate } = was;
  const { act, by, reason, note } = of.proposal;
  const end = { at: of.at, by, approvedBy: of.approvedBy, ...(note ? { note } : {}) };
  const acts = (done: CertificateAct["act"]) => [...actsOf(was), { act: done, at: of.at }];
  if (act === "reinstate") return { ...certificate, acts: acts("reinstated") };
  if (act === "suspend") {
    const why = found(SUSPENSION_REASONS.find((each) => each === reason));
    return { ...certificate, suspension: { ...end, reason: why }, acts: acts("suspended") };
  }
  const why = found(REVOCATION_REASONS.find((each) => each === reason));
  return { ...certificate, revocation: { ...end, reason: why }, acts: acts("revoked") };
}
