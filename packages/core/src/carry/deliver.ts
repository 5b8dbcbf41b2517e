import {
  type CarriedHandIn,
  HandInBody,
  ParcelContent,
  type PassClaims,
  type RefusalCode,
} from "@twiza/contract";
import { submitAttempt } from "../attempt/submit.ts";
import type { Deps } from "../deps.ts";
import { recordEvents } from "../enrolment/record.ts";
import type { Learning } from "../person/acting.ts";
import { Refused } from "../refused.ts";
import { bearerOf } from "./pass.ts";
import { type Answer, receiptFor } from "./receipt.ts";

/**
 * Takes what a phone without network has sealed, from whoever brings it, as if that phone had sent it itself: the same use cases,
 * rules and ids, so that a parcel may come ten times, by three phones, before and after what is in it. Nothing in it says whose it
 * is but the pass.
 * @throws Refused `parcel.damaged`, `parcel.other_key`, what `bearerOf` throws, and `busy`: the same parcel again later
 */
export async function deliverParcel(deps: Deps, parcel: string): Promise<{ receipt: string }> {
  const opened = await deps.seals.open(parcel);
  if (opened.state === "other_key") throw new Refused("parcel.other_key");
  const read = ParcelContent.safeParse(opened.state === "open" ? opened.value : undefined);
  if (!read.success) throw new Refused("parcel.damaged");
  const { pass, sealedAt, things } = read.data;
  const { claims, bearer } = await bearerOf(deps, pass);
  const sentAt = sentAtOf(sealedAt, claims, deps.clock.now());
  const answers: Answer[] = [];
  // One after another: they are about the same few items.
  for (const thing of things)
    answers.push(...(await take(deps, bearer, { thing, sentAt, claims })));
  return { receipt: await receiptFor(deps, claims, answers) };
}

/**
 * Ages are told by the phone's clock. One that stood between the giving of the pass and now is believed, so that days of carrying
 * move nothing; any other, such as one in 1970, still tells how long before the sealing something was.
 */
function sentAtOf(sealedAt: string, { iat }: PassClaims, now: Date): string {
  const sealed = Date.parse(sealedAt);
  return sealed >= iat * 1000 && sealed <= now.getTime() ? now.toISOString() : sealedAt;
}

type Taken = {
  readonly thing: ParcelContent["things"][number];
  readonly sentAt: string;
  readonly claims: PassClaims;
};

async function take(
  deps: Deps,
  bearer: Learning,
  { thing, sentAt, claims: { device: deviceId } }: Taken,
): Promise<readonly Answer[]> {
  const { courseId } = thing;
  if ("handIn" in thing)
    return answered([thing.handIn.intentId], async () => {
      await submitAttempt(deps, bearer, {
        courseId,
        attemptId: thing.attemptId,
        body: bodyOf(thing, deviceId),
      });
      return [{ id: thing.handIn.intentId, result: "ok" }];
    });
  const events = thing.events.map((event) => ({ ...event, deviceId }));
  return answered(
    events.map(({ id }) => id),
    async () =>
      (await recordEvents(deps, bearer, { courseId, batch: { sentAt, events } })).receipts,
  );
}

/** In the order of the schema, as the phone's own request would have it: so a repeat is known whichever way it comes. */
const bodyOf = ({ handIn: { claims, offline, ...rest } }: CarriedHandIn, deviceId: string) =>
  HandInBody.parse({
    ...rest,
    ...(claims ? { claims: { ...claims, deviceId } } : {}),
    ...(offline ? { offline: { ...offline, deviceId } } : {}),
  });

/** A no to all of these is an answer for each. That others are writing at this moment is none: the parcel comes again. */
async function answered(
  ids: readonly Answer["id"][],
  act: () => Promise<readonly Answer[]>,
): Promise<readonly Answer[]> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Refused) || AGAIN.has(error.code)) throw error;
    const { code } = error;
    return ids.map((id) => ({ id, result: "refused", code }));
  }
}
const AGAIN: ReadonlySet<RefusalCode> = new Set(["busy", "stale_write"]);
