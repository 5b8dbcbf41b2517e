import { type Deps, type LogKeeper, publishLog } from "@twiza/core";
import type { Log } from "@twiza/platform/log";
import { logTail } from "@twiza/storage";
import type { OnChange } from "../follow.ts";

type Within = { readonly deps: Deps; readonly log: Log };

/** One move of the end of the log: all that is there by now becomes public. Every other change, and the same one again, does nothing. */
export const onChange =
  (keeper: LogKeeper): OnChange =>
  async (within, change) => {
    if (change.after && logTail.is(change.after)) await publish(within, keeper);
  };

/** What happens each hour: whoever of the witnesses was away is asked again. */
export const lookAgain = (within: Within, keeper: LogKeeper): Promise<void> =>
  publish(within, keeper, { isAgain: true });

async function publish(
  { deps, log }: Within,
  keeper: LogKeeper,
  how?: { readonly isAgain: boolean },
): Promise<void> {
  const { size, news } = await publishLog(deps, keeper, how);
  for (const { name, state, status } of news) {
    if (state === "refused") log.error("witness refused", { witness: name, status, size });
    else log.info(`witness ${state}`, { witness: name, size });
  }
}
