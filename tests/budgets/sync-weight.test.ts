import { brotliDecompressSync } from "node:zlib";
import { append, type Happening, type Progress } from "@twiza/client";
import { bodyOf, flusher, type Post } from "@twiza/client/send";
import { testPhone } from "@twiza/client/testing";
import { LessonBody, Manifest } from "@twiza/contract";
import { found } from "@twiza/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type House,
  newIntent,
  openHouse,
  pathOf,
  requestOf,
  type Visitor,
} from "../house/house.ts";
import { findLandmarks, type Landmarks } from "../house/landmarks.ts";
import { signUp } from "../house/sign-up.ts";

const KIB = 1024;
let house: House;
let at: Landmarks;
beforeAll(async () => {
  house = await openHouse();
  at = await findLandmarks(house);
});
afterAll(() => house.close());

/**
 * The phone's own way to the server. Counted are the bodies as they travel: the request's JSON, which nothing compresses, and the
 * reply as the server compresses it for a browser, which it does from 600 bytes on. Headers are not in it: what HTTP/2 has sent
 * once in a connection it names by a byte or two.
 */
function counting(visitor: Visitor) {
  const bodies: { readonly up: number; readonly down: number; readonly told: number }[] = [];
  const post: Post = {
    async record(batch) {
      const asked = { params: { courseId: batch.courseId }, body: bodyOf(batch) };
      const request = requestOf("recordEvents", asked);
      const headers = new Headers(request.headers);
      headers.set("accept-encoding", "gzip, deflate, br");
      const response = await visitor.fetch(pathOf("recordEvents", asked), { ...request, headers });
      const bytes = Buffer.from(await response.arrayBuffer());
      const isSqueezed = response.headers.get("content-encoding") === "br";
      const text = (isSqueezed ? brotliDecompressSync(bytes) : bytes).toString();
      const up = Buffer.byteLength(JSON.stringify(asked.body));
      bodies.push({ up, down: bytes.length, told: batch.events.length });
      type Reply = Awaited<ReturnType<Post["record"]>> & { readonly lessons: Progress };
      const { receipts, lessons } = JSON.parse(text) as Reply;
      return { receipts, progress: lessons };
    },
    handIn: () => Promise.reject(new Error("nothing is handed in here")),
  };
  return { bodies, post };
}

async function json<T>(hash: string, read: { parse: (value: unknown) => T }): Promise<T> {
  return read.parse(await (await house.anyone.fetch(`/content/${hash}`)).json());
}

describe.each(["ar", "fr"] as const)("in %s", (language) => {
  async function learner() {
    const visitor = await signUp(house, { contact: `weight-${language}@example.org`, language });
    const named = { intentId: newIntent(), name: "Zahra" };
    const { learnerId } = await visitor.do("createLearner", { body: named });
    const { courseId } = at.course;
    const enrolled = { intentId: newIntent(), courseId };
    const { version, manifest } = await visitor.do("enrol", { body: enrolled });
    const { modules } = await json(manifest, Manifest);
    const lessons = modules.flatMap((module) => module.lessons);
    return { visitor, whose: { learnerId, courseId }, version, lessons };
  }

  it("a lesson that was read, practised twice and finished without network is told and answered in 1 KiB, each lesson and the last too", async () => {
    const { visitor, whose, version, lessons } = await learner();
    const { bodies, post } = counting(visitor);
    const phone = testPhone({ clock: Date.now() }).open();
    for (const { id: lessonId, bodies: texts } of lessons) {
      const { blocks } = await json(found(texts[language]).hash, LessonBody);
      const happens = (type: "lesson.reached" | "lesson.finished", block: number) =>
        append(phone, { ...whose, type, payload: { lessonId, block, version } });
      const answers = (block: number, right: boolean) =>
        append(phone, {
          ...whose,
          type: "practice.answered",
          payload: { lessonId, block, right, version },
        } satisfies Happening & typeof whose);
      const asked = blocks.flatMap(({ kind }, index) => (kind === "question" ? [index + 1] : []));
      for (let block = 1; block < blocks.length; block++) await happens("lesson.reached", block);
      await answers(asked[0] ?? 1, false);
      await answers(asked[1] ?? asked[0] ?? 1, true);
      await happens("lesson.reached", blocks.length);
      await happens("lesson.finished", blocks.length);
      expect(await flusher(phone, post)(whose.learnerId)).toEqual({ state: "sent" });
    }
    expect(bodies).toHaveLength(lessons.length);
    for (const { up, down, told } of bodies) {
      expect(told).toBe(3);
      expect(up + down, `${up} up, ${down} down`).toBeLessThanOrEqual(KIB);
    }
    const { completion } = await visitor.do("readEnrolment", {
      params: { courseId: whose.courseId },
    });
    expect(completion).toMatchObject({
      state: "under_way",
      blockers: [{ code: "quiz.not_taken" }],
    });
  });
});
