import {
  CertificateDesign,
  type DesignId,
  DesignPictureRow,
  type Hash,
  type OrganisationId,
} from "@twiza/contract";
import type { Kept, Store } from "@twiza/core";
import type { Engine } from "../engine/engine.ts";
import { entity } from "../entity.ts";
import { tables } from "../tables.ts";
import type { Writer } from "./write.ts";

/** Beside the certificates, so that who issues them reads nothing more than he may. */
const partition = (organisationId: OrganisationId): string => `ORG#${organisationId}#DESIGNS`;

const design = entity({
  name: "certificate-design",
  table: tables.certificates,
  schema: CertificateDesign,
  format: 1,
  key: ({ organisationId, id }: { organisationId: OrganisationId; id: DesignId }) => ({
    pk: partition(organisationId),
    sk: `DESIGN#${id}`,
  }),
});

/** Its key is the right to name the picture in a design. */
const picture = entity({
  name: "design-picture",
  table: tables.certificates,
  schema: DesignPictureRow,
  format: 1,
  key: ({ organisationId, hash }: { organisationId: OrganisationId; hash: Hash }) => ({
    pk: partition(organisationId),
    sk: `PICTURE#${hash}`,
  }),
});

async function all(
  engine: Engine,
  organisationId: OrganisationId,
): Promise<readonly Kept<CertificateDesign>[]> {
  const found: Kept<CertificateDesign>[] = [];
  let after: string | undefined;
  do {
    const { values, next } = await design.query(engine, {
      pk: partition(organisationId),
      sk: { beginsWith: "DESIGN#" },
      after,
      consistent: true,
    });
    found.push(...values);
    after = next;
  } while (after !== undefined);
  return found;
}

export const designStore = (engine: Engine, write: Writer): Store["designs"] => ({
  byId: (organisationId, id) => design.get(engine, { organisationId, id }, { consistent: true }),
  ofOrganisation: (organisationId) => all(engine, organisationId),
  put: (value, expected) => write(design.put(value, { expected })),
  picture: (organisationId, hash) =>
    picture.get(engine, { organisationId, hash }, { consistent: true }),
  putPicture: (row, expected) => write(picture.put(row, { expected })),
});
