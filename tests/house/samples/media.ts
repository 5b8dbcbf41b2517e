import { newIntent } from "../house.ts";
import { TRAINER } from "../landmarks.ts";
import { bring, bringPicture, lessonWith, somePng } from "../pictures.ts";
import type { Samples, Scene } from "./scene.ts";

/** Each picture that is replaced is one of its own. */
let replaced = 0;

export const mediaSamples = ({ house, at, intentId }: Scene) => {
  const { course } = at;
  return {
    grantUpload: () => ({
      by: TRAINER,
      asked: { body: { intentId, type: "image/png", bytes: somePng().length } },
    }),
    takeUpload: async () => {
      await bring(await house.as(TRAINER), {
        house,
        intentId,
        type: "image/png",
        bytes: somePng(),
      });
      return { by: TRAINER, asked: { body: { intentId, name: "scales.png" } } };
    },
    listMedia: () => ({ by: TRAINER, asked: {} }),
    describeMedia: async () => ({
      by: TRAINER,
      asked: {
        params: { mediaId: (await bringPicture(house, TRAINER)).id },
        body: { intentId, description: { kind: "words", alt: { fr: "Une balance" } } },
      },
    }),
    readMediaUses: async () => ({
      by: TRAINER,
      asked: { params: { mediaId: (await bringPicture(house, TRAINER)).id } },
    }),
    replaceMedia: async () => {
      const side = 11 + ((replaced += 1) % 50);
      const from = await bringPicture(house, TRAINER, { width: side, height: 10 });
      const by = await bringPicture(house, TRAINER, { width: side, height: 20 });
      await lessonWith(await house.as(TRAINER), course.courseId, {
        media: from.media,
        languages: ["ar", "fr"],
      });
      return {
        by: TRAINER,
        asked: { params: { mediaId: from.id }, body: { intentId, by: by.id } },
      };
    },
    removeMedia: async () => ({
      by: TRAINER,
      asked: {
        params: { mediaId: (await bringPicture(house, TRAINER)).id },
        body: { intentId },
      },
    }),
    listRemovedMedia: () => ({ by: TRAINER, asked: {} }),
    restoreMedia: async () => {
      const { id: mediaId } = await bringPicture(house, TRAINER);
      const trainer = await house.as(TRAINER);
      await trainer.do("removeMedia", { params: { mediaId }, body: { intentId: newIntent() } });
      return { by: TRAINER, asked: { params: { mediaId }, body: { intentId } } };
    },
  } satisfies Samples;
};
