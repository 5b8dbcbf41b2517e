import { CertificateId, type Language, type VerifiedCertificate } from "@twiza/contract";
import { Refused, verifyCertificate } from "@twiza/core";
import { longId } from "@twiza/credential/paper-code";
import { messages } from "@twiza/messages/verify";
import { note, page, STYLE_HASH } from "@twiza/platform/page";
import type { Hono } from "hono";
import { html } from "hono/html";
import { type Env, languageOf, type Setting } from "../http/app.ts";
import { checking, found } from "./found.ts";

/**
 * `/verify/{id}`: whether a certificate is true, for anybody, on any phone, without JavaScript. It shows every claim that is
 * printed on the paper, so that an altered paper can be told from the true one.
 */
export function verifyPage(app: Hono<Env>, { deps, origin }: Setting): void {
  // The short address that stands on paper. What stands behind its `#` goes along, and is not seen here: of a certificate that is closed
  // whoever has the paper sees all the same, by what is signed in the square.
  app.get("/v/:short", async (c) => {
    const short = c.req.param("short");
    const id = CertificateId.safeParse(longId(short));
    const certificate = id.success ? await known(verifyCertificate(deps, id.data)) : undefined;
    c.header("cache-control", "no-cache");
    return c.redirect(
      certificate?.shows === "closed"
        ? `/check?of=/v/${short}`
        : `/verify/${longId(short) ?? "unknown"}`,
    );
  });
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
    if (certificate?.shows === "closed") c.header("x-robots-tag", "noindex");
    const document = certificate ? found(certificate, { language, origin }) : unknown(language);
    return c.html(document, certificate ? 200 : 404);
  });
}

/** The certificate, or nothing when there is none; any other trouble stays trouble. */
async function known(
  certificate: Promise<VerifiedCertificate>,
): Promise<VerifiedCertificate | undefined> {
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
    <p>${t["unknown.mend"]()}</p>
    ${checking(language)}`;
  return page({ language, title: t.unknown(), body });
}
