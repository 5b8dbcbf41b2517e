import { staff } from "@twiza/content";
import { type CommentChange, COMMENT_LIMITS, PRESENCE_SECONDS } from "@twiza/contract";
import { openSession } from "@twiza/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type House, newIntent, openHouse, type Visitor } from "../house/house.ts";
import { findLandmarks, type Landmarks } from "../house/landmarks.ts";
import { newLessonId } from "../house/new-ids.ts";
import { countWritten } from "../house/written.ts";

let house: House;
let at: Landmarks;
/** Owns the course; the second one may read it. */
let trainer: Visitor;
let second: Visitor;
beforeAll(async () => {
  house = await openHouse();
  at = await findLandmarks(house);
  trainer = await house.as(staff.trainer.contact);
  second = await house.as(staff.secondTrainer.contact);
});
afterAll(() => house.close());

type Place = { readonly courseId: string; readonly lessonId: string };
type Wish = { text: string; key?: string; threadId?: string; intentId?: string };

/** A lesson that nobody has spoken about yet. */
async function freshLesson(): Promise<Place> {
  const { courseId } = at.course;
  const lessonId = newLessonId();
  const add = { do: "addLesson", id: lessonId, moduleId: at.moduleId, title: { fr: "Peser" }, template: "lesson" }; // prettier-ignore
  const body = { intentId: newIntent(), commands: [add] as never };
  await trainer.do("arrangeDraft", { params: { courseId }, body });
  return { courseId, lessonId };
}
const say = async (who: Visitor, params: Place, wish: Wish) =>
  (await who.do("addComment", { params, body: { intentId: newIntent(), ...wish } })).comment;
const change = (who: Visitor, params: Place & { commentId: string }, what: CommentChange) =>
  who.do("changeComment", { params, body: { intentId: newIntent(), change: what } });
const listed = (who: Visitor, params: Place) => who.do("listComments", { params });
const noticesOf = async (who: Visitor) => (await who.do("listNotices", { query: {} })).notices;
const unreadOf = async (who: Visitor) => (await who.do("countNotices", {})).unread;

it("one author asks another about a block, who finds it under her name, answers, and resolves it; the first is told of the answer", async () => {
  const place = await freshLesson();
  const before = await unreadOf(second);
  const { accountId } = at.second;
  const asked = await say(trainer, place, { key: "picture", text: `@${accountId} Ce prix est juste ?` }); // prettier-ignore
  expect(asked.threadId).toBe(asked.id);
  expect(await unreadOf(second)).toBe(before + 1);
  const [notice] = await noticesOf(second);
  expect(notice).toMatchObject({
    ...{ commentId: asked.id, courseId: place.courseId, lessonId: place.lessonId, key: "picture" },
    ...{
      lessonTitle: { fr: "Peser" },
      reason: "mentioned",
      by: at.trainer.accountId,
      text: asked.text,
    },
  });

  const answer = await say(second, place, { threadId: asked.id, key: "intro", text: "Oui." });
  expect(answer.key).toBeUndefined();
  expect((await noticesOf(trainer))[0]).toMatchObject({ reason: "answered", text: "Oui." });
  const { talk } = await change(second, { ...place, commentId: asked.id }, { do: "resolve" });
  expect(talk).toMatchObject({ comments: 2, open: 0 });
  const { comments, people } = await listed(trainer, place);
  expect(comments.map(({ text, threadId }) => [text, threadId])).toEqual([
    [asked.text, asked.id],
    ["Oui.", asked.id],
  ]);
  expect(comments[0]?.resolved?.by).toBe(accountId);
  expect(people).toContainEqual({ accountId, name: staff.secondTrainer.name });

  const read = { body: { commentIds: [asked.id] } };
  expect(await second.do("readNotices", read)).toEqual({ unread: before });
  expect(await second.do("readNotices", read)).toEqual({ unread: before });
  expect((await noticesOf(second))[0]?.readAt).toBeDefined();
});

it("an answer opens its thread again, nobody is told of what she says herself, and an answer to an answer finds no thread", async () => {
  const place = await freshLesson();
  const first = await say(trainer, place, { text: "La leçon est longue." });
  await change(trainer, { ...place, commentId: first.id }, { do: "resolve" });
  const count = await unreadOf(trainer);
  const answer = await say(trainer, place, { threadId: first.id, text: `@${at.trainer.accountId} Encore.` }); // prettier-ignore
  const { comments, talk } = await listed(trainer, place);
  expect(comments[0]?.resolved).toBeUndefined();
  expect(talk).toMatchObject({ comments: 2, open: 1 });
  expect(await unreadOf(trainer)).toBe(count);
  const body = { intentId: newIntent(), threadId: answer.id, text: "Où ?" };
  expect(await trainer.refused("addComment", { params: place, body })).toBe("not_found");
});

describe("one's own words", () => {
  it("are changed and deleted by their author alone, and a change that was made from other words loses nothing", async () => {
    const place = await freshLesson();
    const { id: commentId, rev } = await say(trainer, place, { text: "Premier mot" });
    const params = { ...place, commentId };
    const again = { do: "say", rev, text: "Second mot" } as const;
    const refused = (who: Visitor, what: CommentChange) =>
      who.refused("changeComment", { params, body: { intentId: newIntent(), change: what } });
    expect(await refused(second, again)).toBe("not_found");
    expect(await refused(second, { do: "delete" })).toBe("not_found");
    const { comment } = await change(trainer, params, again);
    expect(comment).toMatchObject({ text: "Second mot", rev: rev + 1 });
    expect(comment.editedAt).toBeDefined();
    expect(await refused(trainer, { ...again, text: "Autre mot" })).toBe("stale_write");
    // The same words once more, under another wish: they stand there already.
    expect((await change(trainer, params, again)).comment.rev).toBe(rev + 1);

    const { comment: gone, talk } = await change(trainer, params, { do: "delete" });
    expect(gone.text).toBeUndefined();
    expect(talk).toMatchObject({ comments: 1, open: 0 });
    expect(JSON.stringify(await listed(second, place))).not.toContain("mot");
    expect(await refused(trainer, { ...again, rev: rev + 2 })).toBe("not_found");
  });

  it("that are deleted are gone from the list of whoever was told, and who is mentioned later is told then", async () => {
    const place = await freshLesson();
    const { id: commentId, rev } = await say(trainer, place, { text: "Quel secret ?" });
    const text = `@${at.second.accountId} Quel secret ?`;
    await change(trainer, { ...place, commentId }, { do: "say", rev, text });
    expect((await noticesOf(second))[0]).toMatchObject({ commentId, text });
    await change(trainer, { ...place, commentId }, { do: "delete" });
    const [notice] = await noticesOf(second);
    expect(notice?.commentId).toBe(commentId);
    expect(notice?.text).toBeUndefined();
  });
});

it("a comment stays with its block when that is moved, thrown away, or was never there", async () => {
  const place = await freshLesson();
  await say(trainer, place, { key: "picture", text: "Plus claire." });
  await say(trainer, place, { key: "never-saved", text: "Hors ligne." });
  const commands = [
    { do: "move", key: "picture", after: "" },
    { do: "remove", key: "picture" },
  ] as const;
  const body = { intentId: newIntent(), language: "fr" as const, commands: [...commands], texts: [] }; // prettier-ignore
  await trainer.do("saveDraftLesson", { params: place, body });
  const { comments } = await listed(trainer, place);
  expect(comments.map(({ key }) => key)).toEqual(["picture", "never-saved"]);
});

it("what two say at the same moment is all there, once each, and counted", async () => {
  const place = await freshLesson();
  const wishes = Array.from({ length: 6 }, (_, index) => ({
    who: index % 2 ? trainer : second,
    body: { intentId: newIntent(), text: `Mot ${index}` },
  }));
  const twice = [...wishes, ...wishes];
  await Promise.all(twice.map(({ who, body }) => who.do("addComment", { params: place, body })));
  const { comments, talk } = await listed(trainer, place);
  expect(comments.map(({ text }) => text).sort()).toEqual(wishes.map(({ body }) => body.text));
  expect(talk).toMatchObject({ comments: 6, open: 6 });
});

it("a lesson holds three hundred comments and not one more", async () => {
  const place = await freshLesson();
  const { store } = house.server.deps;
  const { organisationId } = at.open;
  const of = { organisationId, ...place } as never as Parameters<typeof store.comments.talk>[0];
  const full = { ...of, comments: COMMENT_LIMITS.perLesson, open: 0 };
  expect(await store.commit([store.comments.putTalk(full, "absent")])).toBe("done");
  const body = { intentId: newIntent(), text: "Trop." };
  expect(await trainer.refused("addComment", { params: place, body })).toBe("comment.full");
});

describe("somebody from elsewhere", () => {
  /** A trainer of another institution. */
  async function stranger() {
    const { deps } = house.server;
    const createdAt = deps.clock.now().toISOString();
    const id = deps.newId("account");
    const contact = "stranger@elsewhere.org" as never;
    const organisationId = deps.newId("organisation");
    const name = { en: "Elsewhere" };
    const { people, organisations } = deps.store;
    const membership = { accountId: id, organisationId, organisationName: name, name: "Stranger", contact, roles: ["trainer" as const], grantedAt: createdAt }; // prettier-ignore
    const writes = [
      ...people.create({ id, contact, language: "en", createdAt }),
      ...organisations.create({ id: organisationId, kind: "institution", name, createdAt }),
      people.putMembership(membership, "absent"),
    ];
    expect(await deps.store.commit(writes)).toBe("done");
    const { cookie } = await openSession(deps, { accountId: id, device: "elsewhere" });
    return { id, visitor: house.withCookie(cookie) };
  }

  it("cannot be mentioned, is not offered, hears nothing and is not seen; no more are those who only learn or audit", async () => {
    const { id, visitor } = await stranger();
    const place = await freshLesson();
    const auditor = (await house.as(staff.auditor.contact)).do("readMe", {});
    const nobodies = [id, `acc_${"0".repeat(32)}`, (await auditor).account.id];
    const before = await countWritten(house);
    for (const accountId of nobodies) {
      const body = { intentId: newIntent(), text: `@${accountId} Viens voir.` };
      expect(await trainer.refused("addComment", { params: place, body })).toBe("comment.stranger");
    }
    expect(await countWritten(house)).toEqual(before);
    const { colleagues } = await trainer.do("listColleagues", { params: place });
    expect(colleagues[0]).toMatchObject({ accountId: at.trainer.accountId, isOwner: true });
    const offered = colleagues.map(({ accountId }) => accountId);
    expect(offered).toContain(at.second.accountId);
    for (const accountId of nobodies) expect(offered).not.toContain(accountId);
    expect(JSON.stringify(colleagues)).not.toContain("example.org");

    await say(trainer, place, { text: "Entre nous." });
    const body = { isLeft: false };
    expect(await visitor.refused("listComments", { params: place })).toBe("not_found");
    expect(await visitor.refused("attendLesson", { params: place, body })).toBe("not_found");
    expect(await noticesOf(visitor)).toEqual([]);
    expect((await trainer.do("attendLesson", { params: place, body })).others).toEqual([]);
  });
});

describe("who is in a lesson", () => {
  it("is seen with her block by whoever else is, from her first word to her last, and costs no write that tells nothing new", async () => {
    const place = await freshLesson();
    const attend = (who: Visitor, body: { isLeft: boolean; key?: string }) =>
      who.do("attendLesson", { params: place, body });
    expect((await attend(trainer, { isLeft: false, key: "picture" })).others).toEqual([]);
    const written = await countWritten(house);
    await attend(trainer, { isLeft: false, key: "picture" });
    expect(await countWritten(house)).toEqual(written);
    const { others } = await attend(second, { isLeft: false });
    expect(others).toMatchObject([
      { accountId: at.trainer.accountId, key: "picture", isLeft: false },
    ]);
    expect(others[0]?.seconds).toBeLessThan(PRESENCE_SECONDS.here);
    await attend(trainer, { isLeft: true });
    expect((await attend(second, { isLeft: false })).others).toMatchObject([{ isLeft: true }]);
  });

  it("hears that something is said without asking for it", async () => {
    const place = await freshLesson();
    const attend = () => trainer.do("attendLesson", { params: place, body: { isLeft: false } });
    expect((await attend()).talk).toEqual({ comments: 0, open: 0, rev: 0 });
    const { id: commentId } = await say(second, place, { text: "Bonjour." });
    expect((await attend()).talk).toEqual({ comments: 1, open: 1, rev: 1 });
    await change(trainer, { ...place, commentId }, { do: "resolve" });
    expect((await attend()).talk).toEqual({ comments: 1, open: 0, rev: 2 });
  });
});
