import type { CourseId, Hash, LearnerId, OrganisationId, PackClaims } from "@twiza/contract";
import { authorise } from "../authorise.ts";
import type { Deps } from "../deps.ts";
import { actingFor } from "../person/acting.ts";
import type { Principal } from "../principal.ts";
import { found } from "../refused.ts";

const TYPE = "twiza-pack+jws";

type Asked = {
  readonly courseId: CourseId;
  readonly version: number;
  readonly learnerId?: LearnerId | undefined;
};
type Published = { readonly organisationId: OrganisationId; readonly index: Hash };

/**
 * What proves that a version's list of files is ours, for whoever learns by this version and for the staff of its organisation.
 * Signed when it is asked for the first time, and kept: from then on nobody's asking costs a signature.
 * @throws Refused `not_found`, also for whoever may not ask, and for a version that was published without a list
 */
export async function readPackSignature(
  deps: Deps,
  principal: Principal,
  asked: Asked,
): Promise<{ signature: string }> {
  const { courseId, version } = asked;
  const { index, organisationId } = found(
    (await asLearner(deps, principal, asked)) ?? (await asStaff(deps, principal, asked)),
  );
  const kept = await deps.store.packs.signed(courseId, version);
  if (kept) return { signature: kept.value.signature };
  const claims: PackClaims = { course: courseId, version, index };
  const signature = await deps.tokens.sign(TYPE, claims);
  const write = deps.store.packs.putSigned({ ...claims, organisationId, signature });
  if ((await deps.store.commit([write])) === "done") return { signature };
  // Somebody was first: there is one signature of a version, and it is hers.
  const first = found(await deps.store.packs.signed(courseId, version, { fresh: true }));
  return { signature: first.value.signature };
}

/** The version that she is enrolled in, if it is this one. */
async function asLearner(
  deps: Deps,
  principal: Principal,
  { courseId, version, learnerId }: Asked,
): Promise<Published | undefined> {
  if (!learnerId && !principal.learnerId) return undefined;
  const learning = actingFor(principal, learnerId);
  const kept = await deps.store.enrolments.byCourse(learning.learnerId, courseId);
  if (kept?.value.version !== version) return undefined;
  const { organisationId, content } = kept.value;
  authorise(learning, "progress:read", {
    organisationId,
    own: kept.value.learnerId === learning.learnerId,
  });
  return content.pack && { organisationId, index: content.pack };
}

/** A version of the organisation's own: the learner's role, which reads what is live anywhere, does not count here. */
async function asStaff(
  deps: Deps,
  principal: Principal,
  { courseId, version }: Asked,
): Promise<Published | undefined> {
  const roles = principal.roles.filter((role) => role !== "learner");
  if (roles.length === 0) return undefined;
  const kept = await deps.store.courses.version(courseId, version);
  if (!kept) return undefined;
  const { organisationId, content } = kept.value;
  authorise({ ...principal, roles }, "course:read", { organisationId, published: true });
  return content.pack && { organisationId, index: content.pack };
}
