/** What pages use. Components come from `#lib/components/<Name>.svelte`, one by one, so that a page pays only for its own. */
export { addAddresses, call, type Call, type Reply } from "./api.ts";
export { newIntent } from "./intent.ts";
export {
  chooseLanguage,
  i18n,
  keepLanguage,
  nearest,
  ready,
  showNumber,
  t,
  type MessageKey,
} from "./i18n.svelte.ts";
export { show } from "./show.ts";
export { isProblem, Problem, type ProblemCode } from "./problem.ts";
export { loadSession, session, signInAddress } from "./session.svelte.ts";
export { theme, THEMES, type Theme } from "./theme.svelte.ts";
export { contentAddress, readLesson, readManifest } from "./content.ts";
