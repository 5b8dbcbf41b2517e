import { also } from "../../i18n.svelte.ts";
import { away } from "../away.ts";
import { BRING } from "../bring-in/volume.ts";
import { MAKING } from "../making/volume.ts";
import { QUESTION_FORMS } from "../question/volume.ts";

/** What a question of the bank is written with, and its words. @throws Problem `offline` */
export async function bringWriting() {
  const [{ default: BankWriting }] = await Promise.all([
    import("./BankWriting.svelte"),
    also(QUESTION_FORMS),
  ]).catch(away);
  return BankWriting;
}

/** What a file of questions is brought in with, and its words. @throws as above */
export async function bringFile() {
  const [{ default: BringFile }] = await Promise.all([
    import("./BringFile.svelte"),
    also(BRING),
  ]).catch(away);
  return BringFile;
}

/** What questions are taken out with as a file, and its words. @throws as above */
export async function bringTakeOut() {
  const [{ default: TakeBankOut }] = await Promise.all([
    import("./TakeBankOut.svelte"),
    also(MAKING),
  ]).catch(away);
  return TakeBankOut;
}
