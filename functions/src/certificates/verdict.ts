import type { Language, PublicCertificate } from "@twiza/contract";
import { formatDate } from "@twiza/messages/format";
import { messages } from "@twiza/messages/verify";
import { note } from "@twiza/platform/page";
import { html } from "hono/html";

/** Each state by its words, its colour and its shape. */
const SHAPES = { valid: "right", suspended: "paused", expired: "over", revoked: "ended" } as const;

/** Whether a certificate holds, and since when it does not. */
export function verdict(
  { state, revokedAt, suspendedAt, expiresAt }: PublicCertificate,
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

/** The way to the certificate that stands in the place of this one. */
export const successor = ({ replacedBy }: PublicCertificate, language: Language) =>
  replacedBy &&
  html`<p>
    <a href="/verify/${replacedBy}?lang=${language}">${messages[language].replaced()}</a>
  </p>`;

/**
 * What may lie in a conversation for years: whose, for what and which, never that it is valid. That it no longer counts stays true
 * for ever, and is said.
 */
export const toldForLong = ({ state }: PublicCertificate, language: Language): string =>
  state === "revoked" || state === "expired" ? `${messages[language][state]()} ` : "";
