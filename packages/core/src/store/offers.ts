import type { CredentialGrant, CredentialOffer, Hash } from "@twiza/contract";
import type { Expected, Kept, Write } from "./kept.ts";

export type OfferStore = {
  byCode(codeHash: Hash): Promise<Kept<CredentialOffer> | undefined>;
  put(offer: CredentialOffer, expected: Expected): Write;
  grant(tokenHash: Hash): Promise<Kept<CredentialGrant> | undefined>;
  putGrant(grant: CredentialGrant): Write;
};
