import { newIntent } from "../house.ts";
import { newInstitution } from "../institution.ts";
import { ADMIN } from "../landmarks.ts";
import type { Samples, Scene } from "./scene.ts";

export const partnershipsSamples = ({ house, at, intentId }: Scene) => {
  const { courseId } = at.course;
  /** Nothing of the course is asked or running: samples are made more than once. */
  const cleared = async () => {
    const admin = await house.as(ADMIN);
    const { partnerships } = await admin.do("listPartnerships", {});
    for (const { courseId: of, partnerId: organisationId, state } of partnerships)
      if (of === courseId && (state === "asked" || state === "running"))
        await admin.do("endPartnership", {
          params: { courseId, organisationId },
          body: { intentId: newIntent() },
        });
    return admin;
  };
  /** Somebody else, who was asked. */
  const asked = async () => {
    const admin = await cleared();
    const partner = await newInstitution(house, "Institut des arts");
    const body = { intentId: newIntent(), courseId, partnerId: partner.id };
    const partnership = await admin.do("askPartnership", { body });
    return { partner, partnership };
  };
  return {
    listPartnerships: () => ({ by: ADMIN, asked: {} }),
    readInstitution: async () => {
      const { id: organisationId } = await newInstitution(house, "Institut des arts");
      return { by: ADMIN, asked: { params: { organisationId } } };
    },
    askPartnership: async () => {
      await cleared();
      const { id: partnerId } = await newInstitution(house, "Institut des arts");
      return { by: ADMIN, asked: { body: { intentId, courseId, partnerId } } };
    },
    answerPartnership: async () => {
      const { partner, partnership } = await asked();
      const body = { intentId, accepts: true, seenAt: partnership.askedAt };
      return { by: partner.contact, asked: { params: { courseId }, body } };
    },
    endPartnership: async () => {
      const { partnerId: organisationId } = (await asked()).partnership;
      return { by: ADMIN, asked: { params: { courseId, organisationId }, body: { intentId } } };
    },
  } satisfies Samples;
};
