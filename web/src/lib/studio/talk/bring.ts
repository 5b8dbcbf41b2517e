import { also } from "../../i18n.svelte.ts";
import { away } from "../away.ts";
import { TALK } from "./volume.ts";

/** What authors of a lesson see of each other and say to each other, and its words. @throws Problem `offline` */
export async function bringTalk() {
  const [{ openTalk }, { default: TalkBar }, { default: TalkMark }] = await Promise.all([
    import("./talk.svelte.ts"),
    import("./TalkBar.svelte"),
    import("./TalkMark.svelte"),
    also(TALK),
  ]).catch(away);
  return { openTalk, TalkBar, TalkMark };
}
export type BroughtTalk = Awaited<ReturnType<typeof bringTalk>>;

/** What shows one page of what was said to somebody, and its words. @throws as above */
export async function bringForYou() {
  const [{ default: ForYou }] = await Promise.all([import("./ForYou.svelte"), also(TALK)]).catch(
    away,
  );
  return ForYou;
}
