import { adopt, append, type Entry, GUEST, type Happening } from "@twiza/client";
import { giveUp, receipts, retry } from "@twiza/client/send";
import fc from "fast-check";
import { newIntent } from "../house/house.ts";
import { type Fault, FAULTS } from "./hands.ts";
import type { Handset } from "./handset.ts";
import type { World } from "./world.ts";

/** Something that happens in the village. */
export type Act = { readonly name: string; readonly run: (world: World) => Promise<void> };
const act = (name: string, run: Act["run"]): Act => ({ name, run });

const at = fc.nat(1);
const phoneOf = (world: World, index: number): Handset => {
  const phone = world.phones[index];
  if (!phone) throw new Error(`no phone ${index}`);
  return phone;
};

const LEARNING = [
  "lesson.reached",
  "lesson.reached",
  "lesson.finished",
  "practice.answered",
] as const;
type Doing = { phone: number; tab: number; course: number; lesson: number; block: number } & {
  type: (typeof LEARNING)[number];
  /** What the server will not take: a lesson that is not in the course, or no lesson's name at all. */
  wrong: "no" | "unknown" | "nonsense";
};
const doing = fc.record<Doing>({
  phone: at,
  tab: at,
  course: at,
  lesson: fc.nat(2),
  block: fc.nat(6),
  type: fc.constantFrom(...LEARNING),
  wrong: fc.constantFrom("no", "no", "no", "no", "no", "unknown", "nonsense"),
});

async function happen(world: World, doing: Doing): Promise<void> {
  const phone = phoneOf(world, doing.phone);
  const course = world.village.courses[doing.course];
  const lesson = course?.lessons[doing.lesson];
  if (!course || !lesson) return;
  const lessonId = { no: lesson.id, unknown: `les_${"0".repeat(32)}`, nonsense: "none" }[
    doing.wrong
  ];
  const block = Math.min(doing.block, lesson.blockCount);
  const happening: Happening = { type: doing.type, payload: { lessonId, block } };
  const whose = { learnerId: phone.learnerId ?? GUEST, courseId: course.courseId };
  world.note(phone, await append(phone.tab(doing.tab).phone, { ...whose, ...happening }));
}

type Sending = { phone: number; tab: number; faults: Fault[] };
const sending = fc.record<Sending>({
  phone: at,
  tab: at,
  faults: fc.array(fc.constantFrom(...FAULTS), { maxLength: 4 }),
});
async function send(phone: Handset, tab: number): Promise<void> {
  const { learnerId } = phone;
  if (learnerId !== undefined) await phone.tab(tab).flush(learnerId);
}

const reading = doing.map((how) => act("reads", (world) => happen(world, how)));
const flushing = sending.map(({ phone: index, tab, faults }) =>
  act("sends", (world) => {
    const phone = phoneOf(world, index);
    phone.arrange({ faults });
    return send(phone, tab);
  }),
);
/** Somebody reads without being signed in, signs in, and enrols: what she read becomes hers. */
const adopting = fc
  .record({ phone: at, who: at, read: fc.array(doing, { maxLength: 4 }) })
  .map(({ phone: index, who, read }) =>
    act("reads as a guest and enrols", async (world) => {
      const phone = phoneOf(world, index);
      const learner = world.learners[who];
      if (!learner) return;
      phone.signedIn(undefined);
      for (const one of read) await happen(world, { ...one, phone: index });
      // Looked at before it changes hands: whose place a later event took is seen while both are the guest's.
      await world.audit();
      const { learnerId, signIn } = learner;
      phone.signedIn({ learnerId, cookie: await signIn() });
      for (const { courseId } of world.village.courses)
        await adopt(phone.tab(0).phone, { learnerId, courseId });
    }),
  );
/** Both tabs at once: one reads on while both send, with the browser's lock or without it. */
const together = fc
  .record({
    doing,
    more: doing,
    sending,
    pauses: fc.array(fc.nat(5), { maxLength: 60 }),
    locked: fc.boolean(),
  })
  .map(({ doing, more, sending, pauses, locked }) =>
    act("reads and sends in two tabs", async (world) => {
      const phone = phoneOf(world, doing.phone);
      phone.arrange({ faults: sending.faults, pauses });
      const sendIn = (tab: number) =>
        locked ? phone.alone(() => send(phone, tab)) : send(phone, tab);
      const ended = await Promise.allSettled([
        happen(world, doing),
        sendIn(0),
        happen(world, { ...more, phone: doing.phone }),
        sendIn(1),
      ]);
      for (const one of ended) if (one.status === "rejected") throw one.reason;
    }),
  );
const handingIn = fc
  .record({ phone: at, course: at, tab: at })
  .map(({ phone: index, course, tab }) =>
    act("hands a test in", async (world) => {
      const phone = phoneOf(world, index);
      const courseId = world.village.courses[course]?.courseId;
      const { learnerId, cookie } = phone;
      if (courseId === undefined || learnerId === undefined || cookie === undefined) return;
      const visitor = world.village.house.withCookie(cookie);
      const params = { courseId };
      const started = await visitor
        .do("startAttempt", { params, body: { intentId: newIntent() } })
        // Signed out, or no try left: nothing begins.
        .catch(() => undefined);
      if (!started) return;
      const payload = { attemptId: started.id, answers: [] };
      const happening: Happening = { type: "attempt.handed_in", payload };
      const whose = { learnerId, courseId };
      world.note(phone, await append(phone.tab(tab).phone, { ...whose, ...happening }));
    }),
  );

const onPhone = fc.oneof(
  { weight: 6, arbitrary: reading },
  { weight: 4, arbitrary: flushing },
  { weight: 3, arbitrary: together },
  { weight: 2, arbitrary: adopting },
  { weight: 1, arbitrary: handingIn },
);
const killing = fc
  .record({ what: onPhone, phone: at, steps: fc.nat(25) })
  .map(({ what, phone, steps }) =>
    act(`goes dark after ${steps} steps of: ${what.name}`, (world) =>
      phoneOf(world, phone).killedAfter(steps, () => what.run(world)),
    ),
  );

const signingIn = fc.record({ phone: at, who: at }).map(({ phone, who }) =>
  act("signs in", async (world) => {
    const learner = world.learners[who];
    if (!learner) return;
    const cookie = await learner.signIn();
    phoneOf(world, phone).signedIn({ learnerId: learner.learnerId, cookie });
  }),
);
/** The session ends on the server; the phone hears of it when it next sends. */
const ending = at.map((phone) =>
  act("is signed out from elsewhere", async (world) => {
    const { cookie } = phoneOf(world, phone);
    if (cookie !== undefined)
      await world.village.house.withCookie(cookie).fetch("/auth/sign-out", { method: "POST" });
  }),
);
const leaving = at.map((phone) =>
  act("signs out", async (world) => phoneOf(world, phone).signedIn(undefined)),
);
const YEAR = 365 * 24 * 3_600_000;
const clocks = fc.record({ phone: at, by: fc.constantFrom(-56, -2, -0.001, 0, 0.001, 2) });
const setting = clocks.map(({ phone, by }) =>
  act(`its clock is ${by} years off`, async (world) => {
    phoneOf(world, phone).clock = Math.max(0, Date.now() + by * YEAR);
  }),
);
const arriving = at.map((phone) =>
  act("late requests arrive", (world) => phoneOf(world, phone).deliverLate()),
);
const deciding = fc.record({ phone: at, again: fc.boolean() }).map(({ phone: index, again }) =>
  act(again ? "sends what was refused again" : "lets go what was refused", async (world) => {
    const phone = phoneOf(world, index);
    if (phone.learnerId === undefined) return;
    const page = phone.tab(0).phone;
    const [refused] = await receipts(page, phone.learnerId, "refused");
    if (!refused) return;
    if (again) return retry(page, refused);
    markGivenUp(world, refused.entry);
    await giveUp(page, refused);
  }),
);
function markGivenUp(world: World, entry: Entry): void {
  const known = world.known.get(entry.id);
  if (known) known.isGivenUp = true;
}

/** Anything that can happen, in any order. */
const acts: fc.Arbitrary<Act> = fc.oneof(
  { weight: 12, arbitrary: onPhone },
  { weight: 6, arbitrary: killing },
  { weight: 2, arbitrary: signingIn },
  { weight: 1, arbitrary: ending },
  { weight: 1, arbitrary: leaving },
  { weight: 1, arbitrary: setting },
  { weight: 1, arbitrary: arriving },
  { weight: 1, arbitrary: deciding },
);

/** A run of acts as fast-check shrinks it: after each of them nothing may be lost. */
export const commands = fc.commands<object, World, true>(
  [
    acts.map(({ name, run }) => ({
      check: async () => true,
      run: async (_model: object, world: World) => {
        await run(world);
        await world.audit();
      },
      toString: () => name,
    })),
  ],
  { maxCommands: 30 },
);
