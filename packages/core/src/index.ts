export * from "./authorise.ts";
export * from "./deps.ts";
export * from "./id.ts";
export { digest } from "./intent.ts";
export * from "./ports.ts";
export * from "./principal.ts";
export * from "./refused.ts";
export * from "./store/index.ts";
export { canonicalJson } from "./course/canonical-json.ts";
export { keepManifest, readManifest, readQuiz } from "./course/content.ts";
export {
  editCourse,
  listCatalogue,
  listCourses,
  readCourse,
  readOutline,
} from "./course/course.ts";
export { bringCourse } from "./course/bring-course.ts";
export { bringVoices } from "./course/bring-voices.ts";
export { arrangeItems, saveItem } from "./course/edit-items.ts";
export { arrangeAssignments, readAssignments, saveAssignment } from "./course/assignments.ts";
export { arrangeChecklists, readChecklists, saveChecklist } from "./course/checklists.ts";
export { bringItems, readItems } from "./course/items.ts";
export { bringBankItems } from "./bank/bring-bank-items.ts";
export { listRemovedBankItems, removeBankItems, restoreBankItem } from "./bank/bank-bin.ts";
export { listBank, readBankItem, readBankItems } from "./bank/read-bank.ts";
export { putFromBank } from "./bank/put-from-bank.ts";
export { saveBankItem } from "./bank/save-bank-item.ts";
export { spreadBankItem } from "./bank/spread-bank-item.ts";
export { tagBankItems } from "./bank/tag-bank-items.ts";
export { takeIntoBank } from "./bank/take-into-bank.ts";
export { copyCourse, listSamples } from "./course/copy-course.ts";
export { createCourse } from "./course/create-course.ts";
export { mediaBytesOf } from "./course/pack.ts";
export { filesOfVoice, placesOf, strayPlaces } from "./course/voice.ts";
export { readPackSignature } from "./course/sign-pack.ts";
export { addOwner, listOwnerCandidates, removeOwner } from "./course/owner.ts";
export { askReview, listReviewers } from "./course/ask-review.ts";
export { decideReview } from "./course/decide-review.ts";
export { publishCourse } from "./course/publish-course.ts";
export { arrangeDraft } from "./draft/arrange-draft.ts";
export { composeDraft } from "./draft/compose-draft.ts";
export { copyIntoDraft } from "./draft/copy-into-draft.ts";
export { readDraft, readDraftLesson } from "./draft/read-draft.ts";
export { readVersion } from "./draft/read-version.ts";
export { restoreVersion } from "./draft/restore-version.ts";
export { saveDraftLesson } from "./draft/save-lesson.ts";
export { listRemovedMedia, removeMedia, restoreMedia } from "./media/bin.ts";
export { reviewDraft } from "./quality/review-draft.ts";
export { addComment } from "./comment/add-comment.ts";
export { changeComment } from "./comment/change-comment.ts";
export { listColleagues, listComments } from "./comment/list-comments.ts";
export { countNotices, listNotices, readNotices } from "./comment/notice.ts";
export { attendLesson } from "./comment/attend.ts";
export { describeMedia, listMedia } from "./media/library.ts";
export { grantUpload } from "./media/grant-upload.ts";
export { replaceMedia } from "./media/replace.ts";
export { takeUpload } from "./media/take-upload.ts";
export { readMediaUses } from "./media/uses.ts";
export { readAlike } from "./alike/read-alike.ts";
export { readGradebook } from "./grade/gradebook.ts";
export { changeGrade } from "./grade/change-grade.ts";
export { readGrading, saveGrading } from "./grade/edit-grading.ts";
export { listMarkedCourses, listMarkedLearners, readMarks } from "./grade/marks.ts";
export { readReach } from "./grade/reach.ts";
export { changeFramework, removeFramework } from "./framework/change-framework.ts";
export { listFrameworks, readFramework, saveFramework } from "./framework/framework.ts";
export { answerPartnership, endPartnership } from "./partnership/answer.ts";
export { askPartnership } from "./partnership/ask.ts";
export { listPartnerships, readInstitution } from "./partnership/list.ts";
export { listDesigns, removeDesign, restoreDesign, saveDesign } from "./design/designs.ts";
export { takeDesignPicture } from "./design/design-picture.ts";
export { previewDesign } from "./design/preview.ts";
export { previewPaper } from "./paper/preview-paper.ts";
export { readPaper, readShareImage } from "./paper/read-paper.ts";
export { readFrameworkUses } from "./framework/uses.ts";
export { readLearnerPassport, readPassport } from "./passport/read-passport.ts";
export { completionOf } from "./enrolment/completion.ts";
export * from "./enrolment/enrolment.ts";
export { moveLearners, readMove } from "./enrolment/move-learners.ts";
export { recordEvents } from "./enrolment/record.ts";
export { fetchTicket } from "./attempt/fetch-ticket.ts";
export { listAttempts } from "./attempt/list.ts";
export { allowLearner } from "./cohort/allow-learner.ts";
export { changeTestTimes } from "./cohort/test-times.ts";
export { startAttempt } from "./attempt/start.ts";
export { submitAttempt } from "./attempt/submit.ts";
export * from "./attempt/grading.ts";
export { correctItem, tryCorrection } from "./correction/correct.ts";
export { readCorrectable } from "./correction/forms.ts";
export { listRegraded, listRegrades, steerRegrade } from "./correction/list.ts";
export { goOnRegrading } from "./correction/regrade.ts";
export { listSittings, readSitting } from "./correction/sittings.ts";
export { countSitting } from "./statistics/count-sitting.ts";
export { readStatistics } from "./statistics/read-statistics.ts";
export { publicItem } from "./attempt/public-item.ts";
export { deliverParcel } from "./carry/deliver.ts";
export { readPasses } from "./carry/pass.ts";
export { trueMoment, withEvent } from "./enrolment/progress.ts";
export { confirmObservation } from "./observation/confirm.ts";
export { listObservations, listOwnObservations } from "./observation/list.ts";
export { readPhoto, takePhoto } from "./observation/photo.ts";
export { readObserving } from "./observation/read-observing.ts";
export { recordObservation } from "./observation/record.ts";
export {
  listLearnerSubmissions,
  listOwnSubmissions,
  listSubmissions,
  readSubmission,
} from "./submission/list.ts";
export { markSubmission, settleSubmission } from "./submission/mark.ts";
export { grantProof, takeProof } from "./submission/proof.ts";
export { readProof } from "./submission/read-proof.ts";
export { submitWork } from "./submission/submit.ts";
export { setPin } from "./person/set-pin.ts";
export { eraseLearner, readErasable, readErased } from "./erasure/begin.ts";
export { eraseAgain, goOnErasing, goOnWithAll, listErasures } from "./erasure/go-on.ts";
export { type Holding, HOLDINGS } from "./erasure/holdings.ts";
export type { BlobBin } from "./erasure/steps/step.ts";
export { decideFlag } from "./flag/decide.ts";
export { listFlags, readFlag } from "./flag/flag.ts";
export * from "./cohort/cohort.ts";
export { countStuck } from "./cohort/count-stuck.ts";
export * from "./certificate/certificate.ts";
export { listBatches, readBatch, startBatch, steerBatch } from "./certificate/batch.ts";
export { goOnIssuing } from "./certificate/batch-step.ts";
export { listCandidates, previewCertificate } from "./certificate/candidates.ts";
export { decideProposal } from "./certificate/decide.ts";
export { listProposals } from "./certificate/proposals.ts";
export { listUnsigned } from "./certificate/unsigned.ts";
export { proposeAct } from "./certificate/propose.ts";
export { listCertificates, listExpiring } from "./certificate/register.ts";
export { issueEarned, numberOf } from "./certificate/issue.ts";
export { showCertificate } from "./certificate/show.ts";
export {
  type MakeForms,
  readEndorsement,
  readSigned,
  signCertificate,
} from "./certificate/sign.ts";
export { fetchGranted, offerCredential, pinHashOf, redeemOffer } from "./certificate/offer.ts";
export { keepStatus } from "./certificate/status.ts";
export { placesOfRow } from "./certificate/status-row.ts";
export { collectReminders } from "./reminder/collect.ts";
export { dueReminder } from "./reminder/due.ts";
export { sendReminders, type ToTell } from "./reminder/send.ts";
export { appendToLog, type ToLog } from "./log/append.ts";
export type { WitnessNews } from "./log/ask-witnesses.ts";
export { logErased } from "./log/log-erased.ts";
export { logKeys } from "./log/log-keys.ts";
export { logCertificates, type ToBeLogged } from "./log/log-certificates.ts";
export { LogBroken } from "./log/log-broken.ts";
export { publishLog } from "./log/publish.ts";
export { readLogProof } from "./log/read-log-proof.ts";
export { changeApproval } from "./organisation/approval.ts";
export * from "./organisation/language.ts";
export { listAudit } from "./organisation/audit-trail.ts";
export * from "./organisation/member.ts";
export * from "./organisation/organisation.ts";
export { type Learning } from "./person/acting.ts";
export {
  createCard,
  createCardFor,
  endCard,
  endCardOf,
  readCard,
  redeemCard,
} from "./person/card.ts";
export * from "./person/device.ts";
export { createTicket, redeemTicket } from "./person/entry-ticket.ts";
export { changeLearner, createLearner, newLearner } from "./person/learner.ts";
export * from "./person/me.ts";
export { chooseLearner, removeProfile } from "./person/profile.ts";
export {
  type OpenedSession,
  openSession,
  principalOf,
  signIn,
  type SignedIn,
  signOut,
} from "./person/session.ts";
