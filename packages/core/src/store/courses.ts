import type {
  CatalogueEntry,
  Cohort,
  CohortId,
  CohortOffer,
  Course,
  CourseId,
  CourseVersion,
  OrganisationId,
} from "@twiza/contract";
import type { After, Expected, Freshness, Kept, Page, Write } from "./kept.ts";

export type CourseStore = {
  /** Fresh, unless it is only shown. */
  byId(
    organisationId: OrganisationId,
    id: CourseId,
    how?: Freshness,
  ): Promise<Kept<Course> | undefined>;
  ofOrganisation(organisationId: OrganisationId, after: After): Promise<Page<Course>>;
  put(course: Course, expected: Expected): Write;
  /** A new course under an id that nobody else's has; stale when somebody was first. */
  create(course: Course): Write;
  /** Whether a course of any organisation has this id. */
  isTaken(id: CourseId): Promise<boolean>;
  versions(id: CourseId): Promise<Page<CourseVersion>>;
  version(id: CourseId, version: number): Promise<Kept<CourseVersion> | undefined>;
  putVersion(version: CourseVersion): Write;
  catalogue(after: After): Promise<Page<CatalogueEntry>>;
  /** The live course and the cohorts open to anybody, in one query. */
  outline(
    id: CourseId,
  ): Promise<{ entry: Kept<CatalogueEntry>; offers: readonly CohortOffer[] } | undefined>;
  putEntry(entry: CatalogueEntry, expected: Expected): Write;
};

export type CohortStore = {
  /** Fresh, unless it is only looked at. */
  byId(
    organisationId: OrganisationId,
    id: CohortId,
    how?: Freshness,
  ): Promise<Kept<Cohort> | undefined>;
  ofOrganisation(organisationId: OrganisationId, after: After): Promise<Page<Cohort>>;
  /** The cohort behind an offer of a course, for somebody from outside. */
  offered(courseId: CourseId, id: CohortId): Promise<Kept<Cohort> | undefined>;
  put(cohort: Cohort, expected: Expected): readonly Write[];
};
