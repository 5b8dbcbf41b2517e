import type { PublicCertificate } from "@twiza/contract";
import { inLanguage, type Language } from "@twiza/contract/where";

type Held = Pick<
  PublicCertificate,
  "id" | "number" | "courseTitle" | "organisationName" | "issuedAt" | "expiresAt"
>;

/** Where LinkedIn asks her whether to put a certificate among hers, by the parameters that it documents. Nothing is sent before her tap. */
export function linkedInAddress(
  { id, number, courseTitle, organisationName, issuedAt, expiresAt }: Held,
  { language, origin }: { readonly language: Language; readonly origin: string },
): string {
  const [issued, ends] = [new Date(issuedAt), expiresAt ? new Date(expiresAt) : undefined];
  const said = new URLSearchParams({
    startTask: "CERTIFICATION_NAME",
    name: inLanguage(courseTitle, language).text,
    organizationName: inLanguage(organisationName, language).text,
    issueYear: String(issued.getUTCFullYear()),
    issueMonth: String(issued.getUTCMonth() + 1),
    ...(ends && {
      expirationYear: String(ends.getUTCFullYear()),
      expirationMonth: String(ends.getUTCMonth() + 1),
    }),
    certUrl: `${origin}/verify/${id}`,
    certId: number,
  });
  return `https://www.linkedin.com/profile/add?${said}`;
}
