import { createHmac, timingSafeEqual } from "node:crypto";

/** Who signs, and where S3 is: the second half of what S3 calls a credential. */
export type Signatory = {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
  readonly region: string;
};

const hmac = (key: string | Buffer, text: string): Buffer =>
  createHmac("sha256", key).update(text).digest();

/** `20261126`: the day on which a key of this kind holds. */
export const dayOf = (at: Date): string => at.toISOString().slice(0, 10).replaceAll("-", "");

export const credentialOf = ({ accessKeyId, region }: Signatory, day: string): string =>
  `${accessKeyId}/${day}/${region}/s3/aws4_request`;

/** Of a policy as it is posted, in base64 (AWS Signature Version 4 for browser-based uploads). */
export function signatureOf(
  { secretAccessKey, region }: Pick<Signatory, "secretAccessKey" | "region">,
  { day, policy }: { readonly day: string; readonly policy: string },
): string {
  const ofDay = hmac(`AWS4${secretAccessKey}`, day);
  const key = hmac(hmac(hmac(ofDay, region), "s3"), "aws4_request");
  return hmac(key, policy).toString("hex");
}

/** Takes as long for a wrong one as for a right one. */
export const isSame = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
