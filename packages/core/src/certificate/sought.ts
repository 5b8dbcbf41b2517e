import { type Certificate, certificateState, type CertificateState } from "@twiza/contract";

/** What is looked for in the register. Days are those of issue, both included. */
export type Sought = {
  readonly search?: string | undefined;
  readonly courseId?: Certificate["courseId"] | undefined;
  readonly state?: CertificateState | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
};

/** Arabic letters that people write one for the other. */
const ALIKE: Readonly<Record<string, string>> = { ة: "ه", ى: "ي", ٱ: "ا" };
/** Without what people leave out when they look for a name: capitals, accents, hamza, the signs above letters, tatweel. */
const folded = (text: string): string =>
  text
    .normalize("NFKD")
    .replaceAll(/[\p{M}\u0640]/gu, "")
    .replaceAll(/[ةىٱ]/g, (letter) => ALIKE[letter] ?? letter)
    .toLowerCase();

/** Whether a certificate is looked for: by a number, by its last digits, or by parts of its holder's name. Pure. */
export function isSought(
  { search = "", courseId, state, from, until }: Sought,
  now: Date,
): (certificate: Certificate) => boolean {
  const words = folded(search).split(/\s+/).filter(Boolean);
  return (certificate) => {
    const day = certificate.issuedAt.slice(0, 10);
    if (courseId !== undefined && certificate.courseId !== courseId) return false;
    if (state !== undefined && certificateState(certificate, now) !== state) return false;
    if ((from !== undefined && day < from) || (until !== undefined && day > until)) return false;
    const name = folded(certificate.learnerName);
    const number = certificate.number.toLowerCase();
    const serial = Number(number.slice(number.lastIndexOf("-") + 1));
    return words.every(
      (word) =>
        name.includes(word) ||
        (/^[0-9]+$/.test(word) ? serial === Number(word) : number.startsWith(word)),
    );
  };
}
