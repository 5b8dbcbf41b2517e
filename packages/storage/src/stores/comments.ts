import {
  type AccountId,
  type CommentId,
  CommentRow,
  NOTICE_DAYS,
  NOTICES_PER_PAGE,
  NoticeRow,
  type OrganisationId,
  PRESENCE_SECONDS,
  PresenceRow,
  TalkRow,
} from "@twiza/contract";
import type { DraftLessonOf, Store } from "@twiza/core";
import type { Engine, Item } from "../engine/engine.ts";
import { entity } from "../entity.ts";
import { tables } from "../tables.ts";
import { page, type Writer } from "./write.ts";

const seconds = (instant: string): number => Math.ceil(Date.parse(instant) / 1000);

/** A lesson's talk has a partition of its own: reading the draft never meets it. */
const partition = ({ organisationId, courseId, lessonId }: DraftLessonOf): string =>
  `ORG#${organisationId}#DRAFT#${courseId}#TALK#${lessonId}`;

/** Their ids lie in the order of time. */
const comment = entity({
  name: "comment",
  table: tables.courses,
  schema: CommentRow,
  format: 1,
  key: ({ comment: { id }, ...of }: DraftLessonOf & { readonly comment: { id: CommentId } }) => ({
    pk: partition(of),
    sk: `COMMENT#${id}`,
  }),
});

/** Between comments and those who are there, so that one query brings it with either. */
const talk = entity({
  name: "talk",
  table: tables.courses,
  schema: TalkRow,
  format: 1,
  key: (of: DraftLessonOf) => ({ pk: partition(of), sk: "COMMENTS" }),
});

/** DynamoDB deletes late, so whoever reads looks at the time itself. */
const presence = entity({
  name: "presence",
  table: tables.courses,
  schema: PresenceRow,
  format: 1,
  key: ({ accountId, ...of }: DraftLessonOf & { readonly accountId: AccountId }) => ({
    pk: partition(of),
    sk: `PRESENT#${accountId}`,
  }),
  expiresAt: ({ at }) => seconds(at) + 2 * PRESENCE_SECONDS.remembered,
});

type NoticeKey = Pick<NoticeRow, "organisationId" | "accountId" | "commentId">;
const noticesOf = ({ organisationId, accountId }: Omit<NoticeKey, "commentId">): string =>
  `ORG#${organisationId}#FOR#${accountId}`;

const notice = entity({
  name: "notice",
  table: tables.courses,
  schema: NoticeRow,
  format: 1,
  key: (of: NoticeKey) => ({ pk: noticesOf(of), sk: `NOTICE#${of.commentId}` }),
  expiresAt: ({ at }) => seconds(at) + NOTICE_DAYS * 86_400,
});

/** A query ends at 1 MB, which some hundred of the longest comments may be. */
async function between(
  engine: Engine,
  of: DraftLessonOf,
  { from, to, consistent }: { from: string; to: string; consistent: boolean },
): Promise<Item[]> {
  const items: Item[] = [];
  let after: string | undefined;
  do {
    const sk = { between: [from, to] as const };
    const asked = { pk: partition(of), sk, after, consistent };
    const found = await engine.query(tables.courses.name, asked);
    items.push(...found.items);
    after = found.next;
  } while (after !== undefined);
  return items;
}

const talkIn = (items: readonly Item[]) => {
  const item = items.find((each) => talk.is(each));
  return item ? { talk: talk.read(item) } : {};
};

export const commentStore = (engine: Engine, write: Writer): Store["comments"] => ({
  ofLesson: async (of) => {
    const range = { from: "COMMENT#", to: "COMMENTS", consistent: true };
    const items = await between(engine, of, range);
    const comments = items.filter((item) => comment.is(item)).map((item) => comment.read(item));
    return { comments, ...talkIn(items) };
  },
  byId: (of, id, { fresh }) =>
    comment.get(engine, { ...of, comment: { id } }, { consistent: fresh }),
  talk: (of) => talk.get(engine, of, { consistent: true }),
  put: (row, expected) => write(comment.put(row, { expected })),
  putTalk: (row, expected) => write(talk.put(row, { expected })),
});

export const presenceStore = (engine: Engine): Store["presence"] => ({
  ofLesson: async (of) => {
    const range = { from: "COMMENTS", to: "PRESENT~", consistent: false };
    const items = await between(engine, of, range);
    const people = items.filter((item) => presence.is(item)).map((item) => presence.read(item));
    return { people: people.map(({ value }) => value), ...talkIn(items) };
  },
  keep: async (row) => {
    const put = presence.put(row, { expected: "absent" });
    // Without its condition: whatever stood there is older.
    if (put.op === "put") await engine.put(put.table, put.item);
  },
});

export const noticeStore = (engine: Engine, write: Writer): Store["notices"] => ({
  byId: (of) => notice.get(engine, of, { consistent: true }),
  ofAccount: async (organisationId: OrganisationId, accountId, after) =>
    page(
      await notice.query(engine, {
        pk: noticesOf({ organisationId, accountId }),
        descending: true,
        limit: NOTICES_PER_PAGE,
        after,
      }),
    ),
  put: (row, expected) => write(notice.put(row, { expected })),
});
