import { assignmentWhat } from "./assignment.what.ts";
import { alikeWhat } from "./alike.what.ts";
import { attemptWhat } from "./attempt.what.ts";
import { bankWhat } from "./bank.what.ts";
import { broughtWhat } from "./brought.what.ts";
import { cardWhat } from "./card.what.ts";
import { erasureWhat } from "./erasure.what.ts";
import { carryWhat } from "./carry.what.ts";
import { batchWhat } from "./batch.what.ts";
import { certificateWhat } from "./certificate.what.ts";
import { issuerWhat } from "./issuer.what.ts";
import { checklistWhat } from "./checklist.what.ts";
import { cohortWhat } from "./cohort.what.ts";
import { correctionWhat } from "./correction.what.ts";
import { courseWhat } from "./course.what.ts";
import { commentWhat } from "./comment.what.ts";
import { draftWhat } from "./draft.what.ts";
import { entryTicketWhat } from "./entry-ticket.what.ts";
import { enrolmentWhat } from "./enrolment.what.ts";
import { flagWhat } from "./flag.what.ts";
import { gradebookWhat } from "./gradebook.what.ts";
import { designWhat } from "./design.what.ts";
import { frameworkWhat } from "./framework.what.ts";
import { itemWhat } from "./item.what.ts";
import { keyWhat } from "./key.what.ts";
import { logWhat } from "./log.what.ts";
import { noticeWhat } from "./notice.what.ts";
import { observationWhat } from "./observation.what.ts";
import { passportWhat } from "./passport.what.ts";
import { ownerWhat } from "./owner.what.ts";
import { mediaWhat } from "./media.what.ts";
import { moveWhat } from "./move.what.ts";
import { newCourseWhat } from "./new-course.what.ts";
import { packWhat } from "./pack.what.ts";
import { partnershipWhat } from "./partnership.what.ts";
import { personWhat } from "./person.what.ts";
import { qualityWhat } from "./quality.what.ts";
import { languageWhat } from "./language.what.ts";
import { reviewWhat } from "./review.what.ts";
import { presenceWhat } from "./presence.what.ts";
import { submissionWhat } from "./submission.what.ts";
import { statisticsWhat } from "./statistics.what.ts";
import { versionWhat } from "./version.what.ts";

/** *What* of every operation, under the same names as `operations` in `@twiza/contract/where`; a test holds it to that. */
export const whats = {
  ...courseWhat,
  ...newCourseWhat,
  ...broughtWhat,
  ...itemWhat,
  ...bankWhat,
  ...checklistWhat,
  ...assignmentWhat,
  ...statisticsWhat,
  ...draftWhat,
  ...versionWhat,
  ...qualityWhat,
  ...ownerWhat,
  ...languageWhat,
  ...reviewWhat,
  ...commentWhat,
  ...presenceWhat,
  ...noticeWhat,
  ...mediaWhat,
  ...enrolmentWhat,
  ...moveWhat,
  ...attemptWhat,
  ...flagWhat,
  ...correctionWhat,
  ...observationWhat,
  ...submissionWhat,
  ...gradebookWhat,
  ...alikeWhat,
  ...passportWhat,
  ...frameworkWhat,
  ...cohortWhat,
  ...certificateWhat,
  ...issuerWhat,
  ...batchWhat,
  ...designWhat,
  ...partnershipWhat,
  ...keyWhat,
  ...logWhat,
  ...packWhat,
  ...carryWhat,
  ...personWhat,
  ...entryTicketWhat,
  ...cardWhat,
  ...erasureWhat,
};
export type Whats = typeof whats;

export * from "./signed.ts";
export * from "./log.ts";
export * from "./where.ts";
export type * from "./operation.ts";
export * from "./id.ts";
export * from "./text.ts";
export * from "./problem.ts";
export * from "./rich-text.ts";
export { QUESTION_KINDS, type QuestionKind } from "./marking/kinds.ts";
export { GapName, NumberAnswerKey, PublicSpot, QuestionKindName } from "./question.ts";
export * from "./block.ts";
export * from "./block-media.ts";
export * from "./captions.ts";
export * from "./pack.ts";
export * from "./pack.what.ts";
export * from "./voice.ts";
export * from "./checklist.ts";
export * from "./assignment.ts";
export * from "./submission.ts";
export * from "./competency.ts";
export * from "./design-rules.ts";
export * from "./design.ts";
export * from "./design.what.ts";
export * from "./framework-limits.ts";
export * from "./framework.ts";
export * from "./framework.what.ts";
export * from "./observing.ts";
export * from "./observation.ts";
export * from "./gradebook.ts";
export * from "./course.ts";
export * from "./course.what.ts";
export * from "./new-course.what.ts";
export * from "./draft-block.ts";
export * from "./draft.ts";
export * from "./draft-row.ts";
export * from "./draft.what.ts";
export * from "./brought.what.ts";
export * from "./version.what.ts";
export * from "./finding.ts";
export * from "./quality.what.ts";
export * from "./owner.what.ts";
export * from "./language.what.ts";
export * from "./review.ts";
export * from "./review.what.ts";
export * from "./together.ts";
export * from "./comment.ts";
export * from "./comment.what.ts";
export * from "./presence.what.ts";
export * from "./notice.what.ts";
export * from "./media-limits.ts";
export * from "./media.ts";
export * from "./media.what.ts";
export * from "./cohort.ts";
export * from "./cohort.what.ts";
export * from "./enrolment.ts";
export * from "./enrolment.what.ts";
export * from "./move.what.ts";
export * from "./sitting-limits.ts";
export * from "./sitting-rules.ts";
export * from "./attempt.ts";
export * from "./attempt.what.ts";
export * from "./flag.ts";
export * from "./flag.what.ts";
export * from "./correction.ts";
export * from "./correction.what.ts";
export * from "./observation.what.ts";
export * from "./gradebook.what.ts";
export * from "./alike.what.ts";
export * from "./passport.ts";
export * from "./passport.what.ts";
export * from "./key.ts";
export * from "./item.what.ts";
export * from "./checklist.what.ts";
export * from "./assignment.what.ts";
export * from "./submission.what.ts";
export * from "./statistics.ts";
export * from "./statistics.what.ts";
export * from "./bank-limits.ts";
export * from "./bank.ts";
export * from "./bank.what.ts";
export * from "./key.what.ts";
export * from "./carry.ts";
export * from "./carry.what.ts";
export * from "./partnership-limits.ts";
export * from "./partnership.ts";
export * from "./partnership.what.ts";
export * from "./certificate-limits.ts";
export * from "./certificate.ts";
export * from "./batch.ts";
export * from "./batch.what.ts";
export * from "./certificate.what.ts";
export * from "./issuer.what.ts";
export * from "./status-place.ts";
export * from "./status-list.ts";
export * from "./offer.ts";
export * from "./person.ts";
export * from "./pin.ts";
export * from "./person.what.ts";
export * from "./entry-ticket.ts";
export * from "./entry-ticket.what.ts";
export * from "./card.ts";
export * from "./card.what.ts";
export * from "./erasure.ts";
export * from "./erasure.what.ts";
