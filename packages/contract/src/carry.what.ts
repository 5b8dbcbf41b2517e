import * as z from "zod";
import { PARCEL_CHARACTERS } from "./carry.ts";
import { LearnerId } from "./id.ts";
import { what } from "./operation.ts";
import { DeviceId, Instant } from "./text.ts";

export const carryWhat = what({
  readPasses: {
    summary: "What this phone needs to send by another phone, for each of its learners",
    query: z.strictObject({ deviceId: DeviceId }),
    reply: z.strictObject({
      passes: z.array(
        z.strictObject({
          learnerId: LearnerId,
          /** Compact JWS; kept on the phone, and sealed into each parcel. */
          pass: z.string(),
          expiresAt: Instant,
        }),
      ),
    }),
  },
  deliverParcel: {
    summary:
      "Deliver what a phone without network has sealed; whoever brings it learns nothing of it",
    body: z.strictObject({
      /** Compact JWE (RFC 7516): RSA-OAEP-256, A256GCM, compressed or not. */
      parcel: z
        .string()
        .max(PARCEL_CHARACTERS)
        .regex(/^[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+){4}$/),
    }),
    reply: z.strictObject({
      /** Compact JWS, for the phone that sealed it. */
      receipt: z.string(),
    }),
    refusals: [
      "parcel.damaged",
      "parcel.other_key",
      "parcel.too_many",
      "pass.forged",
      "pass.expired",
      "pass.ended",
    ],
  },
});
