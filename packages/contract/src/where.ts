/** The door for those who must not carry zod: places of operations, roles, languages and refusals as plain data. */
import { alikeWhere } from "./alike.where.ts";
import { attemptWhere } from "./attempt.where.ts";
import { bankWhere } from "./bank.where.ts";
import { batchWhere } from "./batch.where.ts";
import { broughtWhere } from "./brought.where.ts";
import { cardWhere } from "./card.where.ts";
import { carryWhere } from "./carry.where.ts";
import { certificateWhere } from "./certificate.where.ts";
import { assignmentWhere } from "./assignment.where.ts";
import { submissionWhere } from "./submission.where.ts";
import { checklistWhere } from "./checklist.where.ts";
import { cohortWhere } from "./cohort.where.ts";
import { correctionWhere } from "./correction.where.ts";
import { courseWhere } from "./course.where.ts";
import { commentWhere } from "./comment.where.ts";
import { designWhere } from "./design.where.ts";
import { draftWhere } from "./draft.where.ts";
import { entryTicketWhere } from "./entry-ticket.where.ts";
import { enrolmentWhere } from "./enrolment.where.ts";
import { erasureWhere } from "./erasure.where.ts";
import { flagWhere } from "./flag.where.ts";
import { gradebookWhere } from "./gradebook.where.ts";
import { frameworkWhere } from "./framework.where.ts";
import { itemWhere } from "./item.where.ts";
import { issuerWhere } from "./issuer.where.ts";
import { keyWhere } from "./key.where.ts";
import { logWhere } from "./log.where.ts";
import { languageWhere } from "./language.where.ts";
import { noticeWhere } from "./notice.where.ts";
import { observationWhere } from "./observation.where.ts";
import { ownerWhere } from "./owner.where.ts";
import { mediaWhere } from "./media.where.ts";
import { newCourseWhere } from "./new-course.where.ts";
import { packWhere } from "./pack.where.ts";
import { moveWhere } from "./move.where.ts";
import { partnershipWhere } from "./partnership.where.ts";
import { passportWhere } from "./passport.where.ts";
import { personWhere } from "./person.where.ts";
import { qualityWhere } from "./quality.where.ts";
import { reviewWhere } from "./review.where.ts";
import { presenceWhere } from "./presence.where.ts";
import { statisticsWhere } from "./statistics.where.ts";
import { versionWhere } from "./version.where.ts";

export const operations = {
  ...courseWhere,
  ...newCourseWhere,
  ...broughtWhere,
  ...itemWhere,
  ...bankWhere,
  ...checklistWhere,
  ...assignmentWhere,
  ...statisticsWhere,
  ...draftWhere,
  ...versionWhere,
  ...qualityWhere,
  ...ownerWhere,
  ...languageWhere,
  ...reviewWhere,
  ...commentWhere,
  ...presenceWhere,
  ...noticeWhere,
  ...mediaWhere,
  ...enrolmentWhere,
  ...moveWhere,
  ...attemptWhere,
  ...flagWhere,
  ...correctionWhere,
  ...observationWhere,
  ...submissionWhere,
  ...gradebookWhere,
  ...alikeWhere,
  ...passportWhere,
  ...frameworkWhere,
  ...cohortWhere,
  ...certificateWhere,
  ...issuerWhere,
  ...batchWhere,
  ...designWhere,
  ...partnershipWhere,
  ...keyWhere,
  ...logWhere,
  ...packWhere,
  ...carryWhere,
  ...personWhere,
  ...entryTicketWhere,
  ...cardWhere,
  ...erasureWhere,
};
export type OperationName = keyof typeof operations;

export { FUNCTIONS, type FunctionName, type Where } from "./operation.ts";
export * from "./language.ts";
export * from "./language-limits.ts";
export * from "./mark.ts";
export * from "./profile.ts";
export * from "./refusal.ts";
export * from "./role.ts";
