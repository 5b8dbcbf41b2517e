import { learners } from "@twiza/content";
import { type House, newIntent } from "../house.ts";
import { ADMIN, MANAGER, TRAINER } from "../landmarks.ts";
import type { Samples, Scene } from "./scene.ts";

export const peopleSamples = ({ house, at, intentId, learner }: Scene) => {
  const { open } = at;
  return {
    readMe: () => ({ by: TRAINER, asked: {} }),
    chooseLanguage: () => ({ by: learner, asked: { body: { language: "en" } } }),
    createLearner: () => ({ by: TRAINER, asked: { body: { intentId, name: "Rachid" } } }),
    changeLearner: async () => ({
      by: learner,
      asked: {
        params: { learnerId: (await learnerOf(house, learner)).id },
        body: { intentId, name: `Khadija ${intentId.slice(-4)}`, picture: "goat", colour: "argan" },
      },
    }),
    chooseLearner: async () => ({
      by: learners.certified.contact,
      asked: { body: { learnerId: await secondLearnerOf(house, learners.certified.contact) } },
    }),
    removeProfile: async () => ({
      by: learners.certified.contact,
      asked: { params: { learnerId: await secondLearnerOf(house, learners.certified.contact) } },
    }),
    listSessions: () => ({ by: learner, asked: {} }),
    endSession: async () => {
      const { devices } = await (await house.as(learners.certified.contact)).do("listSessions", {});
      return {
        by: learners.certified.contact,
        asked: { params: { sessionId: devices[0]?.id ?? "" } },
      };
    },
    chooseOrganisation: () => ({
      by: ADMIN,
      asked: { body: { organisationId: open.organisationId } },
    }),
    listOrganisations: () => ({ by: ADMIN, asked: {} }),
    createOrganisation: () => ({
      by: ADMIN,
      asked: { body: { intentId, name: { fr: "Union des oasis" }, kind: "union" } },
    }),
    listLanguages: () => ({ by: TRAINER, asked: {} }),
    addLanguage: () => ({
      by: MANAGER,
      asked: {
        params: { language: "wo" },
        body: { intentId, name: `Wolof ${intentId.slice(-4)}` },
      },
    }),
    removeLanguage: async () => {
      const params = { language: "ha-Arab" };
      const body = { intentId, name: "هَوْسَ" };
      await (await house.as(MANAGER)).do("addLanguage", { params, body });
      return { by: MANAGER, asked: { params } };
    },
    listMembers: () => ({ by: ADMIN, asked: {} }),
    grantMembership: () => ({
      by: ADMIN,
      asked: {
        body: {
          intentId,
          name: "Omar Tazi",
          contact: `omar-${intentId.slice(-6)}@example.org`,
          roles: ["trainer"],
        },
      },
    }),
    listAudit: () => ({ by: ADMIN, asked: {} }),
  } satisfies Samples;
};

/** Somebody's first learner. */
async function learnerOf(house: House, contact: string) {
  const { learner } = await (await house.as(contact)).do("readMe", {});
  if (!learner) throw new Error(`${contact} has no learning profile`);
  return learner;
}

/** Another learner of the same account, made at the first need. */
async function secondLearnerOf(house: House, contact: string): Promise<string> {
  const visitor = await house.as(contact);
  const [, second] = (await visitor.do("readMe", {})).learners;
  const body = { intentId: newIntent(), name: "Second" };
  return second?.id ?? (await visitor.do("createLearner", { body })).learnerId;
}
