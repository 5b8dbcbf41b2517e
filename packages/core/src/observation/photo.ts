import {
  type Hash,
  type IntentId,
  type LearnerId,
  type ObservationId,
  type OrganisationId,
  Photo,
} from "@twiza/contract";
import { authorise } from "../authorise.ts";
import { cohortSubject } from "../cohort/cohort.ts";
import type { Deps } from "../deps.ts";
import { fingerprintOf, once } from "../intent.ts";
import { base64Of } from "../media/base64.ts";
import { incomingKey } from "../media/place.ts";
import { actingFor } from "../person/acting.ts";
import type { Principal } from "../principal.ts";
import { found, Refused } from "../refused.ts";

/** Proof is looked at closely: it may be finer than the pictures of lessons, which phones carry by the dozen. */
const LIMITS = { side: 1600, bytes: 200_000 } as const;

/** A photo is of one organisation: the intent that took it there names no photo of another. */
const operationIn = (organisationId: OrganisationId): string =>
  `observation.takePhoto ${organisationId}`;

/**
 * Takes a photo that was posted, drawn anew from its points (so that no place and no time of the camera comes along), among what is
 * private. @throws Refused `upload.missing`, `media.unreadable`, `media.too_large`
 */
export async function takePhoto(
  deps: Deps,
  principal: Principal,
  body: { readonly intentId: IntentId },
): Promise<Photo> {
  const organisationId = found(principal.organisationId);
  authorise(principal, "observation:write", { organisationId, cohort: true, own: false });
  const key = incomingKey(principal, body.intentId);
  const asked = { principal, operation: operationIn(organisationId), request: body };
  let drawn: Promise<Photo> | undefined;
  const photo = await once(deps, asked, async () => {
    drawn ??= draw(deps, key);
    return { reply: await drawn, writes: [] };
  });
  await deps.uploads.remove(key);
  return photo;
}

async function draw(deps: Deps, key: string): Promise<Photo> {
  const brought = found(await deps.uploads.get(key), "upload.missing");
  const drawn = await deps.pictures.redraw(brought, LIMITS);
  if (typeof drawn === "string") throw new Refused(`media.${drawn}`);
  const hash = await deps.privateBlobs.put(drawn.bytes, "image/webp");
  return { hash, bytes: drawn.bytes.length };
}

/** The photo that this person took under an intent. Another's, or an intent of another kind, is none. @throws Refused `upload.missing` */
export async function takenPhoto(
  deps: Deps,
  principal: Principal,
  intentId: IntentId,
): Promise<Photo> {
  const organisationId = found(principal.organisationId);
  const done = found(
    await deps.store.intents.find(principal.accountId, intentId),
    "upload.missing",
  );
  const print = await fingerprintOf(operationIn(organisationId), { intentId });
  if (done.fingerprint !== print) throw new Refused("upload.missing");
  return Photo.parse(done.reply);
}

type Wanted = {
  readonly learnerId: LearnerId;
  readonly observationId: ObservationId;
  readonly hash: Hash;
};

/** One photo of an observation, for its learner and for those who may read it. The hash alone opens nothing: it must be one of its photos. */
export async function readPhoto(
  deps: Deps,
  principal: Principal,
  { learnerId, observationId, hash }: Wanted,
): Promise<{ type: "image/webp"; base64: string }> {
  const { value } = found(await deps.store.observations.byId(learnerId, observationId));
  const { organisationId, cohortId } = value;
  const own = principal.learnerIds.includes(learnerId);
  // A learner who is carried on the phone has her role though the session stands for somebody else.
  const reader = own ? actingFor(principal, learnerId) : principal;
  const cohort =
    !own && principal.organisationId === organisationId
      ? await deps.store.cohorts.byId(organisationId, cohortId)
      : undefined;
  authorise(reader, "observation:read", {
    organisationId,
    own,
    cohort: cohort ? cohortSubject(cohort.value, principal).cohort === true : false,
  });
  if (value.photos.every((photo) => photo.hash !== hash)) throw new Refused("not_found");
  const bytes = found(await deps.privateBlobs.get(hash));
  return { type: "image/webp", base64: base64Of(bytes) };
}
