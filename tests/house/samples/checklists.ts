import { newIntent } from "../house.ts";
import { TRAINER } from "../landmarks.ts";
import { checklistOf, newChecklistId } from "../checklists.ts";
import type { Samples, Scene } from "./scene.ts";

export const checklistsSamples = ({ house, intentId, ofCourse }: Scene) =>
  ({
    readChecklists: () => ({ by: TRAINER, asked: ofCourse }),
    saveChecklist: () => {
      const checklist = checklistOf("Presser");
      return {
        by: TRAINER,
        asked: {
          params: { ...ofCourse.params, checklistId: checklist.id },
          body: { intentId, checklist, after: newChecklistId() },
        },
      };
    },
    arrangeChecklists: async () => {
      const checklist = checklistOf("Trier");
      const trainer = await house.as(TRAINER);
      const params = { ...ofCourse.params, checklistId: checklist.id };
      const body = { intentId: newIntent(), checklist };
      await trainer.do("saveChecklist", { params, body });
      const commands = [{ do: "remove", id: checklist.id }];
      return { by: TRAINER, asked: { ...ofCourse, body: { intentId, commands } } };
    },
  }) satisfies Samples;
