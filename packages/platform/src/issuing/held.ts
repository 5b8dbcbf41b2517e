import type { IssuerKey, OrganisationId } from "@twiza/contract";
import type { Clock, IssuerKeys } from "@twiza/core";

/** A key with what it signs by. */
export type HeldKey = { readonly key: IssuerKey; sign(bytes: Uint8Array): Promise<Uint8Array> };

const isOf = ({ organisations }: IssuerKey, organisationId: OrganisationId): boolean =>
  organisations?.includes(organisationId) ?? false;

const signsAt = ({ from, retiredAt, compromisedAfter }: IssuerKey, now: Date): boolean =>
  new Date(from) <= now &&
  compromisedAfter === undefined &&
  (retiredAt === undefined || now < new Date(retiredAt));

/** Chooses among keys, newest first: an organisation's own before the one that is held for all. */
export const issuerKeysOver = (
  held: () => Promise<readonly HeldKey[]>,
  clock: Clock,
): IssuerKeys => ({
  keys: async () => (await held()).map(({ key }) => key),
  signing: async (organisationId) => {
    const able = (await held()).filter(({ key }) => signsAt(key, clock.now()));
    const one =
      able.find(({ key }) => isOf(key, organisationId)) ??
      able.find(({ key }) => key.organisations === undefined);
    if (!one) throw new Error(`no key may sign certificates of ${organisationId} now`);
    return { kid: one.key.kid, sign: (bytes) => one.sign(bytes) };
  },
});
