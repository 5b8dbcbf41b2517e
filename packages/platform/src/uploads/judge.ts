import * as z from "zod";
import { ALGORITHM } from "./form.ts";
import { isSame, type Signatory, signatureOf } from "./signature.ts";

/** As much of S3's policy language as our forms are written in. */
const Policy = z.strictObject({
  expiration: z.iso.datetime({ precision: 3 }),
  conditions: z.array(
    z.union([
      z.strictObject({ bucket: z.string() }),
      z.tuple([z.literal("eq"), z.string().startsWith("$"), z.string()]),
      z.tuple([z.literal("content-length-range"), z.int(), z.int()]),
    ]),
  ),
});

/** What a form lets in, or that it is refused: not ours, of another bucket, changed, with a field too many or too few, or too late. */
export type Verdict =
  | { readonly key: string; readonly least: number; readonly most: number }
  | "refused";

/** Fields that the policy itself cannot speak of. */
const OUTSIDE = new Set(["policy", "x-amz-signature"]);

/** Judges the fields of a form as S3 does, before any byte of its file is read. */
export function judged(
  fields: ReadonlyMap<string, string>,
  { bucket, by, now }: { readonly bucket: string; readonly by: Signatory; readonly now: Date },
): Verdict {
  const policy = fields.get("policy") ?? "";
  const day = (fields.get("x-amz-date") ?? "").slice(0, 8);
  const isOurs = isSame(fields.get("x-amz-signature") ?? "", signatureOf(by, { day, policy }));
  if (!isOurs || fields.get("x-amz-algorithm") !== ALGORITHM) return "refused";
  const { expiration, conditions } = Policy.parse(
    JSON.parse(Buffer.from(policy, "base64").toString("utf8")),
  );
  if (new Date(expiration) <= now) return "refused";
  const wanted = new Map<string, string>();
  let range: readonly [number, number] | undefined;
  for (const condition of conditions) {
    if (!Array.isArray(condition)) {
      if (condition.bucket !== bucket) return "refused";
    } else if (condition[0] === "eq") wanted.set(condition[1].slice(1), condition[2]);
    else range = [condition[1], condition[2]];
  }
  const given = [...fields.keys()].filter((name) => !OUTSIDE.has(name));
  const isWanted = given.every((name) => wanted.get(name) === fields.get(name));
  const key = wanted.get("key");
  if (!isWanted || given.length !== wanted.size || key === undefined || !range) return "refused";
  return { key, least: range[0], most: range[1] };
}
