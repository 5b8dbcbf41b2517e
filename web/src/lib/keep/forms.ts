import type { PublicCertificate, SignedCertificate } from "@twiza/contract";
import { bakeOwn, bakePng } from "@twiza/credential/bake";
import { signedDocument } from "@twiza/credential/document";
import { sealSvg } from "@twiza/credential/drawn-seal";

/** The forms in which a certificate is kept. */
export const FORMS = ["png", "svg", "jwt", "document"] as const;
export type Form = (typeof FORMS)[number];

type Made = {
  readonly certificate: Pick<PublicCertificate, "number">;
  readonly signed: SignedCertificate;
  /** Draws the card: whose, for what, and where it can be checked. */
  readonly card: () => Promise<File>;
  readonly sealName: string;
};

/** A form as a file to be kept. The page makes it: nothing of it stays on a server. */
export async function fileOf(form: Form, made: Made): Promise<File> {
  const { number } = made.certificate;
  const file = (content: BlobPart, ending: string, type: string) =>
    new File([content], `${number}.${ending}`, { type });
  const { signed } = made;
  if (form === "jwt") return file(signed.jwt, "jwt", "application/vc+jwt");
  if (form === "document")
    return file(JSON.stringify(signedDocument(signed), undefined, 2), "json", "application/vc");
  // What partners have signed has room in the document alone.
  const within = signed.endorsements ? JSON.stringify(signedDocument(signed)) : signed.jwt;
  if (form === "svg")
    return file(bakeOwn(sealSvg(number, made.sealName), within), "svg", "image/svg+xml");
  const card = new Uint8Array(await (await made.card()).arrayBuffer());
  return file(bakePng(card, within), "png", "image/png");
}
