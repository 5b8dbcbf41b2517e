import { type CourseId, SignedPack } from "@twiza/contract";
import type { Store } from "@twiza/core";
import type { Engine } from "../engine/engine.ts";
import { entity } from "../entity.ts";
import { tables } from "../tables.ts";
import type { Writer } from "./write.ts";

/** In the table that what signs may write anyway: it has no right to change a course, and needs none. */
const signedPack = entity({
  name: "signed-pack",
  table: tables.learners,
  schema: SignedPack,
  format: 1,
  key: ({ course, version }: { course: CourseId; version: number }) => ({
    pk: `PACK#${course}`,
    sk: `SIGNED#${version}`,
  }),
});

export const packStore = (engine: Engine, write: Writer): Store["packs"] => ({
  signed: (course, version, how) =>
    signedPack.get(engine, { course, version }, { consistent: how?.fresh ?? false }),
  putSigned: (value) => write(signedPack.put(value, { expected: "absent" })),
});
