import type { UploadForm } from "@twiza/core";
import { UPLOAD_PATH } from "./path.ts";
import { credentialOf, dayOf, type Signatory, signatureOf } from "./signature.ts";

const HOLDS_MINUTES = 10;
export const ALGORITHM = "AWS4-HMAC-SHA256";

type Wish = { readonly key: string; readonly type: string; readonly bytes: number };

/**
 * The form of S3's POST policy: these fields and no others, exactly this key, this type and this length, until then. It holds from
 * the next whole minute, so that who asks again at once is given the same.
 */
export function signedForm(
  { key, type, bytes }: Wish,
  { bucket, by, now }: { readonly bucket: string; readonly by: Signatory; readonly now: Date },
): UploadForm {
  const minute = 60_000;
  const expiresAt = new Date((Math.ceil(now.getTime() / minute) + HOLDS_MINUTES) * minute);
  const day = dayOf(now);
  const said = {
    key,
    "Content-Type": type,
    "x-amz-algorithm": ALGORITHM,
    "x-amz-credential": credentialOf(by, day),
    "x-amz-date": `${day}T000000Z`,
    ...(by.sessionToken ? { "x-amz-security-token": by.sessionToken } : {}),
  };
  const conditions = [
    { bucket },
    ["content-length-range", bytes, bytes],
    ...Object.entries(said).map(([name, value]) => ["eq", `$${name}`, value]),
  ];
  const document = JSON.stringify({ expiration: expiresAt.toISOString(), conditions });
  const policy = Buffer.from(document).toString("base64");
  const signature = signatureOf(by, { day, policy });
  return { url: UPLOAD_PATH, fields: { ...said, policy, "x-amz-signature": signature }, expiresAt };
}
