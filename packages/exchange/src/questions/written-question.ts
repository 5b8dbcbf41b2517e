import type { QuestionBlock } from "@twiza/contract";
import type { ImportedQuestion } from "../imported.ts";

/** A question of a lesson, or of a test in one language. */
export type KeptQuestion = Omit<QuestionBlock, "key">;
/** A question as it goes out: one that is kept here, or as a reader answered with it. */
export type WrittenQuestion = ImportedQuestion | KeptQuestion;
