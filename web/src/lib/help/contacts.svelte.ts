import { call, type Reply } from "../api.ts";
import { withCopy } from "../learner/copies.ts";
import { GUEST } from "@twiza/client";
import { phone, readKept } from "../learner/shelf.ts";
import { owner } from "../learner/who.svelte.ts";
import { isProblem } from "../problem.ts";
import { loadSession } from "../session.svelte.ts";

export type HelpContact = Reply<"listEnrolments">["contacts"][number];
let all = $state.raw<readonly HelpContact[]>([]);

/** Whom the learner who is here may ask, as reactive values. */
export const contacts = {
  get all(): readonly HelpContact[] {
    return all;
  },
};

const nameOf = (who: string) => `${who}.contacts`;

/** Shows at once what this phone knows, then what the server says. Without network the copy holds; a refusal shows nobody. */
export async function loadContacts(): Promise<void> {
  all = readKept<HelpContact[]>(phone, `twiza.copy.own.${nameOf(owner())}`) ?? [];
  await loadSession();
  const who = owner();
  if (who === GUEST) {
    all = [];
    return;
  }
  try {
    all = await withCopy({ name: nameOf(who), own: true }, async () => {
      const { contacts: told } = await call("listEnrolments");
      return told;
    });
  } catch (error) {
    if (!isProblem(error)) throw error;
    if (error.code !== "offline") all = [];
  }
}
