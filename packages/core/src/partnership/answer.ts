import type {
  CourseId,
  IntentId,
  OrganisationId,
  Partnership,
  PartnershipRow,
} from "@twiza/contract";
import type { Deps } from "../deps.ts";
import { once } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { found, Refused } from "../refused.ts";
import type { Kept } from "../store/index.ts";
import { agreeing, bothSides, isOpen, linesOf, partnershipOf } from "./partnership.ts";

type Answer = { readonly intentId: IntentId; readonly accepts: boolean; readonly seenAt: string };

/**
 * The partner agrees to stand behind a course's certificates from now on, or declines. Only what was asked of its own organisation can
 * be answered at all. @throws Refused `not_found`; `stale_write` when nothing waits, or when it was asked anew since
 */
export function answerPartnership(
  deps: Deps,
  principal: Principal,
  { courseId, body }: { readonly courseId: CourseId; readonly body: Answer },
): Promise<Partnership> {
  const asked = { principal, operation: `partnership.answer ${courseId}`, request: body };
  return once(deps, asked, async () => {
    const partnerId = agreeing(principal);
    const behind = found(await deps.store.partnerships.behind(partnerId, courseId));
    const { value } = behind;
    if (value.state !== "asked") throw new Refused("stale_write");
    if (value.askedAt !== body.seenAt) throw new Refused("stale_write");
    const changed: PartnershipRow = {
      ...value,
      state: body.accepts ? "running" : "declined",
      answeredAt: deps.clock.now().toISOString(),
    };
    const act = body.accepts ? ("accepted" as const) : ("declined" as const);
    return {
      reply: partnershipOf(changed),
      writes: [
        ...bothSides(deps, changed, { own: await ownOf(deps, value), behind }),
        ...linesOf(deps, principal, { act, partnership: changed }),
      ],
    };
  });
}

type Named = { readonly courseId: CourseId; readonly organisationId: OrganisationId };

/**
 * Either side ends it for the certificates to come: whoever asked withdraws what nobody has answered, and both may end what runs.
 * @throws Refused `not_found` for one that is neither's; `stale_write` when there is nothing left to end
 */
export function endPartnership(
  deps: Deps,
  principal: Principal,
  { named, body }: { readonly named: Named; readonly body: { readonly intentId: IntentId } },
): Promise<Partnership> {
  const { courseId, organisationId: partnerId } = named;
  const operation = `partnership.end ${courseId} ${partnerId}`;
  return once(deps, { principal, operation, request: body }, async () => {
    const side = await sideOf(deps, agreeing(principal), named);
    const { value } = side;
    const isPartner = value.holderId === partnerId;
    // Nobody withdraws what was asked of him: he declines it.
    if (!isOpen(value) || (isPartner && value.state === "asked")) throw new Refused("stale_write");
    const other = isPartner ? await ownOf(deps, value) : await behindOf(deps, value);
    const sides = isPartner ? { own: other, behind: side } : { own: side, behind: other };
    const changed: PartnershipRow = {
      ...value,
      state: value.state === "asked" ? "withdrawn" : "ended",
      endedAt: deps.clock.now().toISOString(),
      endedBy: isPartner ? "partner" : "issuer",
    };
    return {
      reply: partnershipOf(changed),
      writes: [
        ...bothSides(deps, changed, sides),
        ...linesOf(deps, principal, { act: "ended", partnership: changed }),
      ],
    };
  });
}

/** One's own side of it, whichever that is. @throws Refused `not_found` */
async function sideOf(
  { store }: Deps,
  holderId: OrganisationId,
  { courseId, organisationId: partnerId }: Named,
): Promise<Kept<PartnershipRow>> {
  if (holderId === partnerId) return found(await store.partnerships.behind(holderId, courseId));
  const rows = await store.partnerships.ofCourse(holderId, courseId);
  return found(rows.find(({ value }) => value.partnerId === partnerId));
}

/** The side of whoever has the course, by its partner's. What is open has both. @throws Error when it is gone: a bug, not a refusal */
async function ownOf({ store }: Deps, side: PartnershipRow): Promise<Kept<PartnershipRow>> {
  const { organisationId, courseId, partnerId } = side;
  const rows = await store.partnerships.ofCourse(organisationId, courseId);
  const own = rows.find(({ value }) => value.partnerId === partnerId);
  if (!own) throw new Error(`the other side of ${courseId} and ${partnerId} is missing`);
  return own;
}

/** The partner's side, likewise. */
async function behindOf({ store }: Deps, side: PartnershipRow): Promise<Kept<PartnershipRow>> {
  const { courseId, partnerId } = side;
  const behind = await store.partnerships.behind(partnerId, courseId);
  if (!behind) throw new Error(`the other side of ${courseId} and ${partnerId} is missing`);
  return behind;
}
