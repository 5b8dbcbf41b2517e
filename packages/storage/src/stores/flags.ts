import { Flag, type FlagId, type OrganisationId } from "@twiza/contract";
import type { Store } from "@twiza/core";
import type { Engine } from "../engine/engine.ts";
import { entity } from "../entity.ts";
import { tables } from "../tables.ts";
import { page, type Writer } from "./write.ts";

/** Under its organisation, so that another's is out of reach; in the index only while it waits. */
const flag = entity({
  name: "flag",
  table: tables.learners,
  schema: Flag,
  format: 1,
  key: ({ organisationId, id }: { organisationId: OrganisationId; id: FlagId }) => ({
    pk: `ORG#${organisationId}`,
    sk: `FLAG#${id}`,
  }),
  indexes: {
    waitingFlags: ({ organisationId, receivedAt, id, decision }) =>
      decision ? undefined : { pk: `ORG#${organisationId}`, sk: `${receivedAt}#${id}` },
  },
});

export const flagStore = (engine: Engine, write: Writer): Store["flags"] => ({
  byId: (organisationId, id) => flag.get(engine, { organisationId, id }, { consistent: true }),
  waiting: async (organisationId, after) =>
    page(
      await flag.query(engine, {
        index: "waitingFlags",
        pk: `ORG#${organisationId}`,
        limit: 50,
        after,
      }),
    ),
  put: (value, expected) => write(flag.put(value, { expected })),
});
