import { learners } from "@twiza/content";
import { found } from "@twiza/core";
import { newIntent } from "../house.ts";
import { ADMIN } from "../landmarks.ts";
import { bring, somePng } from "../pictures.ts";
import { newDesignId, plainLook } from "../designs.ts";
import type { Samples, Scene } from "./scene.ts";

export const designsSamples = ({ house, at, intentId }: Scene) => {
  const body = () => ({
    intentId: newIntent(),
    name: "Laine",
    look: plainLook(),
    everywhere: false,
    courses: [],
  });
  /** One of its own. */
  const begun = async (): Promise<string> => {
    const designId = newDesignId();
    const admin = await house.as(ADMIN);
    await admin.do("saveDesign", { params: { designId }, body: body() });
    return designId;
  };
  const binned = async (): Promise<string> => {
    const designId = await begun();
    const admin = await house.as(ADMIN);
    await admin.do("removeDesign", { params: { designId }, body: { intentId: newIntent() } });
    return designId;
  };
  /** Of a certificate that holds: another sample may have suspended it. */
  const paper = async () => {
    const { store } = house.server.deps;
    const kept = found(await store.certificates.byId(at.valid.id));
    const { suspension, proposal: _, ...value } = kept.value;
    if (suspension) await store.commit([store.certificates.change(value, kept)]);
    return {
      by: learners.certified.contact,
      asked: { params: { certificateId: value.id }, query: { language: "fr" } },
    };
  };
  return {
    listDesigns: () => ({ by: ADMIN, asked: {} }),
    saveDesign: () => ({
      by: ADMIN,
      asked: { params: { designId: newDesignId() }, body: { ...body(), intentId } },
    }),
    removeDesign: async () => ({
      by: ADMIN,
      asked: { params: { designId: await begun() }, body: { intentId } },
    }),
    restoreDesign: async () => ({
      by: ADMIN,
      asked: { params: { designId: await binned() }, body: { intentId } },
    }),
    previewDesign: () => ({
      by: ADMIN,
      asked: { body: { look: plainLook(), language: "ar.fr" } },
    }),
    takeDesignPicture: async () => {
      const bytes = somePng();
      await bring(await house.as(ADMIN), { house, intentId, type: "image/png", bytes });
      return { by: ADMIN, asked: { body: { intentId } } };
    },
    readPaper: paper,
    readShareImage: paper,
  } satisfies Samples;
};
