import type { RichInline, RichNode, RichText } from "../rich-text.ts";

/** Where a lesson stands, to tell which pages of our own there are. */
export type Site = {
  /** Name and port of the site, `twiza.example`. */
  readonly host: string;
  readonly courseId: string;
  readonly lessonIds: readonly string[];
};

/** Addresses that lead nowhere from a learner's phone. Whether a foreign page answers is not asked: see decision 0046. */
export const deadLinks = (texts: readonly RichText[], site: Site): readonly string[] =>
  hrefsIn(texts).filter((href) => isDead(href, site));

type Line = { readonly content?: readonly RichInline[] | undefined };
const linesOf = (node: RichNode): readonly Line[] =>
  node.type === "paragraph" || node.type === "heading"
    ? [node]
    : node.content.flatMap((item) => item.content);

const hrefsIn = (texts: readonly RichText[]): readonly string[] =>
  texts
    .flatMap(({ content }) => content.flatMap(linesOf))
    .flatMap(({ content = [] }) => content)
    .flatMap(({ marks = [] }) =>
      marks.flatMap((mark) => (mark.type === "link" ? [mark.attrs.href] : [])),
    );

export function isDead(href: string, site: Site): boolean {
  if (/^tel:/i.test(href)) return !/^tel:\+?[0-9().\s-]*\d{2}[0-9().\s-]*(?:;.*)?$/i.test(href);
  if (/^mailto:/i.test(href)) return !/^mailto:[^@\s]+@[^@\s.]+(?:\.[^@\s.?]+)+(?:\?.*)?$/i.test(href);
  if (!URL.canParse(href)) return true;
  const { host, hostname, pathname } = new URL(href);
  return host === site.host ? !isOurs(pathname, site) : isNowhere(hostname);
} // prettier-ignore

/** Names that are of a house or of nobody (RFC 2606, 6761, 6762, 8375). */
const NOBODYS =
  /(?:^|\.)(?:localhost|local|lan|home|internal|intranet|home\.arpa|test|invalid|example|example\.(?:com|net|org))\.?$/i;
/** Networks of a house or of a machine itself (RFC 1918, 3927, 6598). `URL` has written every other form of an address as this. */
const PRIVATE = /^(?:0|10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./; // prettier-ignore
const PRIVATE_6 = /^\[(?:::(?:1|ffff:[^\]]*)?\]|f[cd]|fe[89ab])/i;

const isNowhere = (hostname: string): boolean =>
  PRIVATE.test(hostname) ||
  PRIVATE_6.test(hostname) ||
  NOBODYS.test(hostname) ||
  !(hostname.startsWith("[") || /[^.]\.[^.]/.test(hostname));

/** Pages that anybody may be led to: a course, a lesson, help, a certificate. */
const PAGES =
  /^\/(?:|help\/?|courses\/?|downloads\/?|wallet\/?|courses\/crs_[0-9a-f]{32}\/?|verify\/[^/]+\/?)$/;
const LEARN = /^\/learn\/(crs_[0-9a-f]{32})(?:\/(?:quiz|(les_[0-9a-f]{32})))?\/?$/;

function isOurs(pathname: string, { courseId, lessonIds }: Site): boolean {
  const [isLearn, course, lesson] = LEARN.exec(pathname) ?? [];
  if (isLearn === undefined) return PAGES.test(pathname);
  return course !== courseId || lesson === undefined || lessonIds.includes(lesson);
}
