import type { Comment, CommentChange, CourseOwner, Said, Talk } from "@twiza/contract";
import { talkAddresses } from "@twiza/contract/talk-addresses";
import type { ContentLanguage } from "@twiza/contract/where";
import { addAddresses, call } from "../../api.ts";
import { newIntent } from "../../intent.ts";
import { everyPage } from "../../office/every-page.ts";
import { isProblem, type Problem } from "../../problem.ts";
import { session } from "../../session.svelte.ts";
import { attending, type Neighbour } from "./attending.ts";
import { asWritten, labelled, type Named } from "./mention.ts";
import { threadsOf, type WaitingComment, withComment } from "./threads.ts";
import { dropSaid, isDurable, keepSaid, momentNow, saidBefore } from "./waiting.ts";

type Which = { readonly courseId: string; readonly lessonId: string };
/** What is said, and where: a block's key, or none for the lesson as a whole; an answer's thread. */
export type Saying = {
  readonly threadId?: string;
  readonly key?: string;
  readonly language?: ContentLanguage;
  readonly text: string;
};
type Draft = { text: string; isOnly: boolean };
export type TalkRoom = ReturnType<typeof openTalk>;

/** After so long without a key or a finger nobody is taken to be there, in milliseconds. */
const IDLE_MS = 600_000;

/** A lesson's talk and those who are in it, as reactive values. */
export function openTalk({ courseId, lessonId }: Which) {
  addAddresses(talkAddresses);
  const params = { courseId, lessonId };
  const accountId = session.me?.account.id ?? "";
  const where = { accountId, ...params };
  let comments = $state.raw<readonly Comment[]>([]);
  let people = $state.raw<readonly CourseOwner[]>([]);
  let told = $state.raw<Talk>({ comments: 0, open: 0, rev: 0 });
  let neighbours = $state.raw<readonly Neighbour[]>([]);
  let waiting = $state.raw<readonly WaitingComment[]>([]);
  let problems = $state.raw<readonly { intentId: string; problem: Problem }[]>([]);
  let isAway = $state(false);
  let colleagues = $state.raw<readonly Named[]>();
  let open = $state<string>();
  /** The `rev` that the comments here are of. */
  let known = 0;
  let busyAt = Date.now();
  let reading: Promise<void> | undefined;
  let sending: Promise<void> | undefined;
  const threads = $derived(threadsOf(comments, waiting));
  let wanted = $state<string>();
  /** What is being written and not sent, by the thread that it answers or the block that it is about. */
  const drafts: { readonly of: string; readonly draft: Draft }[] = [];

  const read = (): Promise<void> =>
    (reading ??= readAll()
      // What is there stays; the next word of something new asks again.
      .catch(ignoreProblem)
      .finally(() => (reading = undefined)));
  /** Once more when something was said meanwhile: an answer that is older than it knows nothing of it. */
  async function readAll(): Promise<void> {
    do {
      const answer = await call("listComments", { params });
      comments = answer.comments;
      people = answer.people;
      known = answer.talk.rev;
      if (known >= told.rev) told = answer.talk;
    } while (known < told.rev);
  }

  const there = attending({
    send: (body) => call("attendLesson", { params, body }),
    isFinal: (error) =>
      isProblem(error) && error.status >= 400 && error.status < 500 && error.status !== 429,
    isThere: () =>
      document.visibilityState === "visible" && navigator.onLine && Date.now() - busyAt < IDLE_MS,
    now: Date.now,
    after(milliseconds, act) {
      const timer = setTimeout(act, milliseconds);
      return () => clearTimeout(timer);
    },
    onothers: (others) => (neighbours = others),
    ontalk(talk) {
      if (talk.rev > told.rev) told = talk;
      if (talk.rev > known) void read();
      if (waiting.length > 0) void send();
    },
  });

  /** One comment as the server has it now. Was there another word between, all are read. */
  function hear({ comment, talk }: Said): void {
    comments = withComment(comments, comment);
    if (talk.rev > told.rev) told = talk;
    if (talk.rev === known + 1) known = talk.rev;
    else if (talk.rev > known) void read();
  }

  const problemOf = ({ intentId }: WaitingComment): Problem | undefined =>
    problems.find((one) => one.intentId === intentId)?.problem;
  function send(): Promise<void> {
    return (sending ??= sendAll().finally(() => (sending = undefined)));
  }
  async function sendAll(): Promise<void> {
    for (const one of waiting) {
      if (problemOf(one)) continue;
      const { at: _, ...body } = one;
      try {
        hear(await call("addComment", { params, body }));
        isAway = false;
        await forget(one);
      } catch (error) {
        if (!isProblem(error)) throw error;
        isAway = error.status === 0 || error.status >= 500 || error.status === 429;
        if (isAway) return;
        problems = [...problems, { intentId: one.intentId, problem: error }];
      }
    }
  }
  async function forget(one: WaitingComment): Promise<void> {
    waiting = waiting.filter((each) => each.intentId !== one.intentId);
    problems = problems.filter(({ intentId }) => intentId !== one.intentId);
    await dropSaid(where, one).catch(() => undefined);
  }

  return {
    accountId,
    get threads() {
      return threads;
    },
    get count(): number {
      return told.open + waiting.filter(({ threadId }) => !threadId).length;
    },
    get neighbours() {
      return neighbours;
    },
    get colleagues() {
      return colleagues;
    },
    /** What waits does so for want of network. */
    get isAway() {
      return isAway;
    },
    get isDurable() {
      return isDurable();
    },
    problemOf,
    nameOf: (id: string): string | undefined =>
      colleagues?.find((one) => one.accountId === id)?.label ??
      people.find((one) => one.accountId === id)?.name,
    /** What the sheet shows: everything (`all`), what is said about the lesson (``), or about a block; none: it is closed. */
    get open() {
      return open;
    },
    show(what: string | undefined): void {
      open = what;
      if (what === undefined) wanted = undefined;
    },
    /** The thread that an address led to. */
    get wanted() {
      return wanted;
    },
    want(id: string): void {
      wanted = id;
    },
    /** It stays as long as the page, also while its sheet is closed. */
    draftOf(of: string): Draft {
      const kept = drafts.find((one) => one.of === of);
      if (kept) return kept.draft;
      const draft = $state<Draft>({ text: "", isOnly: false });
      drafts.push({ of, draft });
      return draft;
    },
    /** Takes up what an earlier visit has left, and begins to listen. */
    async begin(): Promise<void> {
      there.begin();
      waiting = await saidBefore(where).catch(() => []);
      if (waiting.length > 0) void send();
    },
    read,
    /** She did something in the page; who had been away from it is there again. */
    stir(key: string | undefined): void {
      const isBack = Date.now() - busyAt >= IDLE_MS;
      busyAt = Date.now();
      there.move(key);
      if (isBack) there.begin();
    },
    /** The page is looked at again, or the network is back. */
    goOn(): void {
      there.begin();
      if (waiting.length > 0) void send();
    },
    /** Keeps it first and sends it then. */
    async say(saying: Saying): Promise<void> {
      const one = { ...saying, intentId: newIntent(), at: momentNow() };
      waiting = [...waiting, one];
      // No room, or nothing can be kept here: it is still sent, and the page says that it must stay.
      await keepSaid(where, one).catch(() => undefined);
      await sending;
      await send();
    },
    async retry(one: WaitingComment): Promise<void> {
      problems = problems.filter(({ intentId }) => intentId !== one.intentId);
      await send();
    },
    /** Back into the field where it was written, to be said otherwise. */
    takeBack(one: WaitingComment): void {
      const draft = this.draftOf(one.threadId ?? one.key ?? "");
      const written = asWritten(one.text, (id) => this.nameOf(id) ?? id);
      draft.text = draft.text === "" ? written : `${draft.text}\n${written}`;
      void forget(one);
    },
    /** @throws Problem */
    async change(commentId: string, change: CommentChange, intentId: string): Promise<void> {
      const given = { params: { ...params, commentId }, body: { intentId, change } };
      hear(await call("changeComment", given));
    },
    /** Who may be mentioned; without network nobody is offered. */
    async bringColleagues(): Promise<void> {
      if (colleagues) return;
      const all = await everyPage(async (after) => {
        const query = after === undefined ? {} : { after };
        const page = await call("listColleagues", { params: { courseId }, query });
        return { rows: page.colleagues, next: page.next };
      }).catch(ignoreProblem);
      if (all) colleagues = labelled(all.filter((one) => one.accountId !== accountId));
    },
    end: () => void there.end(),
  };
}

const ignoreProblem = (error: unknown): undefined => {
  if (!isProblem(error)) throw error;
};
