import {
  type IntentId,
  type Proof,
  TakenProof,
  type UploadGrant,
  type UploadType,
} from "@twiza/contract";
import { may } from "../authorise.ts";
import type { Deps } from "../deps.ts";
import { once } from "../intent.ts";
import { madeOf } from "../media/made.ts";
import { actingFor, type Whose } from "../person/acting.ts";
import type { Principal } from "../principal.ts";
import { found, Refused } from "../refused.ts";

/** Proof is looked at closely: its photos may be finer than the pictures of lessons, which phones carry by the dozen. */
const LIMITS = { side: 1600, bytes: 200_000 } as const;

const KINDS = { picture: "photo", audio: "voice", video: "video", file: "file" } as const;

/** Who brings it, and what for: work of one learner, or what is said to work within one organisation. */
export type Bringer = { readonly principal: Principal; readonly scope: string };

/** A learner who is named, or is the only one that this can be for. */
export function learnerBringing(principal: Principal, { learnerId }: Whose): Bringer {
  const learning = actingFor(principal, learnerId);
  return { principal: learning, scope: learning.learnerId };
}

/** Somebody who says something to work of others. @throws Refused `not_found` */
export function markerBringing(principal: Principal): Bringer {
  const scope = found(principal.organisationId);
  const subject = { organisationId: scope, cohort: true, own: false };
  if (!may(principal, "submission:mark", subject)) throw new Refused("not_found");
  return { principal, scope };
}

/** Work names its learner; of whoever names none and may mark, it is what is said to the work of others. */
function bringerOf(principal: Principal, whose: Whose): Bringer {
  const { organisationId } = principal;
  const marks =
    organisationId !== undefined &&
    may(principal, "submission:mark", { organisationId, cohort: true, own: false });
  return whose.learnerId === undefined && marks
    ? markerBringing(principal)
    : learnerBringing(principal, whose);
}

const keyOf = ({ principal, scope }: Bringer, intentId: IntentId): string =>
  `incoming/proof/${scope}/${principal.accountId}/${intentId}`;

type Wish = Whose & {
  readonly intentId: IntentId;
  readonly type: UploadType;
  readonly bytes: number;
};

/** Grants the post of one piece. Nothing is written. @throws Refused `not_found`, `learner.required` */
export async function grantProof(
  deps: Deps,
  principal: Principal,
  { learnerId, intentId, type, bytes }: Wish,
): Promise<UploadGrant> {
  const key = keyOf(bringerOf(principal, { learnerId }), intentId);
  const { url, fields, expiresAt } = await deps.uploads.grant({ key, type, bytes });
  return { url, fields: { ...fields }, expiresAt: expiresAt.toISOString() };
}

type Taking = Whose & { readonly intentId: IntentId; readonly name?: string | undefined };

/**
 * Takes what was posted among what is private: made anew, so that no place and no time of a camera comes along.
 * @throws Refused `upload.missing`, `media.unreadable`, `media.too_large`, `media.active`, `media.locked`
 */
export async function takeProof(
  deps: Deps,
  principal: Principal,
  { learnerId, intentId, name }: Taking,
): Promise<Proof> {
  const bringer = bringerOf(principal, { learnerId });
  const key = keyOf(bringer, intentId);
  const request = { intentId, ...(name ? { name } : {}) };
  const asked = { principal: bringer.principal, operation: `proof.take ${bringer.scope}`, request };
  let made: Promise<Proof> | undefined;
  const { proof } = await once(deps, asked, async () => {
    made ??= make(deps, key, name);
    const { learnerId } = bringer.principal;
    const isHers = learnerId !== undefined && bringer.scope === learnerId;
    // Whoever names it by its intent knows neither its name nor whom it was taken for.
    return {
      reply: { scope: bringer.scope, proof: await made },
      writes: isHers ? [deps.store.holders.put(learnerId, (await made).hash)] : [],
    };
  });
  await deps.uploads.remove(key);
  return proof;
}

async function make(deps: Deps, key: string, name: string | undefined): Promise<Proof> {
  const brought = found(await deps.uploads.get(key), "upload.missing");
  const made = await madeOf(deps, brought, LIMITS);
  const { bytes, type } = made;
  const hash = await deps.privateBlobs.put(bytes, type);
  return {
    ...{ hash, kind: KINDS[made.kind], type, bytes: bytes.length },
    ...(made.kind === "file" && name ? { name } : {}),
    ...("seconds" in made ? { seconds: made.seconds } : {}),
  };
}

/** What this person took under an intent. Another's, or an intent of another kind, is none. @throws Refused `upload.missing` */
export async function takenProof(deps: Deps, bringer: Bringer, intentId: IntentId): Promise<Proof> {
  const done = await deps.store.intents.find(bringer.principal.accountId, intentId);
  const taken = TakenProof.safeParse(done?.reply);
  if (!taken.success || taken.data.scope !== bringer.scope) throw new Refused("upload.missing");
  return taken.data.proof;
}
