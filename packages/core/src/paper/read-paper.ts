import { type Certificate, type CertificateId, paperLanguages } from "@twiza/contract";
import { authorise } from "../authorise.ts";
import type { Deps } from "../deps.ts";
import { lookOf, picturesOf } from "../design/design.ts";
import { base64Of } from "../media/base64.ts";
import { actingFor } from "../person/acting.ts";
import type { PaperOrder } from "../ports.ts";
import type { Principal } from "../principal.ts";
import { found, Refused } from "../refused.ts";
import { displayed } from "./displayed.ts";
import { languagesIn } from "./languages.ts";

type Asked = {
  readonly id: CertificateId;
  readonly language?: string | undefined;
  /** Scheme and host under which anybody checks it. */
  readonly origin: string;
};
/** A file, and whether it will ever be another: one that is not signed yet gets its code later. */
type Made<T extends string> = {
  readonly file: { readonly type: T; readonly base64: string; readonly name: string };
  readonly isFinal: boolean;
};

/**
 * The paper of a certificate, for its holder and for who reads the register of its organisation. Made each time, and each time the
 * same. @throws Refused `not_found`, `certificate.erased`, `paper.revoked`, `paper.undisplayable`, `paper.unavailable`
 */
export async function readPaper(
  deps: Deps,
  principal: Principal,
  asked: Asked,
): Promise<Made<"application/pdf">> {
  const { order, isFinal } = await orderFor(deps, principal, asked);
  const bytes = displayed(await deps.papers.pdf(order));
  const name = `${order.facts.number}-${order.languages.join("-")}.pdf`;
  return { file: { type: "application/pdf", base64: base64Of(bytes), name }, isFinal };
}

/** The same as a picture for messages. @throws Refused as `readPaper` does */
export async function readShareImage(
  deps: Deps,
  principal: Principal,
  asked: Asked,
): Promise<Made<"image/png">> {
  const { order, isFinal } = await orderFor(deps, principal, asked);
  const bytes = displayed(await deps.papers.shareImage(order));
  const name = `${order.facts.number}.png`;
  return { file: { type: "image/png", base64: base64Of(bytes), name }, isFinal };
}

async function orderFor(
  deps: Deps,
  principal: Principal,
  { id, language, origin }: Asked,
): Promise<{ order: PaperOrder; isFinal: boolean }> {
  const { value } = found(await deps.store.certificates.byId(id));
  mayRead(principal, value);
  if (value.erasedAt !== undefined) throw new Refused("certificate.erased");
  if (value.revocation) throw new Refused("paper.revoked");
  const signed = await deps.store.certificates.signed(id);
  const look = await lookOf(deps, value.design);
  const replaced = value.reissueOf && (await deps.store.certificates.byId(value.reissueOf));
  const order: PaperOrder = {
    facts: {
      ...value,
      ...(replaced ? { reissueOf: replaced.value.number } : { reissueOf: undefined }),
    },
    look,
    languages: language
      ? languagesIn(language)
      : paperLanguages(value.language ?? "ar", look.second),
    address: `${origin}/verify/${id}`,
    code: signed?.value.code,
    credential: signed?.value.jwt,
    endorsements: signed?.value.endorsements,
    pictures: await picturesOf(deps, look),
  };
  return { order, isFinal: signed !== undefined };
}

/** Her own, as herself; else by what the session's roles may read. @throws Refused `not_found` */
function mayRead(principal: Principal, { learnerId, organisationId }: Certificate): void {
  const own = principal.learnerIds.includes(learnerId);
  // A learner who is carried on the phone has her role though the session stands for somebody else.
  const reader = own ? actingFor(principal, learnerId) : principal;
  authorise(reader, "certificate:read", { organisationId, own });
}
