import {
  deliverParcel,
  digest,
  fetchTicket,
  listAttempts,
  readPackSignature,
  readPasses,
  startAttempt,
  submitAttempt,
} from "@twiza/core";
import type { ParcelLimit } from "@twiza/platform/limits";
import type { AddressOf } from "../http/address.ts";
import { cookieOf, createApp, type Setting } from "../http/app.ts";
import { operation } from "../http/operation.ts";

/** For how long a verifier may keep our public keys. A new key signs nothing before this has passed (docs/operate.md). */
const KEYS_KEEP_SECONDS = 3600;

export type AttemptsSetting = Setting & {
  readonly parcelLimit: ParcelLimit;
  readonly addressOf: AddressOf;
};

/** Sittings of the graded quiz, what comes by other phones, what proves a pack to be ours, and our keys. */
export function attemptsApp(setting: AttemptsSetting) {
  const app = createApp(setting);
  const { deps, origin, parcelLimit, addressOf } = setting;
  operation(app, { setting, name: "fetchTicket" }, ({ principal, params, body }) =>
    fetchTicket(deps, principal, { courseId: params.courseId, body }),
  );
  operation(app, { setting, name: "startAttempt" }, ({ principal, params, body }) =>
    startAttempt(deps, principal, { courseId: params.courseId, body }),
  );
  operation(app, { setting, name: "submitAttempt" }, ({ principal, params, body }) =>
    submitAttempt(deps, principal, { ...params, body }),
  );
  operation(app, { setting, name: "listAttempts" }, ({ principal, params, query }) =>
    listAttempts(deps, principal, { ...params, ...query }),
  );
  operation(app, { setting, name: "readPackSignature" }, ({ principal, params, query }) =>
    readPackSignature(deps, principal, {
      courseId: params.courseId,
      version: Number(params.version),
      ...query,
    }),
  );
  operation(app, { setting, name: "readKeys" }, async ({ context }) => {
    const [keys, sealing] = await Promise.all([deps.tokens.keys(), deps.seals.keys()]);
    context.header("cache-control", `public, max-age=${KEYS_KEEP_SECONDS}`);
    return { keys: [...keys], sealing: [...sealing] };
  });
  operation(app, { setting, name: "readPasses" }, async ({ query, context }) =>
    readPasses(deps, {
      cookieHash: await digest(cookieOf(context, origin) ?? ""),
      deviceId: query.deviceId,
    }),
  );
  operation(app, { setting, name: "deliverParcel" }, async ({ body, context }) => {
    await parcelLimit.take(addressOf(context));
    return deliverParcel(deps, body.parcel);
  });
  return app;
}
