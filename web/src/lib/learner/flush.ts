import { isProblem, type Problem, type ProblemCode } from "../problem.ts";
import { BATCH, type DeviceEvent, type Queue } from "./queue.ts";

type Receipt = { readonly id: string; readonly result: "ok" | "duplicate" | "refused" };
export type Send = (
  courseId: string,
  events: readonly DeviceEvent[],
) => Promise<readonly Receipt[]>;
/** `sent`: nothing more to do now. `later`: try again by itself. `stopped`: not before somebody signs in. */
export type Outcome = "sent" | "later" | "stopped";

/** What the server says of a batch that it cannot make sense of: sending it again unchanged would not help. */
const UNREADABLE: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  "request.invalid",
  "request.malformed",
  "request.too_large",
  "request.too_deep",
]);

/** Sends all that waits for this learner, oldest first. An event leaves the queue only with a receipt. */
export async function flush(queue: Queue, owner: string, send: Send): Promise<Outcome> {
  const courses = [...new Set(queue.of(owner).map(({ courseId }) => courseId))];
  for (const courseId of courses) {
    const outcome = await flushCourse(queue, { owner, courseId }, send);
    if (outcome !== "sent") return outcome;
  }
  return "sent";
}

async function flushCourse(
  queue: Queue,
  { owner, courseId }: { owner: string; courseId: string },
  send: Send,
): Promise<Outcome> {
  const events = queue.of(owner, courseId).map(({ event }) => event);
  for (let at = 0; at < events.length; at += BATCH) {
    const problem = await sendBatch(queue, events.slice(at, at + BATCH), (batch) =>
      send(courseId, batch),
    );
    if (problem?.code === "session.required") return "stopped";
    // Not enrolled under this name: the events stay, and the other courses go on.
    if (problem?.code === "not_found" || problem?.code === "learner.required") return "sent";
    if (problem) return "later";
  }
  return "sent";
}

/** A batch that the server cannot read is sent again one by one, so that one bad event keeps no other back. */
async function sendBatch(
  queue: Queue,
  batch: readonly DeviceEvent[],
  send: (batch: readonly DeviceEvent[]) => Promise<readonly Receipt[]>,
): Promise<Problem | undefined> {
  try {
    const receipts = await send(batch);
    for (const { id, result } of receipts) {
      if (result === "refused") queue.setAside(id);
      else queue.drop(id);
    }
    return undefined;
  } catch (error) {
    if (!isProblem(error)) throw error;
    if (!UNREADABLE.has(error.code)) return error;
    const [only] = batch;
    if (batch.length === 1 && only) queue.setAside(only.id);
    for (const event of batch.length > 1 ? batch : []) {
      const problem = await sendBatch(queue, [event], send);
      if (problem) return problem;
    }
    return undefined;
  }
}

/** How long to wait after so many failures in a row: two seconds doubled up to five minutes, with full jitter. */
export const delayAfter = (failures: number, chance: number): number =>
  Math.round(1000 + chance * Math.min(300_000, 2000 * 2 ** Math.min(failures, 10)));
