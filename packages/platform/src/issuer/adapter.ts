import type { Clock, Records } from "@twiza/core";
import { errors, type Adapter, type AdapterPayload } from "oidc-provider";
import * as z from "zod";

/** Kinds of artefact that end together when a grant is revoked. */
const GRANTABLE = new Set(["AccessToken", "AuthorizationCode", "RefreshToken"]);
/** Outlives any artefact of ours that was saved without a term. */
const DEFAULT_SECONDS = 3600;

const Payload = z.custom<AdapterPayload>(
  (value) => z.record(z.string(), z.unknown()).safeParse(value).success,
);
const Members = z.array(z.tuple([z.string(), z.string()]));

/**
 * The artefacts of `oidc-provider` in our `Records`. What else finds them (a session by its uid, the members of a grant) are
 * pointer rows: an index may lag, and a code is redeemed a moment after it is made.
 */
export function recordsAdapter(deps: { records: Records; clock: Clock }) {
  const { records, clock } = deps;
  const inSeconds = (seconds: number) => new Date(clock.now().getTime() + seconds * 1000);

  async function addToGrant(grantId: string, member: [string, string]): Promise<void> {
    for (let attempt = 0; attempt < 20; attempt++) {
      const found = await records.read("oidc.members", grantId);
      const members = Members.parse(found?.value ?? []);
      const outcome = await records.write("oidc.members", grantId, [...members, member], {
        expiresAt: inSeconds(DEFAULT_SECONDS),
        expected: found?.revision ?? "absent",
      });
      if (outcome === "written") return;
    }
    throw new Error("the members of a grant were changed by others 20 times in a row");
  }

  return (model: string): Adapter => {
    const kind = `oidc.${model}`;
    const find = async (id: string): Promise<AdapterPayload | undefined> => {
      const found = await records.read(kind, id);
      return found && Payload.parse(found.value);
    };
    return {
      find,

      async upsert(id, payload, expiresIn = DEFAULT_SECONDS) {
        const expiresAt = inSeconds(expiresIn);
        if (payload.uid !== undefined)
          await records.write("oidc.uid", payload.uid, id, { expiresAt, expected: "any" });
        if (payload.grantId !== undefined && GRANTABLE.has(model))
          await addToGrant(payload.grantId, [kind, id]);
        await records.write(kind, id, asJson(payload), { expiresAt, expected: "any" });
      },

      async findByUid(uid) {
        const pointer = await records.read("oidc.uid", uid);
        return pointer && find(z.string().parse(pointer.value));
      },

      /** Under the revision read: of two redemptions of one code, one is refused. */
      async consume(id) {
        const found = await records.read(kind, id);
        const payload = found && Payload.parse(found.value);
        if (!found || !payload || payload.consumed !== undefined) throw alreadyConsumed();
        const now = Math.floor(clock.now().getTime() / 1000);
        const outcome = await records.write(kind, id, asJson({ ...payload, consumed: now }), {
          expiresAt:
            payload.exp === undefined ? inSeconds(DEFAULT_SECONDS) : new Date(payload.exp * 1000),
          expected: found.revision,
        });
        if (outcome === "stale") throw alreadyConsumed();
      },

      destroy: (id) => records.remove(kind, id),

      async revokeByGrantId(grantId) {
        const found = await records.read("oidc.members", grantId);
        for (const [memberKind, id] of Members.parse(found?.value ?? []))
          await records.remove(memberKind, id);
        await records.remove("oidc.members", grantId);
      },

      // Device flows are off: no artefact of ours has a user code.
      async findByUserCode() {
        return undefined;
      },
    };
  };
}

const alreadyConsumed = () => new errors.InvalidGrant("already consumed");

/** Drops what JSON does not know (undefined), as any store would. */
const asJson = (payload: AdapterPayload) => z.json().parse(JSON.parse(JSON.stringify(payload)));
