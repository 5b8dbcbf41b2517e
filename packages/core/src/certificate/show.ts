import type { Certificate, CertificateId, CertificateShows, IntentId } from "@twiza/contract";
import { authorise } from "../authorise.ts";
import type { Deps } from "../deps.ts";
import { trueMoment } from "../enrolment/progress.ts";
import { once } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { found } from "../refused.ts";

type Shows = NonNullable<Certificate["shows"]>;
type Wish = {
  readonly intentId: IntentId;
  readonly shows: CertificateShows;
  readonly wishedAt: string;
  readonly sentAt: string;
};

/** From what shows most to what shows least. */
const CLOSER: readonly CertificateShows[] = ["whole", "brief", "closed"];

/** The later of two wishes; of two at the same moment the one that shows less, so that they may come in any order. Pure. */
export function laterWish(one: Shows | undefined, other: Shows): Shows {
  if (!one || one.wishedAt < other.wishedAt) return other;
  if (one.wishedAt > other.wishedAt) return one;
  return CLOSER.indexOf(other.as) > CLOSER.indexOf(one.as) ? other : one;
}

/**
 * How much of a certificate anybody sees, as its holder wants it; nobody else chooses for her, not even who issued it. A wish of a phone
 * that had no network counts from when it was made, whatever that phone's clock shows.
 * @throws Refused `not_found` for a certificate of somebody else
 */
export function showCertificate(
  deps: Deps,
  principal: Principal,
  { id, body }: { id: CertificateId; body: Wish },
): Promise<{ shows: CertificateShows }> {
  const { sentAt, ...request } = body;
  const wish = {
    as: body.shows,
    wishedAt: trueMoment({ at: body.wishedAt, sentAt, receivedAt: deps.clock.now() }),
  };
  return once(deps, { principal, operation: `certificate.show ${id}`, request }, async () => {
    const { value, revision } = found(await deps.store.certificates.byId(id));
    const own = principal.learnerIds.includes(value.learnerId);
    authorise(principal, "certificate:show", { organisationId: value.organisationId, own });
    const shows = laterWish(value.shows, wish);
    const isNew = shows !== value.shows;
    const writes = isNew ? [deps.store.certificates.put({ ...value, shows }, revision)] : [];
    return { reply: { shows: shows.as }, writes };
  });
}
