import type { MakeForms } from "@twiza/core";
import { credentialWith } from "@twiza/credential/document";
import { addProof } from "@twiza/credential/integrity";
import { signJwt } from "@twiza/credential/jwt";
import { openBadge } from "@twiza/credential/open-badge";
import { paperCode } from "@twiza/credential/paper-code";
import { signTogether } from "@twiza/credential/together";
import { messages } from "@twiza/messages/badge";

/** Of a certificate without a language: it was issued before records had one. */
const BEFORE = "fr";

/** The three signed forms of a certificate, with what its partners have signed before, at the address where it will be checked. */
export const formsAt =
  (origin: string): MakeForms =>
  async ({ certificate, salt, key, partnerKeys, signedAt }) => {
    const language = languageOf(certificate.language);
    const words = messages[language];
    const created = signedAt.toISOString();
    const { badge, endorsements } = await signTogether({
      badge: openBadge({
        certificate,
        salt,
        origin,
        words: {
          description: words.description(),
          criteria: words.criteria(),
          result: words.result(),
        },
      }),
      ...{ certificate, origin, keys: partnerKeys, signedAt: created },
    });
    const [jwt, { proof }, code] = await Promise.all([
      signJwt(badge, key),
      addProof(credentialWith(badge, endorsements), key, { created }),
      paperCode({ certificate, salt, language, signer: key, origin }),
    ]);
    return {
      ...{ jwt, proofValue: proof[0]?.proofValue ?? "", code },
      ...(endorsements ? { endorsements: [...endorsements] } : {}),
    };
  };

/** Ours, where she learned in one of ours. */
const languageOf = (language: string | undefined): keyof typeof messages =>
  language !== undefined && language in messages ? (language as keyof typeof messages) : BEFORE;
