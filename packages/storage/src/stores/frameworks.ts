import { type FrameworkId, FrameworkRow, type OrganisationId } from "@twiza/contract";
import type { Store } from "@twiza/core";
import type { Engine } from "../engine/engine.ts";
import { entity } from "../entity.ts";
import { tables } from "../tables.ts";
import { page, type Writer } from "./write.ts";

const partition = (organisationId: OrganisationId): string => `ORG#${organisationId}#FRAMEWORKS`;

/** What it says of itself, and which blob its competencies lie in. The id is its maker's, so that one that came in keeps its name. */
const framework = entity({
  name: "framework",
  table: tables.courses,
  schema: FrameworkRow,
  format: 1,
  key: ({ organisationId, id }: { organisationId: OrganisationId; id: FrameworkId }) => ({
    pk: partition(organisationId),
    sk: `FRAMEWORK#${id}`,
  }),
});

export const frameworkStore = (engine: Engine, write: Writer): Store["frameworks"] => ({
  byId: (organisationId, id, how = { fresh: true }) =>
    framework.get(engine, { organisationId, id }, { consistent: how.fresh }),
  ofOrganisation: async (organisationId, after) =>
    page(
      await framework.query(engine, {
        pk: partition(organisationId),
        sk: { beginsWith: "FRAMEWORK#" },
        after,
        consistent: true,
      }),
    ),
  put: (row, expected) => write(framework.put(row, { expected })),
  remove: ({ value, revision }) => write(framework.remove(value, { expected: revision })),
});
