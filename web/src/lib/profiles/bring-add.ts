import { also } from "../i18n.svelte.ts";
import { ENROL } from "../learner/enrol-volume.ts";
import AddPerson from "./AddPerson.svelte";

/** The way onto this phone, with its words. @throws TypeError without network, until it was used once */
export async function bringAddPerson() {
  await also(ENROL);
  return AddPerson;
}
