import { also } from "../i18n.svelte.ts";
import { away } from "../studio/away.ts";
import { SEEN } from "./volume.ts";

/** What was seen of a learner's work, for those who follow her group. @throws Problem `offline` */
export const bringSeen = () =>
  Promise.all([import("./DeskSeen.svelte"), also(SEEN)]).then(
    ([{ default: DeskSeen }]) => DeskSeen,
    away,
  );
