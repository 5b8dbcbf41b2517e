import type { Language, VerifiedCertificate } from "@twiza/contract";
import { inLanguage } from "@twiza/contract/where";
import { sealSvg } from "@twiza/credential/drawn-seal";
import { formatDate, formatMinutes, formatPercent } from "@twiza/messages/format";
import { messages } from "@twiza/messages/verify";
import { type Html, page } from "@twiza/platform/page";
import { html, raw } from "hono/html";
import { erased, partnersOf, successor, toldForLong, verdict } from "./verdict.ts";

type Read = { readonly language: Language; readonly origin: string };

/** The page of a certificate that there is, with as much of it as its holder lets anybody see. */
export function found(certificate: VerifiedCertificate, read: Read) {
  const t = messages[read.language];
  const title = t[certificate.state]();
  if (certificate.shows === "closed") {
    const body = closed(certificate, read.language);
    return page({ language: read.language, title, body, isUnlisted: true });
  }
  if (certificate.erasedAt !== undefined) return husk(certificate, read);
  const body = opened(certificate, read.language);
  return page({ language: read.language, title, body, preview: previewOf(certificate, read) });
}

type Opened = Exclude<VerifiedCertificate, { shows: "closed" }>;

function previewOf(certificate: Opened, { language, origin }: Read) {
  const [course, organisation] = [certificate.courseTitle, certificate.organisationName].map(
    (text) => inLanguage(text, language).text,
  );
  return {
    title: `${course} · ${certificate.learnerName}`,
    description: `${toldForLong(certificate, language)}${organisation} · ${certificate.number}`,
    address: `${origin}/verify/${certificate.id}`,
    picture: `${origin}/verify/${certificate.id}/seal.png`,
  };
}

function opened(certificate: Opened, language: Language) {
  const t = messages[language];
  const { expiresAt } = certificate;
  return html`<h1>${t.title()}</h1>
    ${verdict(certificate, language)} ${successor(certificate, language) ?? ""}
    <div class="seal">${raw(sealSvg(certificate.number, t.seal()))}</div>
    <dl>
      ${line(t.holder(), html`<bdi>${certificate.learnerName}</bdi>`)}
      ${localLine(t.course(), inLanguage(certificate.courseTitle, language))}
      ${localLine(t.issuer(), inLanguage(certificate.organisationName, language))}
      ${partnersOf(certificate, language)}
      ${line(t.number(), html`<bdi dir="ltr">${certificate.number}</bdi>`)}
      ${line(t.issued(), html`<bdi>${formatDate(certificate.issuedAt, language)}</bdi>`)}
      ${expiresAt ? line(t.expires(), html`<bdi>${formatDate(expiresAt, language)}</bdi>`) : ""}
      ${line(t.duration(), html`<bdi>${formatMinutes(certificate.minutes, language)}</bdi>`)}
      ${
        certificate.shows === "whole"
          ? line(t.quiz(), html`<bdi>${formatPercent(certificate.quizPercent, language)}</bdi>`)
          : ""
      }
    </dl>
    ${certificate.shows === "brief" ? html`<p>${t.brief()}</p>` : ""}
    <p>${t.compare()}</p>
    ${checking(language)}`;
}

/** Of one whose holder is erased: which it was and what became of it, and nothing of her. */
function husk(certificate: Opened, { language, origin }: Read) {
  const t = messages[language];
  const course = inLanguage(certificate.courseTitle, language);
  const organisation = inLanguage(certificate.organisationName, language);
  const { id, number, state, issuedAt } = certificate;
  const body = html`<h1>${t.title()}</h1>
    ${erased(language)} ${successor(certificate, language) ?? ""}
    <dl>
      ${line(t.number(), html`<bdi dir="ltr">${number}</bdi>`)}
      ${line(t.state(), html`${t[`state.${state}`]()}`)} ${localLine(t.course(), course)}
      ${localLine(t.issuer(), organisation)}
      ${line(t.issued(), html`<bdi>${formatDate(issuedAt, language)}</bdi>`)}
    </dl>`;
  const preview = {
    title: course.text,
    description: `${t.erased()} ${organisation.text} · ${number}`,
    address: `${origin}/verify/${id}`,
    picture: `${origin}/verify/${id}/seal.png`,
  };
  return page({ language, title: t.erased(), body, preview });
}

/** That there is one, whether it counts and who issued it: for all else she is asked. */
function closed(
  certificate: Extract<VerifiedCertificate, { shows: "closed" }>,
  language: Language,
) {
  const t = messages[language];
  return html`<h1>${t.title()}</h1>
    ${verdict(certificate, language)}
    <dl>
      ${localLine(t.issuer(), inLanguage(certificate.organisationName, language))}
      ${line(t.number(), html`<bdi dir="ltr">${certificate.number}</bdi>`)}
    </dl>
    <p>${t.closed()}</p>
    ${checking(language)}`;
}

/** The way for who has a file or a paper. */
export const checking = (language: Language) =>
  html`<a class="btn second" href="/check?lang=${language}">${messages[language].check()}</a>`;

const line = (name: string, value: Html) =>
  html`<dt>${name}</dt>
    <dd>${value}</dd>`;
const localLine = (name: string, { language, text }: ReturnType<typeof inLanguage>) =>
  html`<dt>${name}</dt>
    <dd lang="${language}"><bdi>${text}</bdi></dd>`;
