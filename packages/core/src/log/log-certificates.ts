import { actsOf, type Certificate, type SignedCertificate } from "@twiza/contract";
import { formHash } from "@twiza/log";
import type { Deps } from "../deps.ts";
import { appendToLog, type ToLog } from "./append.ts";

/** A record with the forms that it was signed in. */
export type ToBeLogged = { readonly certificate: Certificate; readonly signed: SignedCertificate };

/**
 * Appends whatever happened to these certificates and is not in the log yet. A change that is seen twice, late or in another order
 * appends nothing twice, since each act has its number in the record.
 */
export const logCertificates = (
  deps: Deps,
  certificates: readonly ToBeLogged[],
): Promise<number[]> => appendToLog(deps, certificates.flatMap(actsToLog));

const actsToLog = ({ certificate, signed }: ToBeLogged): readonly ToLog[] =>
  actsOf(certificate).map(({ act }, number) => ({
    certificateId: certificate.id,
    number,
    entry: act === "issued" ? issuedEntry(certificate, signed) : { act },
  }));

const issuedEntry = (
  { reissueOf }: Certificate,
  { jwt, proofValue, code, kid }: SignedCertificate,
) => ({
  act: "issued" as const,
  forms: [formHash(jwt), formHash(proofValue), formHash(code)] as const,
  kid,
  ...(reissueOf === undefined ? {} : { reissue: true as const }),
});
