import { type BlobBin, goOnErasing, goOnWithAll } from "@twiza/core";
import { erasure } from "@twiza/storage";
import type { OnChange } from "../follow.ts";

/** One change of the people's table: erasing somebody that has come so far goes on. Every other change, and the same one again, does nothing. */
export const onChangeWith =
  (bin: BlobBin): OnChange =>
  async ({ deps, log }, change) => {
    if (change.after?.["entity"] !== "erasure") return;
    const next = await goOnErasing(deps, bin, erasure.read(change.after));
    if (!next) return;
    const { id, state, round, step } = next;
    log.info("erasing went on", { erasureId: id, state, round, step });
  };

/** What happens each hour: whoever was left half erased is erased further. */
export async function lookAgain(
  { deps, log }: Parameters<OnChange>[0],
  bin: BlobBin,
): Promise<void> {
  const running = await goOnWithAll(deps, bin);
  if (running > 0) log.info("erasing taken up again", { running });
}
