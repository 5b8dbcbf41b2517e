import { CertificateId, type Language, type PublicCertificate } from "@twiza/contract";
import { inLanguage } from "@twiza/contract/where";
import { Refused, verifyCertificate } from "@twiza/core";
import { sealSvg } from "@twiza/credential/drawn-seal";
import { longId } from "@twiza/credential/paper-code";
import { formatDate, formatMinutes, formatPercent } from "@twiza/messages/format";
import { messages } from "@twiza/messages/verify";
import { note, page, STYLE_HASH } from "@twiza/platform/page";
import type { Hono } from "hono";
import { html, raw } from "hono/html";

import { type Env, languageOf, type Setting } from "../http/app.ts";
import { successor, toldForLong, verdict } from "./verdict.ts";

/**
 * `/verify/{id}`: whether a certificate is true, for anybody, on any phone, without JavaScript. It shows every claim that is
 * printed on the paper, so that an altered paper can be told from the true one.
 */
export function verifyPage(app: Hono<Env>, { deps, origin }: Setting): void {
  // The short address that stands on paper. What stands behind its `#` goes along, and is not seen here.
  app.get("/v/:short", (c) =>
    c.redirect(`/verify/${longId(c.req.param("short")) ?? "unknown"}`, 308),
  );
  app.get("/verify/:certificateId", async (c) => {
    const language = languageOf(c);
    const id = CertificateId.safeParse(c.req.param("certificateId"));
    const certificate = id.success ? await known(verifyCertificate(deps, id.data)) : undefined;
    // Nothing on it asks for anything; what looks for `robots.txt` from within a page keeps to the page's policy.
    c.header(
      "content-security-policy",
      `default-src 'none'; style-src '${STYLE_HASH}'; img-src data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`,
    );
    c.header("cache-control", "no-cache");
    c.header("content-language", language);
    const document = certificate ? found(certificate, { language, origin }) : unknown(language);
    return c.html(document, certificate ? 200 : 404);
  });
}

/** The certificate, or nothing when there is none; any other trouble stays trouble. */
async function known(
  certificate: Promise<PublicCertificate>,
): Promise<PublicCertificate | undefined> {
  try {
    return await certificate;
  } catch (error) {
    if (error instanceof Refused && error.code === "not_found") return undefined;
    throw error;
  }
}

function unknown(language: Language) {
  const t = messages[language];
  const body = html`<h1>${t.title()}</h1>
    ${note("warn", html`<strong>${t.unknown()}</strong>`)}
    <p>${t["unknown.mend"]()}</p>`;
  return page({ language, title: t.unknown(), body });
}

function found(
  certificate: PublicCertificate,
  { language, origin }: { language: Language; origin: string },
) {
  const t = messages[language];
  const course = inLanguage(certificate.courseTitle, language);
  const organisation = inLanguage(certificate.organisationName, language);
  const { state, expiresAt } = certificate;
  const until = expiresAt
    ? html`<dt>${t.expires()}</dt>
        <dd><bdi>${formatDate(expiresAt, language)}</bdi></dd>`
    : "";
  const body = html`<h1>${t.title()}</h1>
    ${verdict(certificate, language)} ${successor(certificate, language) ?? ""}
    <div class="seal">${raw(sealSvg(certificate.number, t.seal()))}</div>
    <dl>
      <dt>${t.holder()}</dt>
      <dd><bdi>${certificate.learnerName}</bdi></dd>
      <dt>${t.course()}</dt>
      <dd lang="${course.language}"><bdi>${course.text}</bdi></dd>
      <dt>${t.issuer()}</dt>
      <dd lang="${organisation.language}"><bdi>${organisation.text}</bdi></dd>
      <dt>${t.number()}</dt>
      <dd><bdi dir="ltr">${certificate.number}</bdi></dd>
      <dt>${t.issued()}</dt>
      <dd><bdi>${formatDate(certificate.issuedAt, language)}</bdi></dd>
      ${until}
      <dt>${t.duration()}</dt>
      <dd><bdi>${formatMinutes(certificate.minutes, language)}</bdi></dd>
      <dt>${t.quiz()}</dt>
      <dd><bdi>${formatPercent(certificate.quizPercent, language)}</bdi></dd>
    </dl>
    <p>${t.compare()}</p>`;
  const preview = {
    title: `${course.text} · ${certificate.learnerName}`,
    description: `${toldForLong(certificate, language)}${organisation.text} · ${certificate.number}`,
    address: `${origin}/verify/${certificate.id}`,
    picture: `${origin}/verify/${certificate.id}/seal.png`,
  };
  return page({ language, title: t[state](), body, preview });
}
