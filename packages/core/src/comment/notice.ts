import type { CommentId, CourseOwner, Notice, NoticeRow } from "@twiza/contract";
import { nextOf } from "../course/course.ts";
import type { Deps } from "../deps.ts";
import { decide } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { found } from "../refused.ts";
import type { After } from "../store/index.ts";
import { mentioned } from "./mentions.ts";
import { peopleOf, SHOWN } from "./place.ts";

/** What colleagues have said to her in the organisation of her session, in the words that stand there now. */
export async function listNotices(
  deps: Deps,
  principal: Principal,
  { after }: { readonly after?: After },
): Promise<{ notices: Notice[]; people: CourseOwner[]; next?: string }> {
  const organisationId = found(principal.organisationId);
  const page = await deps.store.notices.ofAccount(organisationId, principal.accountId, after);
  const notices = await Promise.all(page.values.map(({ value }) => noticeOf(deps, value)));
  const everybody = notices.flatMap(({ by, text }) => [by, ...mentioned(text)]);
  return { notices, people: await peopleOf(deps, organisationId, everybody), ...nextOf(page) };
}

async function noticeOf(deps: Deps, row: NoticeRow): Promise<Notice> {
  const { organisationId: _, accountId: __, ...told } = row;
  const text = (await deps.store.comments.byId(row, row.commentId, SHOWN))?.value.comment.text;
  return { ...told, ...(text === undefined ? {} : { text }) };
}

/** How many of the newest she has not read, those left out that she reads just now. */
export async function countNotices(
  deps: Deps,
  principal: Principal,
  { but = [] }: { readonly but?: readonly CommentId[] } = {},
): Promise<{ unread: number }> {
  const organisationId = found(principal.organisationId);
  const page = await deps.store.notices.ofAccount(organisationId, principal.accountId, undefined);
  const unread = page.values.filter(({ value }) => !value.readAt && !but.includes(value.commentId));
  return { unread: unread.length };
}

/** Marks them as read; what is not hers, or not there, is passed over. */
export async function readNotices(
  deps: Deps,
  principal: Principal,
  { commentIds }: { readonly commentIds: readonly CommentId[] },
): Promise<{ unread: number }> {
  const organisationId = found(principal.organisationId);
  const { accountId } = principal;
  await decide(deps, async () => {
    const kept = await Promise.all(
      [...new Set(commentIds)].map((commentId) =>
        deps.store.notices.byId({ organisationId, accountId, commentId }),
      ),
    );
    const readAt = deps.clock.now().toISOString();
    const writes = kept.flatMap((one) =>
      one && !one.value.readAt
        ? [deps.store.notices.put({ ...one.value, readAt }, one.revision)]
        : [],
    );
    return { reply: undefined, writes };
  });
  return countNotices(deps, principal, { but: commentIds });
}
