import { type MediaId, MediaRow, type OrganisationId } from "@twiza/contract";
import type { Store } from "@twiza/core";
import type { Engine } from "../engine/engine.ts";
import { entity } from "../entity.ts";
import { tables } from "../tables.ts";
import { page, type Writer } from "./write.ts";

const partition = (organisationId: OrganisationId): string => `ORG#${organisationId}#MEDIA`;

/** Their ids lie in the order of time. */
const media = entity({
  name: "media",
  table: tables.courses,
  schema: MediaRow,
  format: 1,
  key: ({
    organisationId,
    item: { id },
  }: Pick<MediaRow, "organisationId"> & { readonly item: { readonly id: MediaId } }) => ({
    pk: partition(organisationId),
    sk: `MEDIA#${id}`,
  }),
});

export const mediaStore = (engine: Engine, write: Writer): Store["media"] => ({
  byId: (organisationId, id) =>
    media.get(engine, { organisationId, item: { id } }, { consistent: true }),
  ofOrganisation: async (organisationId, after) =>
    page(
      await media.query(engine, {
        pk: partition(organisationId),
        descending: true,
        limit: 60,
        after,
        consistent: true,
      }),
    ),
  put: (row, expected) => write(media.put(row, { expected })),
});
