import {
  CatalogueEntry,
  Cohort,
  CohortOffer,
  Course,
  type CourseId,
  CourseId as CourseIdSchema,
  CourseVersion,
  type OrganisationId,
} from "@twiza/contract";
import type { Store } from "@twiza/core";
import * as z from "zod";
import type { Engine } from "../engine/engine.ts";
import { entity } from "../entity.ts";
import { tables } from "../tables.ts";
import { page, type Writer } from "./write.ts";

/** Keys that order as numbers do. */
const padded = (version: number): string => String(version).padStart(6, "0");

/** Format 2 may hold what was asked of a second person; of what was written before nobody was asked. */
const course = entity({
  name: "course",
  table: tables.courses,
  schema: Course,
  format: 2,
  upcasts: { 1: (data) => data },
  key: ({ organisationId, id }: { organisationId: OrganisationId; id: CourseId }) => ({
    pk: `ORG#${organisationId}`,
    sk: `COURSE#${id}`,
  }),
});

/** Whose an id is, wherever versions and offers lie under it without their organisation. */
const courseId = entity({
  name: "course-id",
  table: tables.courses,
  schema: Course.pick({ id: true, organisationId: true }),
  format: 1,
  key: ({ id }: { id: CourseId }) => ({ pk: `COURSE#${id}`, sk: "ORG" }),
});

const courseVersion = entity({
  name: "course-version",
  table: tables.courses,
  schema: CourseVersion,
  format: 1,
  key: ({ courseId, version }: { courseId: CourseId; version: number }) => ({
    pk: `COURSE#${courseId}`,
    sk: `VERSION#${padded(version)}`,
  }),
});

/** The live course beside its offers, so that one query tells a visitor all. */
const liveEntry = entity({
  name: "live-entry",
  table: tables.courses,
  schema: CatalogueEntry,
  format: 1,
  key: ({ courseId }: { courseId: CourseId }) => ({ pk: `COURSE#${courseId}`, sk: "LIVE" }),
});

/** The same entry once more in the public catalogue: one partition, since a catalogue is read whole and is small. */
const catalogueEntry = entity({
  name: "catalogue-entry",
  table: tables.courses,
  schema: CatalogueEntry,
  format: 1,
  key: ({ courseId }: { courseId: CourseId }) => ({ pk: "CATALOGUE", sk: `COURSE#${courseId}` }),
});

const cohort = entity({
  name: "cohort",
  table: tables.courses,
  schema: Cohort,
  format: 1,
  key: ({ organisationId, id }: { organisationId: OrganisationId; id: Cohort["id"] }) => ({
    pk: `ORG#${organisationId}`,
    sk: `COHORT#${id}`,
  }),
});

/** A cohort that anybody may join, as a learner from outside finds it: beside its course. */
const Offer = CohortOffer.extend({
  courseId: CourseIdSchema,
  organisationId: Cohort.shape.organisationId,
});
const offer = entity({
  name: "cohort-offer",
  table: tables.courses,
  schema: Offer,
  format: 1,
  key: ({ courseId, id }: { courseId: CourseId; id: Cohort["id"] }) => ({
    pk: `COURSE#${courseId}`,
    sk: `OFFER#${id}`,
  }),
});

/** A row of a course's partition between `LIVE` and the last `OFFER#`. */
const AFTER_OFFERS = "OFFER~";

export const courseStore = (engine: Engine, write: Writer): Store["courses"] => ({
  byId: (organisationId, id, how) =>
    course.get(engine, { organisationId, id }, { consistent: how?.fresh ?? true }),
  ofOrganisation: async (organisationId, after) =>
    page(
      await course.query(engine, {
        pk: `ORG#${organisationId}`,
        sk: { beginsWith: "COURSE#" },
        after,
      }),
    ),
  put: (value, expected) => write(course.put(value, { expected })),
  create: (value) => {
    const { id, organisationId } = value;
    return write(
      course.put(value, { expected: "absent" }),
      courseId.put({ id, organisationId }, { expected: "absent" }),
    );
  },
  isTaken: async (id) => {
    const { items } = await engine.query(tables.courses.name, {
      pk: `COURSE#${id}`,
      limit: 1,
      consistent: true,
    });
    return items.length > 0;
  },
  versions: async (id) =>
    page(
      await courseVersion.query(engine, {
        pk: `COURSE#${id}`,
        sk: { beginsWith: "VERSION#" },
        descending: true,
        limit: 50,
      }),
    ),
  version: (courseId, version) => courseVersion.get(engine, { courseId, version }),
  putVersion: (value) => write(courseVersion.put(value, { expected: "absent" })),
  catalogue: async (after) => page(await catalogueEntry.query(engine, { pk: "CATALOGUE", after })),
  outline: async (id) => {
    const { items } = await engine.query(tables.courses.name, {
      pk: `COURSE#${id}`,
      sk: { between: ["LIVE", AFTER_OFFERS] },
    });
    const live = items.find((item) => item.sk === "LIVE");
    if (!live) return undefined;
    const offers = items.filter((item) => item !== live).map((item) => offer.read(item).value);
    return {
      entry: liveEntry.read(live),
      offers: offers.map(({ courseId: _c, organisationId: _o, ...shown }) => shown),
    };
  },
  putEntry: (value, expected) =>
    write(
      liveEntry.put(value, { expected }),
      ...(value.visibility === "public" ? [catalogueEntry.put(value, { expected })] : []),
    ),
});

export const cohortStore = (engine: Engine, write: Writer): Store["cohorts"] => ({
  byId: (organisationId, id, how) =>
    cohort.get(engine, { organisationId, id }, { consistent: how?.fresh ?? true }),
  ofOrganisation: async (organisationId, after) =>
    page(
      await cohort.query(engine, {
        pk: `ORG#${organisationId}`,
        sk: { beginsWith: "COHORT#" },
        after,
      }),
    ),
  offered: async (courseId, id) => {
    const found = await offer.get(engine, { courseId, id });
    return (
      found &&
      cohort.get(engine, { organisationId: found.value.organisationId, id }, { consistent: true })
    );
  },
  put: (value, expected) => [
    write(
      cohort.put(value, { expected }),
      ...(value.joining === "open" ? [offer.put(offerOf(value), { expected })] : []),
    ),
  ],
});

const offerOf = ({
  id,
  name,
  startsOn,
  endsOn,
  courseId,
  organisationId,
  places,
  taken,
}: Cohort): z.infer<typeof Offer> => ({
  id,
  name,
  startsOn,
  endsOn,
  courseId,
  organisationId,
  placesLeft: Math.max(0, places - taken),
});
