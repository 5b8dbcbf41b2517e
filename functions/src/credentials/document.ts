import type { SignedCertificate } from "@twiza/contract";
import { signedDocument } from "@twiza/credential/document";

/** The credential with its Data Integrity proof, as JSON-LD. */
export const documentOf = (signed: SignedCertificate): object => signedDocument(signed);
