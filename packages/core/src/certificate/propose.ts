import type { Certificate, CertificateId, Proposing } from "@twiza/contract";
import { auditLine } from "../audit.ts";
import type { Deps } from "../deps.ts";
import { once } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { found, Refused } from "../refused.ts";
import { mayActOn } from "./acting.ts";
import { isNeverSigned } from "./before-signing.ts";
import { mustBeRenewable } from "./renewal.ts";

export type Proposal = NonNullable<Certificate["proposal"]>;

/** How the audit trail calls a certificate. */
export const aboutCertificate = ({ organisationId, id, number, ...rest }: Certificate) => ({
  organisationId,
  subjectId: id,
  subjectName: `${number} ${rest.learnerName}`,
});

/** What is proposed and why, as a line of the audit trail says it. */
export const noteOfProposal = ({ act, reason, note, learnerName }: Proposal): string =>
  [`${act}: ${reason}`, learnerName, note].filter(Boolean).join(": ").slice(0, 500);

/**
 * That this can be done to a certificate as it is.
 * @throws Refused `certificate.erased`, `certificate.already_revoked`, `certificate.already_suspended`, `certificate.not_suspended`,
 * `certificate.same_name`, `certificate.not_renewable`
 */
export async function mustFit(
  deps: Deps,
  certificate: Certificate,
  { act, learnerName }: Pick<Proposal, "act" | "learnerName">,
): Promise<void> {
  if (certificate.erasedAt !== undefined) throw new Refused("certificate.erased");
  if (certificate.revocation) throw new Refused("certificate.already_revoked");
  const isSuspended = certificate.suspension !== undefined;
  if (act === "reinstate" && !isSuspended) throw new Refused("certificate.not_suspended");
  // Nothing that is looked into is made valid by another way than reinstating.
  if (act !== "reinstate" && act !== "revoke" && isSuspended)
    throw new Refused("certificate.already_suspended");
  const isSameName = (learnerName ?? certificate.learnerName) === certificate.learnerName;
  // Under the same name there is only one thing to gain by another in its place: the signature that the first never had.
  if (act === "reissue" && isSameName && !(await isNeverSigned(deps, certificate)))
    throw new Refused("certificate.same_name");
  if (act === "renew") await mustBeRenewable(deps, certificate);
}

/**
 * Proposes what a second person has to approve; until then nothing changes for anybody who checks the certificate.
 * @throws Refused `not_found`, `certificate.own`, `certificate.proposed` and as `mustFit`
 */
export function proposeAct(
  deps: Deps,
  principal: Principal,
  { id, body }: { readonly id: CertificateId; readonly body: Proposing },
): Promise<Certificate> {
  const asked = { principal, operation: `certificate.propose ${id}`, request: body };
  return once(deps, asked, async () => {
    const kept = found(await deps.store.certificates.byId(id));
    const { value: certificate } = kept;
    await mayActOn(deps, principal, { certificate, action: "certificate:propose" });
    if (certificate.proposal) throw new Refused("certificate.proposed");
    const proposal = proposalOf(deps, principal, { certificate, body });
    await mustFit(deps, certificate, proposal);
    const proposed: Certificate = { ...certificate, proposal };
    const line = auditLine(deps, principal, {
      ...aboutCertificate(certificate),
      action: "certificate.proposed",
      note: noteOfProposal(proposal),
    });
    return { reply: proposed, writes: [deps.store.certificates.change(proposed, kept), line] };
  });
}

function proposalOf(
  deps: Deps,
  { accountId, name }: Principal,
  { certificate, body }: { readonly certificate: Certificate; readonly body: Proposing },
): Proposal {
  const given = "reason" in body ? body.reason : undefined;
  const ofSuspension = body.act === "reinstate" ? certificate.suspension?.reason : undefined;
  return {
    act: body.act,
    at: deps.clock.now().toISOString(),
    ...{ by: accountId, byName: name },
    reason: given ?? ofSuspension ?? "replaced",
    ...(body.note ? { note: body.note } : {}),
    ...(body.act === "reissue" && body.learnerName !== undefined
      ? { learnerName: body.learnerName }
      : {}),
  };
}
