import type { MakeForms } from "@twiza/core";
import { addProof } from "@twiza/credential/integrity";
import { signJwt } from "@twiza/credential/jwt";
import { openBadge } from "@twiza/credential/open-badge";
import { paperCode } from "@twiza/credential/paper-code";
import { messages } from "@twiza/messages/badge";

/** Of a certificate without a language: it was issued before records had one. */
const BEFORE = "fr";

/** The three signed forms of a certificate, at the address where it will be checked. */
export const formsAt =
  (origin: string): MakeForms =>
  async ({ certificate, salt, key, signedAt }) => {
    const language = languageOf(certificate.language);
    const words = messages[language];
    const badge = openBadge({
      certificate,
      salt,
      origin,
      words: {
        description: words.description(),
        criteria: words.criteria(),
        result: words.result(),
      },
    });
    const [jwt, { proof }, code] = await Promise.all([
      signJwt(badge, key),
      addProof(badge, key, { created: signedAt.toISOString() }),
      paperCode({ certificate, salt, language, signer: key, origin }),
    ]);
    return { jwt, proofValue: proof[0]?.proofValue ?? "", code };
  };

/** Ours, where she learned in one of ours. */
const languageOf = (language: string | undefined): keyof typeof messages =>
  language !== undefined && language in messages ? (language as keyof typeof messages) : BEFORE;
