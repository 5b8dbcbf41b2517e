import { found } from "@twiza/core";
import { newIntent } from "../house.ts";
import { TRAINER } from "../landmarks.ts";
import { newItemId, plainItem } from "../bank.ts";
import type { Samples, Scene } from "./scene.ts";

export const bankSamples = ({ house, intentId, ofCourse }: Scene) => {
  const trainer = () => house.as(TRAINER);
  const wish = () => ({ intentId: newIntent() });
  /** An item that nobody else's sample touches. */
  const brought = async () => {
    const item = plainItem("Laver la laine ?");
    const items = [{ item, tags: ["laine"] }];
    await (await trainer()).do("bringBankItems", { body: { ...wish(), items } });
    return item;
  };
  return {
    listBank: () => ({ by: TRAINER, asked: { query: { words: "coopérative" } } }),
    readBankItems: async () => {
      const { lines } = await (await trainer()).do("listBank", { query: {} });
      const ids = lines.slice(0, 10).map(({ id }) => id);
      return { by: TRAINER, asked: { query: { ids: ids.join(",") } } };
    },
    readBankItem: async () => {
      const { lines } = await (await trainer()).do("listBank", { query: { words: "prix" } });
      return { by: TRAINER, asked: { params: { itemId: found(lines[0]).id } } };
    },
    saveBankItem: async () => {
      const item = await brought();
      const changed = { ...item, prompt: { fr: "Laver la laine à froid ?" } };
      return {
        by: TRAINER,
        asked: {
          params: { itemId: item.id },
          body: { intentId, item: changed, tags: [], seen: 1 },
        },
      };
    },
    bringBankItems: () => {
      // Names that end in two ways, so that they stand in two parts of the index.
      const items = ["01", "02"].map((end) => {
        const item = plainItem(`Question ${end} ?`, { id: `${newItemId().slice(0, -2)}${end}` });
        return { item, tags: ["laine"] };
      });
      return { by: TRAINER, asked: { body: { intentId, items } } };
    },
    tagBankItems: async () => {
      const itemIds = [(await brought()).id];
      return { by: TRAINER, asked: { body: { intentId, itemIds, add: ["tonte"], remove: [] } } };
    },
    spreadBankItem: async () => {
      const { courseId } = ofCourse.params;
      const item = await brought();
      const asker = await trainer();
      const put = { ...wish(), itemIds: [item.id] };
      await asker.do("putFromBank", { params: { courseId }, body: put });
      const body = { ...wish(), item: { ...item, prompt: { fr: "Autre ?" } }, tags: [], seen: 1 };
      await asker.do("saveBankItem", { params: { itemId: item.id }, body });
      const params = { itemId: item.id };
      return { by: TRAINER, asked: { params, body: { intentId, courseIds: [courseId] } } };
    },
    removeBankItems: async () => ({
      by: TRAINER,
      asked: { body: { intentId, itemIds: [(await brought()).id] } },
    }),
    listRemovedBankItems: () => ({ by: TRAINER, asked: {} }),
    restoreBankItem: async () => {
      const { id: itemId } = await brought();
      const body = { ...wish(), itemIds: [itemId] };
      await (await trainer()).do("removeBankItems", { body });
      return { by: TRAINER, asked: { params: { itemId }, body: { intentId } } };
    },
    takeIntoBank: async () => {
      const item = plainItem("Trier la laine ?");
      const params = { ...ofCourse.params, itemId: item.id };
      await (await trainer()).do("saveItem", { params, body: { ...wish(), item } });
      return {
        by: TRAINER,
        asked: { ...ofCourse, body: { intentId, itemIds: [item.id], tags: ["laine"] } },
      };
    },
    putFromBank: async () => ({
      by: TRAINER,
      asked: { ...ofCourse, body: { intentId, itemIds: [(await brought()).id], draw: 12 } },
    }),
  } satisfies Samples;
};
