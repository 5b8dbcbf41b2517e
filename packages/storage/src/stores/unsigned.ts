import type { Store } from "@twiza/core";
import type { Engine } from "../engine/engine.ts";
import { tables } from "../tables.ts";
import { certificate, signed } from "./certificates.ts";
import { page } from "./write.ts";

/** Apart from the certificates' own store, so that who never asks it does not carry it. */
export const unsignedStore = (engine: Engine): Store["unsigned"] => ({
  oldestFirst: async (organisationId, after) =>
    page(
      await certificate.query(engine, {
        ...{ index: "byOrganisation", pk: `ORG#${organisationId}`, limit: 100, after },
      }),
    ),
  signedAmong: async (ids) => {
    const table = tables.certificates.name;
    const keys = ids.map((certificateId) => ({ table, key: signed.key({ certificateId }) }));
    const { items } = await engine.batchGet(keys);
    return new Set(ids.filter((_, at) => items[at] !== undefined));
  },
});
