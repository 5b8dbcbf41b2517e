import type { IssuerKey, OrganisationId } from "@twiza/contract";

/** The keys under which an organisation's certificates may be signed: those of all, and its own. Who else has one is told to nobody here. */
export const keysOf = (
  keys: readonly IssuerKey[],
  organisationId: OrganisationId,
): readonly IssuerKey[] =>
  keys
    .filter(({ organisations }) => organisations?.includes(organisationId) ?? true)
    .map(({ organisations: _others, ...key }) => key);
