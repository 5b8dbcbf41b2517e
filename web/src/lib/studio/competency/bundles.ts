import type { FrameworkCommand } from "@twiza/contract";
import { FRAMEWORK_LIMITS } from "@twiza/contract/framework-limits";

/** A request has room for 64 KiB; what stands around the commands needs some of it. */
const MOST_BYTES = 48 * 1024;

/** Commands in their order, as many together as may travel together. */
export function bundlesOf(commands: readonly FrameworkCommand[]): readonly FrameworkCommand[][] {
  const encoder = new TextEncoder();
  const bundles: FrameworkCommand[][] = [];
  let bytes = 0;
  for (const command of commands) {
    const size = encoder.encode(JSON.stringify(command)).length;
    const last = bundles.at(-1);
    if (last && last.length < FRAMEWORK_LIMITS.commands && bytes + size <= MOST_BYTES) {
      last.push(command);
      bytes += size;
    } else {
      bundles.push([command]);
      bytes = size;
    }
  }
  return bundles;
}
