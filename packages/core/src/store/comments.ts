import type {
  AccountId,
  CommentId,
  CommentRow,
  NoticeRow,
  OrganisationId,
  PresenceRow,
  TalkRow,
} from "@twiza/contract";
import type { DraftLessonOf } from "./drafts.ts";
import type { After, Expected, Freshness, Kept, Page, Write } from "./kept.ts";

/** What is said about a lesson that is being written. */
export type CommentStore = {
  /** All of them, oldest first, and how many: as written last, in one query. */
  ofLesson(
    of: DraftLessonOf,
  ): Promise<{ comments: readonly Kept<CommentRow>[]; talk?: Kept<TalkRow> }>;
  byId(of: DraftLessonOf, id: CommentId, how: Freshness): Promise<Kept<CommentRow> | undefined>;
  talk(of: DraftLessonOf): Promise<Kept<TalkRow> | undefined>;
  put(row: CommentRow, expected: Expected): Write;
  putTalk(row: TalkRow, expected: Expected): Write;
};

export type PresenceStore = {
  /** Who is or lately was there, and how much is said: one query, perhaps a moment old. Rows may be long past. */
  ofLesson(of: DraftLessonOf): Promise<{ people: readonly PresenceRow[]; talk?: Kept<TalkRow> }>;
  /** Written at once and in no transaction, at half the price: of two the later stays. */
  keep(row: PresenceRow): Promise<void>;
};

export type NoticeStore = {
  byId(
    of: Pick<NoticeRow, "organisationId" | "accountId" | "commentId">,
  ): Promise<Kept<NoticeRow> | undefined>;
  /** Newest first. */
  ofAccount(
    organisationId: OrganisationId,
    accountId: AccountId,
    after: After,
  ): Promise<Page<NoticeRow>>;
  put(row: NoticeRow, expected: Expected): Write;
};
