import type { CertificateId, Language, VerifiedCertificate } from "@twiza/contract";
import { inLanguage } from "@twiza/contract/where";
import { formatDate } from "@twiza/messages/format";
import { messages } from "@twiza/messages/verify";
import { note } from "@twiza/platform/page";
import { html } from "hono/html";

/** Each state by its words, its colour and its shape. */
const SHAPES = { valid: "right", suspended: "paused", expired: "over", revoked: "ended" } as const;

/** Whether a certificate holds, and since when it does not. */
export function verdict(
  { state, revokedAt, suspendedAt, expiresAt }: VerifiedCertificate,
  language: Language,
) {
  const t = messages[language];
  const since = {
    valid: undefined,
    suspended: suspendedAt,
    expired: expiresAt,
    revoked: revokedAt,
  }[state];
  const on = since && html`<bdi>${formatDate(since, language)}</bdi>`;
  return note(SHAPES[state], html`<strong>${t[state]()}</strong> ${on ?? ""}`);
}

/** That its holder had it erased, and by what it is checked all the same. */
export function erased(language: Language) {
  const t = messages[language];
  const words = html`<strong>${t.erased()}</strong> ${t["erased.mend"]()}
    <a href="/check?lang=${language}">${t["erased.check"]()}</a>`;
  return note("gone", words);
}

/** The way to the certificate that stands in the place of this one. */
export const successor = (
  { replacedBy }: { readonly replacedBy?: CertificateId | undefined },
  language: Language,
) =>
  replacedBy &&
  html`<a class="btn second" href="/verify/${replacedBy}?lang=${language}"
    >${messages[language].replaced()}</a
  >`;

/** Who stands behind it too, each with what it has signed itself. */
export const partnersOf = (
  { id, partners = [] }: Exclude<VerifiedCertificate, { shows: "closed" }>,
  language: Language,
) =>
  partners.map(({ organisationId, organisationName }) => {
    const name = inLanguage(organisationName, language);
    return html`<dt>${messages[language].together()}</dt>
      <dd lang="${name.language}"><bdi>${name.text}</bdi></dd>
      <dd>
        <a href="/o/${organisationId}/endorsements/${id}">${messages[language].signed()}</a>
      </dd>`;
  });

/**
 * What may lie in a conversation for years: whose, for what and which, never that it is valid. That it no longer counts stays true
 * for ever, and is said.
 */
export const toldForLong = ({ state }: VerifiedCertificate, language: Language): string =>
  state === "revoked" || state === "expired" ? `${messages[language][state]()} ` : "";
