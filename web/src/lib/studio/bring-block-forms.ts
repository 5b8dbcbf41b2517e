import { also } from "../i18n.svelte.ts";
import { away } from "./away.ts";
import { BLOCK_FORMS } from "./block-forms/volume.ts";
import { QUESTION_FORMS } from "./question/volume.ts";

const load = async () => {
  const [{ default: Forms }] = await Promise.all([
    import("./block-forms/Forms.svelte"),
    also(BLOCK_FORMS, QUESTION_FORMS),
  ]);
  return Forms;
};
let brought: Awaited<ReturnType<typeof load>> | undefined;

/** What blocks that are more than text are written with, and its words. @throws Problem `offline` */
export const bringBlockForms = async () => (brought ??= await load().catch(away));
/** The same as far as it is here already. */
export const blockFormsHere = () => brought;
