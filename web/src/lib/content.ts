import type { LessonBody, Manifest } from "@twiza/contract";
import { answeredAhead, answerFrom } from "./answer.ts";
import { t } from "./i18n.svelte.ts";
import { Problem } from "./problem.ts";

/** Where a blob lies on our own origin. Its name is the hash of its bytes, so it never changes. */
export const contentAddress = (hash: string): string => `/content/${hash}`;

/** The content of a course at one version. @throws Problem when neither network nor phone has it */
export const readManifest = (hash: string): Promise<Manifest> => read(hash);
/** One lesson in one language. @throws Problem when neither network nor phone has it */
export const readLesson = (hash: string): Promise<LessonBody> => read(hash);

async function read<T>(hash: string): Promise<T> {
  const address = contentAddress(hash);
  // What went wrong ahead is asked for again.
  const ahead = answeredAhead(address)?.catch(() => answerFrom(address));
  const { response, body } = await (ahead ?? answerFrom(address)).catch((cause: unknown) => {
    throw new Problem({
      code: "offline",
      title: t("error.offline"),
      detail: t("error.offline.mend"),
      cause,
    });
  });
  if (!response.ok || body === undefined)
    throw new Problem({
      code: response.status === 404 ? "not_found" : "unreadable",
      title: t("error.internal"),
      detail: t("error.internal.mend"),
      status: response.status,
    });
  // Parsed by the contract's schema when it was published, and named by its hash since: it cannot have changed.
  return body as T;
}
