import { endorses } from "../endorsement.ts";
import { multihashOf } from "../multihash.ts";
import { isRecord } from "../proof.ts";
import type { NamedPartner } from "./named-partners.ts";
import { type Partner, type Step, step } from "./outcome.ts";
import type { Opened } from "./signed-forms.ts";
import type { CheckSetting } from "./sources.ts";
import { lookAtIssuer } from "./steps-issuer.ts";
import type { Logged } from "./steps-log.ts";

type Of = {
  readonly opened: Opened;
  readonly setting: CheckSetting;
  /** Where the certificate stands in the log: it names the hash of the endorsement, which so is no younger. */
  readonly entry: Logged["entry"];
};

/** What was found of each institution that a proven certificate names beside its issuer. */
export const lookAtPartners = ({ opened, ...of }: Of): Promise<readonly Partner[]> =>
  Promise.all(
    (opened.said.partners ?? []).map(async (named) =>
      partnerWith(named, await lookAt(named, { opened, ...of })),
    ),
  );

/** The same where the certificate itself was not proven: then it proves nothing of anybody. */
export const unprovenPartners = ({ said }: Opened): readonly Partner[] =>
  (said.partners ?? []).map((named) => partnerWith(named, [step("partner.unproven")]));

function partnerWith({ organisationId, name }: NamedPartner, steps: readonly Step[]): Partner {
  const state = (["failed", "unknown"] as const).find((each) =>
    steps.some((found) => found.state === each),
  );
  return { organisationId, name, state: state ?? "passed", steps };
}

async function lookAt(
  named: NamedPartner,
  { opened, setting, entry }: Of,
): Promise<readonly Step[]> {
  const text = await textOf(named, opened, setting);
  if (text === "missing" || text === "other") return [step(`partner.${text}`)];
  const document = objectIn(text);
  const issuer = await setting.sources.issuer(named.did);
  if (issuer === undefined) return [step("issuer.out_of_reach", { name: named.name })];
  if (issuer === "foreign") return [step("issuer.foreign", { name: named.name })];
  const { credential } = opened;
  if (!document || !credential || document["id"] !== named.address) return [step("partner.wrong")];
  const proof = endorses(await setting.verifyDocument(document, issuer.keys), credential);
  if (proof.state !== "proven") {
    const isUnknown = proof.code === "unknown_key" || proof.code === "unknown_issuer";
    return [step(isUnknown ? "partner.no_key" : "partner.wrong")];
  }
  const key = issuer.keys.find(({ kid }) => kid === proof.kid);
  if (!key || proof.issuer !== named.did) return [step("partner.wrong")];
  const { organisationId } = named;
  const claims = opened.said.claims;
  return [step("partner.signed"), lookAtIssuer(key, { issuer, organisationId, claims, entry })];
}

/** The very text that the certificate names: in the file, else where it lies. One in its place in the file is never passed over. */
async function textOf(
  { digest, address }: NamedPartner,
  { carried }: Opened,
  { sources }: CheckSetting,
): Promise<string> {
  const isIt = (text: string): boolean => multihashOf(text) === digest;
  const inFile = carried.find(isIt);
  if (inFile !== undefined) return inFile;
  if (carried.some((text) => isAt(text, address))) return "other";
  const told = await sources.endorsement?.(address);
  if (told === undefined) return "missing";
  return isIt(told) ? told : "other";
}

/** Whether a text is, or might be, what should lie at that address: one that nobody can read might be anybody's. */
function isAt(text: string, address: string): boolean {
  const document = objectIn(text);
  return document === undefined || document["id"] === address;
}

function objectIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
