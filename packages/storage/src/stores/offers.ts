import { CredentialGrant, CredentialOffer, type Hash } from "@twiza/contract";
import type { Store } from "@twiza/core";
import type { Engine } from "../engine/engine.ts";
import { entity } from "../entity.ts";
import { tables } from "../tables.ts";
import type { Writer } from "./write.ts";

const inSeconds = ({ expiresAt }: { expiresAt: string }): number =>
  Math.floor(Date.parse(expiresAt) / 1000);

const offer = entity({
  name: "credential-offer",
  table: tables.people,
  schema: CredentialOffer,
  format: 1,
  key: ({ codeHash }: { codeHash: Hash }) => ({ pk: `OFFER#${codeHash}`, sk: "OFFER" }),
  expiresAt: inSeconds,
});

const grant = entity({
  name: "credential-grant",
  table: tables.people,
  schema: CredentialGrant,
  format: 1,
  key: ({ tokenHash }: { tokenHash: Hash }) => ({ pk: `GRANT#${tokenHash}`, sk: "GRANT" }),
  expiresAt: inSeconds,
});

export const offerStore = (engine: Engine, write: Writer): Store["offers"] => ({
  byCode: (codeHash) => offer.get(engine, { codeHash }, { consistent: true }),
  put: (value, expected) => write(offer.put(value, { expected })),
  grant: (tokenHash) => grant.get(engine, { tokenHash }, { consistent: true }),
  putGrant: (value) => write(grant.put(value, { expected: "absent" })),
});
