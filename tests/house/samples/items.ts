import { found } from "@twiza/core";
import { TRAINER } from "../landmarks.ts";
import type { Samples, Scene } from "./scene.ts";

export const itemsSamples = ({ house, intentId, ofCourse }: Scene) =>
  ({
    readItems: () => ({ by: TRAINER, asked: ofCourse }),
    readStatistics: () => ({ by: TRAINER, asked: ofCourse }),
    bringItems: async () => {
      const { items } = await (await house.as(TRAINER)).do("readItems", ofCourse);
      return { by: TRAINER, asked: { ...ofCourse, body: { intentId, items: items.slice(0, 2) } } };
    },
    saveItem: async () => {
      const { items } = await (await house.as(TRAINER)).do("readItems", ofCourse);
      const { voices: _, ...item } = found(items[0]);
      return {
        by: TRAINER,
        asked: {
          params: { ...ofCourse.params, itemId: item.id },
          body: {
            intentId,
            item: { ...item, prompt: { ...item.prompt, en: "Whose is it?" } },
            seen: item,
          },
        },
      };
    },
    arrangeItems: async () => {
      const { items } = await (await house.as(TRAINER)).do("readItems", ofCourse);
      const commands = [{ do: "move", id: found(items[1]).id }];
      return { by: TRAINER, asked: { ...ofCourse, body: { intentId, commands } } };
    },
  }) satisfies Samples;
