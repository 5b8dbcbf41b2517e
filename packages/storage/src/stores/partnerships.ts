import { type CourseId, type OrganisationId, PartnershipRow } from "@twiza/contract";
import type { Kept, Store } from "@twiza/core";
import type { Engine } from "../engine/engine.ts";
import { entity } from "../entity.ts";
import { tables } from "../tables.ts";
import { page, type Writer } from "./write.ts";

const partition = (holderId: OrganisationId): string => `PARTNERSHIPS#${holderId}`;
/** Whose course it is has as many places for it as a course may have partners; whoever stands behind it has one. */
const place = (of: Pick<PartnershipRow, "holderId" | "partnerId" | "courseId" | "seat">): string =>
  of.holderId === of.partnerId ? `BEHIND#${of.courseId}` : `OWN#${of.courseId}#${of.seat}`;

/** Beside the organisations, which everybody who issues reads anyway. */
const partnership = entity({
  name: "partnership",
  table: tables.people,
  schema: PartnershipRow,
  format: 1,
  key: (of: Pick<PartnershipRow, "holderId" | "partnerId" | "courseId" | "seat">) => ({
    pk: partition(of.holderId),
    sk: place(of),
  }),
});

export const partnershipStore = (engine: Engine, write: Writer): Store["partnerships"] => ({
  ofOrganisation: async (holderId, after) => {
    const pk = partition(holderId);
    return page(await partnership.query(engine, { pk, limit: 50, after, consistent: true }));
  },
  ofCourse: async (holderId, courseId): Promise<readonly Kept<PartnershipRow>[]> => {
    const pk = partition(holderId);
    const sk = { beginsWith: `OWN#${courseId}#` };
    return (await partnership.query(engine, { pk, sk, consistent: true })).values;
  },
  behind: (partnerId: OrganisationId, courseId: CourseId) =>
    partnership.get(
      engine,
      { holderId: partnerId, partnerId, courseId, seat: 1 },
      { consistent: true },
    ),
  put: (value, expected) => write(partnership.put(value, { expected })),
});
