import {
  BinnedMediaRow,
  type LessonId,
  type MediaId,
  MediaRow,
  MediaUsesRow,
  type OrganisationId,
} from "@twiza/contract";
import type { DraftOf, Kept, Store } from "@twiza/core";
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
  key: ({ organisationId, item: { id } }: InLibrary) => ({
    pk: partition(organisationId),
    sk: `MEDIA#${id}`,
  }),
});

type InLibrary = Pick<MediaRow, "organisationId"> & { readonly item: { readonly id: MediaId } };

/** The bin, apart from the library, so that its pages stay whole. */
const removed = entity({
  name: "removed-media",
  table: tables.courses,
  schema: BinnedMediaRow,
  format: 1,
  key: ({ organisationId, item: { id } }: InLibrary) => ({
    pk: partition(organisationId),
    sk: `BIN#${id}`,
  }),
});

const draftPartition = ({ organisationId, courseId }: DraftOf): string =>
  `ORG#${organisationId}#DRAFT#${courseId}`;

/** Beside the draft, behind its lessons and its order: who opens a course does not read them. */
const uses = entity({
  name: "media-uses",
  table: tables.courses,
  schema: MediaUsesRow,
  format: 1,
  key: ({ lessonId, ...of }: DraftOf & { readonly lessonId: LessonId }) => ({
    pk: draftPartition(of),
    sk: `USES#${lessonId}`,
  }),
});

async function notedOf(engine: Engine, of: DraftOf): Promise<Map<LessonId, Kept<MediaUsesRow>>> {
  const noted = new Map<LessonId, Kept<MediaUsesRow>>();
  let after: string | undefined;
  do {
    const pk = draftPartition(of);
    const found = await uses.query(engine, { pk, sk: { beginsWith: "USES#" }, after });
    for (const kept of found.values) noted.set(kept.value.lessonId, kept);
    after = found.next;
  } while (after !== undefined);
  return noted;
}

export const mediaStore = (engine: Engine, write: Writer): Store["media"] => ({
  byId: (organisationId, id) =>
    media.get(engine, { organisationId, item: { id } }, { consistent: true }),
  ofOrganisation: async (organisationId, after, most = 60) =>
    page(
      await media.query(engine, {
        pk: partition(organisationId),
        sk: { beginsWith: "MEDIA#" },
        descending: true,
        limit: most,
        after,
        consistent: true,
      }),
    ),
  put: (row, expected) => write(media.put(row, { expected })),
  remove: (row, expected) =>
    write(media.remove(row, { expected }), removed.put(row, { expected: "absent" })),
  removedById: (organisationId, id) =>
    removed.get(engine, { organisationId, item: { id } }, { consistent: true }),
  removed: async (organisationId, after) =>
    page(
      await removed.query(engine, {
        pk: partition(organisationId),
        sk: { beginsWith: "BIN#" },
        descending: true,
        limit: 60,
        after,
        consistent: true,
      }),
    ),
  restore: (row, expected) =>
    write(removed.remove(row, { expected }), media.put(row, { expected: "absent" })),
  forget: ({ value, revision }) => write(removed.remove(value, { expected: revision })),
  noted: (of) => notedOf(engine, of),
  putNoted: (row, expected) => write(uses.put(row, { expected })),
  forgetNoted: ({ value, revision }) => write(uses.remove(value, { expected: revision })),
});
