import { call } from "../../api.ts";
import { newIntent } from "../../intent.ts";
import { recordingIn, reduced } from "../../media/reduce.ts";
import { brought } from "../../media/upload.ts";
import { isProblem } from "../../problem.ts";
import type { Hands } from "./run.ts";

/** What the library refuses for what it is; everything else may be tried again. */
const isUnopened = (error: unknown): boolean =>
  isProblem(error, "media.unreadable") || isProblem(error, "media.too_large");

/** The studio's own operations, for one course. */
export function handsFor(courseId: string): Hands {
  const params = { courseId };
  return {
    readDraft: () => call("readDraft", { params }),
    arrange: (commands) =>
      call("arrangeDraft", { params, body: { intentId: newIntent(), commands: [...commands] } }),
    readLesson: (lessonId, language) =>
      call("readDraftLesson", { params: { courseId, lessonId }, query: { language } }),
    save: async (lessonId, { language, commands, texts }) => {
      const body = { intentId: newIntent(), language, commands: [...commands], texts: [...texts] };
      await call("saveDraftLesson", { params: { courseId, lessonId }, body });
    },
    upload: async ({ bytes, type }, { intentId, name, alt, language }) => {
      const blob = new Blob([bytes], { type });
      const parcel = await (type === "audio/ogg" ? recordingIn(blob) : reduced(blob));
      if (!parcel) return undefined;
      const words = alt.trim();
      const description = words ? { kind: "words" as const, alt: { [language]: words } } : undefined; // prettier-ignore
      try {
        const wish = { intentId, name, ...(description && { description }) };
        return (await brought(parcel, wish, () => undefined)).media;
      } catch (error) {
        if (isUnopened(error)) return undefined;
        throw error;
      }
    },
  };
}
