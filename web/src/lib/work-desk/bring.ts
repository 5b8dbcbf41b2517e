import { also } from "../i18n.svelte.ts";
import { away } from "../studio/away.ts";
import { WORK_DESK } from "./volume.ts";

/** What waits to be marked in a group. @throws Problem `offline` */
export const bringQueue = () =>
  Promise.all([import("./Queue.svelte"), also(WORK_DESK)]).then(
    ([{ default: Queue }]) => Queue,
    away,
  );

/** What one learner handed in. @throws Problem `offline` */
export const bringHistory = () =>
  Promise.all([import("./History.svelte"), also(WORK_DESK)]).then(
    ([{ default: History }]) => History,
    away,
  );
