import type { ProposalLine } from "@twiza/contract";
import { t } from "#lib";

type Proposal = ProposalLine["certificate"]["proposal"];

/** What is proposed, as the desk says it: another in its place under the same name is for the signature alone. */
export const actOf = ({ act, learnerName }: Proposal): Proposal["act"] | "anew" =>
  act === "reissue" && learnerName === undefined ? "anew" : act;

export const isAnew = ({ certificate }: ProposalLine): boolean =>
  actOf(certificate.proposal) === "anew";

/** Who proposed it and when. */
export const byWhom = ({ byName, at }: Proposal): string =>
  t("desk.waiting.by", { name: byName ?? "–", at });
