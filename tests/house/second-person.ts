import { staff } from "@twiza/content";
import type { Proposing } from "@twiza/contract";
import { type House, newIntent, type Visitor } from "./house.ts";

/** Another administrator of the seed's institution, by an address of hers. */
export async function secondAdministrator(house: House, name = "Youssef Alaoui"): Promise<Visitor> {
  const contact = `${name.split(" ")[0]?.toLowerCase() ?? ""}@example.org`;
  const admin = await house.as(staff.administrator.contact);
  const { members } = await admin.do("listMembers", {});
  if (!members.some((member) => member.contact === contact))
    await admin.do("grantMembership", {
      body: { intentId: newIntent(), name, contact, roles: ["administrator"] },
    });
  return house.as(contact);
}

type Two = {
  readonly proposer: Visitor;
  readonly approver: Visitor;
  readonly certificateId: string;
};
type Wanted<P = Proposing> = P extends unknown ? Omit<P, "intentId"> : never;

/** What one person proposes and the other approves. */
export async function done({ proposer, approver, certificateId }: Two, wanted: Wanted) {
  const params = { certificateId };
  const { proposal } = await proposer.do("proposeAct", {
    params,
    body: { ...wanted, intentId: newIntent() },
  });
  const body = {
    intentId: newIntent(),
    decision: "approve" as const,
    seenAt: proposal?.at ?? "",
  };
  return approver.do("decideProposal", { params, body });
}
