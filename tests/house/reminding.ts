import { Contact, IntentId, type Language, type Proposing } from "@twiza/contract";
import { decideProposal, found, issueByHand, type Message, proposeAct } from "@twiza/core";
import { remind } from "@twiza/functions/reminder/worker";
import { newIntent } from "./house.ts";
import { accountAt, cohortId, learnerAt, nadia, openIssuing, rachid, youssef } from "./issuing.ts";

const AT = "2026-03-01T08:00:00.000Z";
const intentId = () => IntentId.parse(newIntent());

/** A message as it went, and when. */
export type Sent = Message & { readonly at: string };

/**
 * A group whose certificates hold so many months, whose people have addresses, and a messenger that keeps what it was given. The second
 * learner has a telephone alone.
 */
export async function openReminding(learners: number, months: number) {
  const desk = await openIssuing(learners, { months });
  const { deps } = desk;
  const { store } = deps;
  for (const { accountId: id, name, roles } of [nadia, youssef, rachid]) {
    const contact = Contact.parse(`${name.toLowerCase()}@example.org`);
    const account = { id, name, contact, language: "fr" as const, createdAt: AT };
    await store.commit([
      ...store.people.create(account),
      store.people.putMembership(
        {
          ...{ accountId: id, organisationId: found(nadia.organisationId), name, contact },
          ...{ organisationName: { fr: "Institut" }, grantedAt: AT },
          roles: roles.includes("administrator") ? ["administrator"] : ["trainer"],
        },
        "absent",
      ),
    ]);
  }
  const reach = async (n: number, contact: string, language: Language = "zgh") => {
    const { value, revision } = found(await store.people.account(accountAt(n)));
    const account = { ...value, contact: Contact.parse(contact), language };
    await store.commit([store.people.putAccount(account, revision)]);
  };
  for (let n = 0; n < learners; n++)
    await reach(n, n === 1 ? "+212612345678" : `fadma${n}@example.org`);
  const sent: Sent[] = [];
  let isBroken = false;
  const messenger = {
    send: (message: Message): Promise<void> => {
      if (isBroken) return Promise.reject(new Error("the messenger is away"));
      sent.push({ ...message, at: deps.clock.now().toISOString() });
      return Promise.resolve();
    },
  };
  const within = { deps, log: desk.log, origin: "https://twiza.example" };
  return {
    ...desk,
    ...{ sent, reach },
    break: (broken: boolean) => (isBroken = broken),
    run: () => remind(within, messenger),
    issue: (n: number) =>
      issueByHand(deps, nadia, { cohortId, learnerId: learnerAt(n), intentId: intentId() }),
    /** What one person proposes and another approves, of her newest certificate. */
    act: async (n: number, wanted: Proposing) => {
      const [newest] = (await store.certificates.ofLearner(learnerAt(n), undefined)).values;
      const id = found(newest).value.id;
      const { proposal } = await proposeAct(deps, rachid, {
        id,
        body: { ...wanted, intentId: intentId() },
      });
      const seenAt = proposal?.at ?? "";
      const body = { intentId: intentId(), decision: "approve" as const, seenAt };
      return decideProposal(deps, nadia, { id, body });
    },
  };
}
