import type { Standing } from "@twiza/client/observe";
import type { IconName } from "../components/icons.ts";

/** Beside its word, so that whoever does not read sees who is still to be seen. */
export const SIGNS: Readonly<Record<Standing, IconName>> = {
  not_seen: "person",
  begun: "example",
  unsent: "send",
  not_passed: "retry",
  waiting: "wait",
  passed: "check",
};
