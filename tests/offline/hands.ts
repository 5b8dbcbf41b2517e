import type { Answer, AttemptResult, EnrolmentView } from "@twiza/contract";
import { bodyOf, type Post } from "@twiza/client/send";
import { pathOf, requestOf } from "../house/house.ts";
import type { Village } from "./village.ts";

/**
 * What a network does to one request. `lost`: it never arrives. `answer_lost`: it is done, and nobody hears of it. `doubled`: it
 * arrives twice. `late`: it is given up here and arrives later all the same. `broken` and `busy`: the server has a bad moment.
 */
export const FAULTS = ["fine", "lost", "answer_lost", "doubled", "late", "broken", "busy"] as const;
export type Fault = (typeof FAULTS)[number];

/** What a network and a hand that holds the phone may do, handed to `post`. */
export type Hands = {
  readonly cookie: () => string | undefined;
  readonly nextFault: () => Fault;
  /** A request that arrives when nobody waits for it any more. */
  readonly later: (deliver: () => Promise<unknown>) => void;
  /** One more step of the phone: the moment for it to be killed. */
  readonly step: () => Promise<void>;
};

class Refusal extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** The way of the app's requests to the real server, over a bad network. */
export function postOver(village: Village, hands: Hands): Post {
  async function ask<T>(name: "recordEvents" | "submitAttempt", asked: object): Promise<T> {
    await hands.step();
    // The session that the phone has now goes along, also when the request is late.
    const cookie = hands.cookie();
    const visitor = cookie === undefined ? village.house.anyone : village.house.withCookie(cookie);
    const deliver = async (): Promise<T> => {
      const response = await visitor.fetch(pathOf(name, asked), requestOf(name, asked));
      // The reply passed through the operation's schema; a refusal has a code.
      const body = (await response.json()) as T & { code: string };
      if (!response.ok) throw new Refusal(body.code);
      return body;
    };
    const fault = hands.nextFault();
    if (fault === "lost") throw new Refusal("offline");
    if (fault === "broken") throw new Refusal("internal");
    if (fault === "busy") throw new Refusal("busy");
    if (fault === "late") {
      hands.later(deliver);
      throw new Refusal("offline");
    }
    if (fault === "doubled") await deliver();
    const answer = await deliver();
    if (fault === "answer_lost") throw new Refusal("offline");
    await hands.step();
    return answer;
  }

  return {
    async record(batch) {
      type Reply = {
        receipts: { id: string; result: "ok" | "duplicate" | "refused"; code?: string }[];
        lessons?: EnrolmentView["progress"]["lessons"];
      };
      const { learnerId: _, ...body } = bodyOf(batch);
      const params = { courseId: batch.courseId };
      const { receipts, lessons } = await ask<Reply>("recordEvents", { params, body });
      return { receipts, progress: lessons, server: Date.now() };
    },
    async handIn({ id, courseId, payload: { attemptId, answers } }) {
      const body = { intentId: id, answers: answers as Answer[] };
      const params = { courseId, attemptId };
      return { outcome: await ask<AttemptResult>("submitAttempt", { params, body }) };
    },
  };
}
