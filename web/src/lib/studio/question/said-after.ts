import type { QuestionKind } from "@twiza/contract/marking";

/** What is said once somebody has answered, by what it is to a kind of question: its name, and what helps to write it. */
export function saidAfter(kind: QuestionKind) {
  if (kind === "open")
    return {
      label: "questionForms.open.answer",
      help: "questionForms.open.answer.help",
      isOfKind: true,
    } as const;
  if (kind === "likert")
    return {
      label: "questionForms.likert.thanks",
      help: "questionForms.likert.thanks.help",
      isOfKind: true,
    } as const;
  return {
    label: "studio.question.feedback",
    help: "studio.question.feedback.help",
    isOfKind: false,
  } as const;
}
