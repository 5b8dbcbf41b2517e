import type { Evidence, PassportLine } from "@twiza/contract";

const BY_CODE = new Intl.Collator("en", { numeric: true });

/** What is shown before what is begun; within that by their short names, as a framework has them, and last what has none. */
export const inOrder = (lines: readonly PassportLine[]): readonly PassportLine[] =>
  lines.toSorted(
    (one, other) =>
      Number(one.state === "begun") - Number(other.state === "begun") ||
      byCode(one.competency.code, other.competency.code),
  );

const byCode = (one: string | undefined, other: string | undefined): number =>
  Number(one === undefined) - Number(other === undefined) ||
  BY_CODE.compare(one ?? "", other ?? "");

/** By what two pieces of evidence of one competency are told apart. */
export const evidenceId = (evidence: Evidence): string => {
  if (evidence.kind === "sitting") return evidence.attemptId;
  return evidence.kind === "work" ? evidence.submissionId : evidence.observationId;
};
