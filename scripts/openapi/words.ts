import { ID_PREFIXES, type FunctionName } from "@twiza/contract";

/** What a reader must know before the first call. Backticks mark code; both documents are made of it. */
export const GUIDE: readonly { readonly title: string; readonly text: readonly string[] }[] = [
  {
    title: "Who is asking",
    text: [
      "Signing in at `/auth/sign-in` in a browser gives the session cookie `__Host-twiza` (`twiza` on a server without TLS, such as your own machine). No token ever reaches the client. Operations marked public need no cookie.",
      "Roles belong to a person in the organisation that the session acts for, and are read anew at each request. A thing of another organisation is refused as `not_found`, as if it did not exist.",
    ],
  },
  {
    title: "Asking",
    text: [
      "A query parameter that the operation does not name is refused as `request.invalid`, and so is one that comes twice or is no UTF-8 text; `issues` names it. `lang` may stand on any of them.",
    ],
  },
  {
    title: "Writing",
    text: [
      "Every request that is not a GET carries the header `x-twiza: 1`, which another site cannot make a browser send. Without it, or from another origin, it is refused as `request.forged`.",
      "A body is JSON (`application/json`, UTF-8) of at most 64 KiB, with brackets nested at most 18 deep. A field that the schema does not name, or a name that comes twice in one object, is refused. Text is trimmed; control characters other than tab and line break are refused.",
    ],
  },
  {
    title: "Intents: repeating is safe",
    text: [
      "A body with `intentId` names one thing that its client wants, once and for ever: a UUIDv7 that the client makes before its first try. Send the same request again with the same `intentId`, after a lost connection or a day without network, and nothing happens twice: the reply is the first one. The same `intentId` with another body is refused as `intent.reused`.",
      "Learning events carry an id each, and may come in any order and any number of times.",
    ],
  },
  {
    title: "Refusals",
    text: [
      "An expected no is a problem document (RFC 9457, `application/problem+json`). Decide by its `code`, which comes from one closed list and is never renamed; show its `title` (what happened) and `detail` (how to mend it), which speak the reader's language: `?lang=`, else `Accept-Language`, else Arabic. `issues` names the fields that do not fit. `type` leads to this documentation.",
      "A bug is status 500 with the code `internal` and says no more than its `requestId`, which is also in the header `x-request-id` of every reply.",
    ],
  },
  {
    title: "Lists come in pages",
    text: [
      "Where a reply holds `next`, ask again with `?after=` and that value. It is opaque. A reply without `next` is the last page.",
    ],
  },
  {
    title: "Checking a certificate",
    text: [
      "`GET /api/verify/{certificateId}` tells anybody, and any site, what the register says now. Whoever wants proof instead of our word asks once for `GET /api/issuers`, keeps the keys, and checks the signed form itself: VC-JWT, JSON-LD with `eddsa-rdfc-2022`, or the code on paper. Status lists and DID documents lie under `/o/{organisationId}/`, and under `/o/{organisationId}/endorsements/{certificateId}` what an institution that stands behind another's certificate has signed of it. The page `/check` and the program `twiza verify` do all of it, step by step.",
      'A site shows the register\'s answer by `<script src="/check/widget.js"></script>` from our address and `<twiza-certificate id="crt_…"></twiza-certificate>`.',
    ],
  },
];

/** What the functions are for, by name. */
export const FUNCTION_WORDS: Readonly<Record<FunctionName, string>> = {
  catalogue: "Courses: the public catalogue, and the trainer's desk",
  studio:
    "Courses as they are being written, what their authors say to each other, and what makes them ready to be published",
  media:
    "Pictures, recordings, documents and videos: bringing them, and the library of an organisation",
  learning: "Enrolments, progress, and cohorts",
  attempts: "Sittings of the graded quiz, with and without network, and public keys",
  assessment:
    "What people judge: hand-ins that wait for them, skills seen on the spot, and the grades that follow from it",
  submissions:
    "Work that learners hand in and that people mark by a rubric, what they have shown by all that they did, and how marks came about",
  banks: "What courses are built from: banks of items and frameworks of competencies",
  credentials: "What certificates are checked by without us: keys, status lists, signed forms",
  certificates: "Issuing, revoking and verifying certificates",
  documents: "Certificates as paper and as pictures, and how an organisation's look",
  people: "Persons, learners, sessions, organisations, memberships and the audit trail",
};

/** Headings of the page, by the noun of an operation's id. */
export const NOUN_WORDS: Readonly<Record<string, string>> = {
  course: "Courses",
  draft: "Courses as they are being written",
  version: "Versions",
  owner: "Owners of courses",
  review: "Approval by a second person",
  move: "Learners who are moved to a newer version",
  item: "Graded items of a draft",
  correction: "Questions that are corrected once they are published, and marking anew",
  sitting: "How marks came about",
  bank: "Banks of graded items",
  checklist: "Checklists of a draft",
  observation: "Skills that somebody saw",
  assignment: "Assignments of a draft",
  submission: "Work that is handed in, and what people say of it",
  proof: "Pieces of work, and recordings of what is said to it",
  grade: "Grades of a cohort, and what counts in a course",
  statistics: "How graded items do",
  framework: "Frameworks of competencies",
  passport: "What learners have shown that they can do",
  comment: "What authors say to each other",
  presence: "Who is in a lesson",
  notice: "What was said to somebody",
  media: "Pictures and recordings",
  enrolment: "Enrolments",
  progress: "Progress",
  attempt: "Attempts",
  flag: "What waits for a person",
  cohort: "Cohorts",
  key: "Public keys",
  pack: "Courses handed from phone to phone",
  carry: "Sending by another phone",
  batch: "Issuing to many",
  certificate: "Certificates",
  issuer: "Issuers of certificates",
  design: "Designs of certificates",
  partnership: "Certificates of two institutions together",
  log: "The public log",
  me: "The person signed in",
  learner: "Learners",
  session: "Sessions",
  entry: "Coming in on a trainer's word",
  card: "Recovery cards",
  erasure: "Erasing a person",
  organisation: "Organisations",
  language: "Languages of courses, beside those of Twiza",
  membership: "Memberships",
  audit: "Audit trail",
};

const COMPONENT_WORDS: Readonly<Record<string, string>> = {
  Answer: "A choice among an item's options, or a number.",
  Approval: "Whether the person may ask a second one to approve, and what was asked last.",
  AttemptLine: "A sitting of the learner: reserved, open or handed in, with its result.",
  AttemptResult: "What became of a hand-in: graded, or kept for a person to decide.",
  AudioLanguageCode: "A language that Twiza is spoken in; some of them are not written.",
  AuditEntry: "One line of the audit trail: who did what to whom. Nothing edits or deletes it.",
  BlockKey: "Names a block in every language of its lesson, for ever.",
  BankItem: "A graded item of an organisation's bank, with its key; `rev` grows with each change.",
  BankLine: "An item in a list of its bank, and in how many courses it stands.",
  BankPlace: "Where the next page of a bank begins; opaque.",
  BankTag: "A word or two by which an item of a bank is found again.",
  BankTags: "The tags of an item; two that differ in letters that people leave out are one.",
  BankUse: "A course that uses an item of the bank, and what its draft has of it.",
  BinnedBankItem: "What was removed from a bank; it can be taken back for 30 days.",
  PartGrade: "One part of a learner's grade, with how it came about.",
  BatchFigures: "Learners that issuing to many has met so far, by what became of them.",
  BatchLine: "Issuing to many as its desk shows it.",
  BatchRefusal: "A learner whom issuing to many could not issue to, and why.",
  Blocker: "What stands between a learner and her certificate, by name.",
  CardCode: "The code of a recovery card: sixteen of Crockford's signs, the last a check.",
  Certificate:
    "The record of a certificate, frozen at issue; nothing reaches it but what ends it, for now or for good.",
  CertificateAct: "One thing that happened to a certificate, in order and for ever.",
  CertificateBatch: "Issuing to all of a group who have earned it: how far it has come.",
  CertificateRule: "For how long a course's certificates hold, and whether they are renewed.",
  CertificateDesign:
    "How certificates of an organisation look; what was issued keeps the look of its day.",
  DesignLook:
    "How a certificate is framed and coloured, what it says in each language, and who signs it.",
  Partnership:
    "That an institution asked another to stand behind the certificates of one of its courses, and what became of it.",
  Design: "A design of certificates as its page shows it, and the revision that it was read at.",
  DesignPicture: "A logo or a signature, drawn anew and private.",
  DesignTexts:
    "What a design says itself in one language; where it is silent, the usual words stand.",
  FormHash: "SHA-256 of a signed form as it is handed out, in base64url.",
  SignedCertificate: "A certificate as it is signed, once, in three forms of the same claims.",
  Checklist:
    "What an observer looks for who stands beside a learner at work; she passes with every critical criterion and enough of all.",
  Assignment:
    "Work that a learner hands in and that people mark by its rubric; levels go from the lowest to the highest.",
  DraftAssignment: "An assignment that is being written; words may be missing.",
  DraftAssignments:
    "The assignments of a draft in their order; `mark` goes back with what is written of one.",
  AssignmentCommand:
    "What an author does to the order of assignments; harmless when it comes twice.",
  Proof: "One piece of work, or of what is said to it, kept among what is private.",
  TakenProof: "A piece as it is remembered, with whom or where it was taken for.",
  SubmissionView:
    "Work as it was handed in, which never changes, with what the person who asks may know of it.",
  SubmissionLine: "A hand-in in a list; `holds` is how much of what is in it.",
  ChosenLevel: "The level of one criterion that a marker chose, counted from 0, the lowest.",
  Outcome:
    "What stands of a hand-in in the end: by one marker, by two that agree, or by a third with a reason.",
  Marking: "What one person said of a hand-in, and what it comes to by its rubric.",
  WorkNote: "Something said to one place of the work, by words or by voice.",
  HandedStanding: "What an enrolment knows of an assignment: the best mark, and what waits.",
  DraftChecklist: "A checklist that is being written; words may be missing.",
  CriterionName: "Names a criterion within its checklist.",
  ObservedLearner: "A learner whose work may be looked at; `self` is the person who asks.",
  ObservedStanding: "What an enrolment knows of a skill: the best look that counts.",
  ObservationView:
    "One look at a learner's work. It never changes; what she says of it is `confirmation`.",
  ObservationBody: "What an observer's phone sends of a look; `id` is made there.",
  SeenCriterion: "What was seen of one criterion; `not_seen` counts as not met.",
  Photo: "A photo of the work, kept among what is private.",
  PinDigits: "Four to eight digits, kept as a slow hash alone.",
  ChecklistsOfVersion: "The checklists of one version of a course.",
  Cohort: "A group that takes one course together. `issuing` says how its certificates come.",
  CohortDesk: "A cohort at its staff's desk, with what the person who asks may do with it.",
  CohortOffer: "What a learner sees of a cohort that she may join.",
  Colleague: "Somebody who may be mentioned in what is said about a course.",
  Comment:
    "One thing said about a lesson that is being written; the first of a thread tells what it is about.",
  CommentChange: "What becomes of a comment; what it is already changes nothing.",
  CommentText: "What somebody says; people in it stand as `@` and their account.",
  Competencies: "The competencies of a framework, each behind what it lies under.",
  Competency: "What somebody can do; the hex of its id is its UUID in CASE 1.0.",
  CompetencyIds: "The competencies that something shows.",
  Evidence:
    "A sitting, an observation or handed-in work that shows a competency, or was to show it.",
  Framework: "A framework of competencies, whole.",
  FrameworkAbout: "What a framework says of itself.",
  FrameworkCommand:
    "What is done to the competencies of a framework; harmless when it comes twice.",
  FrameworkLevel: "How far somebody has come, in the words of a framework.",
  FrameworkLine: "A framework in the list of its organisation.",
  FrameworkRow: "A framework as it is kept.",
  NamedCompetency: "A competency as a version names it, as it was called when that was published.",
  Passport: "What a learner has shown that she can do, worked out anew when it is read.",
  PassportLine: "One competency, whether it is shown, and by what.",
  Completion: "Whether the certificate is earned, and what is missing if not.",
  Contact: "An e-mail address in lower case, or a telephone number in E.164.",
  Comparison: "What was answered to an item, beside what stands, in the words of the item.",
  CourseDesk: "A course at its trainer's desk: draft, what differs from live, past versions.",
  CourseDifference: "What putting one content of a course in the place of another would change.",
  CourseLine: "A course in the list of its organisation.",
  CourseOwner: "Who writes and publishes a course; without a name she is no longer a member.",
  Day: "A calendar day (ISO 8601).",
  Device: "A device that is signed in.",
  DeviceClaims: "What a phone says of a sitting that it held without network; claims, not facts.",
  DeviceEvent: "A learning event as a device reports it; `at` and `seq` are the device's own.",
  DeviceId: "What a device calls itself, for as long as it keeps anything.",
  Copies: "Lessons to be copied, each with the name of its copy.",
  CourseCommand: "What an author does to the order of a course; harmless when it comes twice.",
  GapName: "Names a gap of a cloze: one letter, written `[[a]]` in what is asked.",
  QuestionKindName: "What a question asks for.",
  PublicSpot: "Where on its picture an option lies, in thousandths from the left top corner.",
  Draw: "How many of its items a sitting of a test has, drawn anew for each; without it all.",
  Draft: "A course as it is being written, with how far each language is.",
  DraftBlock: "A block as its author has left it for now, in one language.",
  DraftChecklists:
    "The checklists of a draft in their order; `mark` goes back with what is written of one.",
  ChecklistCommand: "What an author does to the order of checklists; harmless when it comes twice.",
  DraftFault: "What publishing would not take (`blocks`), or should know.",
  DraftItems: "The graded items of a draft with their keys, for who may write it.",
  DraftLesson: "A lesson that is being written: all but its words.",
  DraftLine: "A lesson in the list of a course that is being written.",
  DraftManifest: "The content of a draft: a manifest that may lack what publishing asks for.",
  DraftOutline: "The order of a course that is being written, and what lies in its bin.",
  DraftPlace:
    "A place in a lesson; `against` says from which `rev` of the source a translation was made.",
  DraftText: "One block's words in one language; `rev` grows with each change.",
  DraftWords: "The words of a lesson in one language, by the key of their place.",
  EligibleLine: "Whether a learner may receive a certificate, and what she lacks.",
  EnrolledPerson: "What became of one person of a list; `code` says why she was not enrolled.",
  EnrolmentView: "An enrolment for its learner; `manifest` names the content of her version.",
  Finding: "What is missing or not yet good in a draft; `blocks` keeps it from being published.",
  FlagLine: "Something that waits for a person's decision, or waited: who, why, and the figures.",
  GivenAnswer: "What somebody answered to an item, in the words of the item, and how it is marked.",
  GradedResult: "The graded sitting: right or wrong for each item; it names no other option.",
  Grade: "What a learner has in each part of a course, with how each figure came about.",
  AlikeLine:
    "Two learners whose wrong answers agree more than chance would make them, with the questions in which they do. It says nothing of why.",
  GradeLine: "One learner's grade in the gradebook of a cohort.",
  GradePart: "A part of a course: `lessons`, `quiz`, or the id of a checklist or an assignment.",
  Grading: "What counts in a course, and how much; without it every part is to be passed.",
  DraftGrading: "What counts in a draft, with the parts that it may name.",
  NamedPart: "A part of a course as it is called, and from which result on it is passed.",
  GivenGrade: "What a person said of a part in place of what was worked out, who and why.",
  IssuerKey:
    "A public key of certificates, from when it signed, and whether it was retired or given up (from which entry of the public log on nothing of it counts).",
  Hash: "SHA-256 of a blob's bytes in lower-case hex, also its name: `/content/<hash>`.",
  HeldResult: "A hand-in that is kept whole for a person to decide; it tells no figure.",
  Instant: "A moment in UTC with milliseconds (ISO 8601).",
  IntentId: "The client's own name, for ever, of one thing it asks for: a UUIDv7 (RFC 9562).",
  Item: "A graded item with its key, for who may write its course.",
  ItemStatistics:
    "How a graded item does over first sittings; figures are told from 20 answers on.",
  ItemVoice:
    "The recordings of a graded item by place; some tell the answer and never leave early.",
  ItemCommand: "What an author does to the order of graded items; harmless when it comes twice.",
  ItemPrint: "Tells an item's words and key from any other's.",
  ItemVoicePart: "A recording of one place of an item. Without `text` it says what stands there.",
  LanguageCode: "Arabic, French, Standard Moroccan Tamazight (Tifinagh), English (BCP 47).",
  ContentLanguageCode:
    "A language that courses are written in (BCP 47): one of Twiza's, or one that an organisation added.",
  OtherLanguages: "Languages beside Twiza's own, each under the name that its readers give it.",
  LanguageName: "What a language is called by those who read it, in their own script.",
  LetIn: "Whom a phone acts for once it was let in.",
  LessonCommand: "What an author does to the order of a lesson; harmless when it comes twice.",
  LessonProgress: "How far a lesson has come; it never falls.",
  LessonReview: "A lesson that was looked at: what is not yet good in it, and what it weighs.",
  LibraryItem: "A picture, a recording, a document or a video in an organisation's library.",
  BinnedMedia:
    "What was removed from a library, since when and by whom; it can be taken back for 30 days.",
  MediaDescription: "What it is, for who cannot see or hear it; or that it only decorates.",
  SittingRules: "How a test is sat; what is absent is as it always was.",
  TestTimes: "From when and until when a test may be begun.",
  Allowance: "What one learner is given beyond the rules of a test, and why.",
  SoundMedia: "The file of a recording: Ogg with Opus.",
  Media: "A media file by its content, as served from `/content/<hash>`.",
  MovedLearner: "What moving to the live version means for one learner, or has meant.",
  NumberAnswerKey: "The number that is right, and how far from it an answer may be.",
  MadeCard: "A learner's recovery card: that there is one and since when, never its code.",
  Bodies: "Where a lesson lies, in each language it is written in.",
  Manifest: "The content of a course at one moment. No answer key is in it.",
  Me: "Who is signed in, with roles in the organisation the session acts for.",
  Membership: "The roles of a person in an organisation.",
  OpenLesson: "A lesson that is being written, with its words in the languages asked for.",
  OwnerCandidate: "A trainer who could own a course too.",
  Organisation: "An institution, a union or a cooperative; they form a tree.",
  PastVersion: "A published version, with what it would change of the draft and of another one.",
  PageToken: "Where the next page begins; opaque.",
  PackFile: "A file that a phone keeps of a course; `lessonIds` are those that want it.",
  PackSignature:
    "What proves without network that a version's list of files is ours: a compact JWS.",
  PackWeight: "What a pack weighs with its sound, in bytes, by language read and language heard.",
  Percent: "0 to 100.",
  PersonName: "A name as its bearer writes it, in whatever script.",
  Problem: "Problem details (RFC 9457), as every refusal and every bug travels.",
  Progress: "Progress in each lesson begun, and where to resume.",
  ProgressLine: "One learner's way through the course, as her trainer sees it.",
  PublicCertificate: "A certificate as its holder has it: every claim printed on it.",
  ToldEvent:
    "A learning event as it travels in a batch: without what is said in common, and without its moment where its id begins with that one.",
  VerifiedCertificate:
    "What anybody may know of a certificate, as its holder wants it: `whole`; `brief`, without result, competencies, language and what it stands in the place of; `closed`, no more than that there is one, whether it counts, and who issued it.",
  PublicEntry: "A published course as a visitor sees it; `manifest` names its content.",
  Sample: "A course that an organisation above one's own offers to everybody, to be copied.",
  SealingKey: "A public RSA key under which a phone seals what another carries (RSA-OAEP-256).",
  PublicKey: "A public Ed25519 key (RFC 8037); `kid` is its thumbprint (RFC 7638).",
  PublicItem: "An item of the graded quiz without its key.",
  PublicItemVoice: "Recordings of an item's question (`prompt`) and options (`option/<id>`).",
  Receipt: "What became of one event. `duplicate` is as good as `ok`: forget it on the device.",
  Review: "A draft laid before a second person, by the `print` of its very bytes.",
  ReviewDesk: "What was asked last of a second person, as it stands now.",
  ReviewPerson: "Somebody as she was called when she asked, was asked, or decided.",
  RichText: "Rich text as ProseMirror's JSON, of an allow-list of nodes and marks.",
  Second: "Words that met others in the same block, kept beside them until somebody chooses.",
  Standing: "How far a language is with a lesson, in blocks; the title counts as one.",
  Restored: "A course whose draft is a version again; `binned` lessons went to the bin.",
  Notice: "A comment that is the business of the person who asks; without a text it was deleted.",
  Other: "Somebody else who is, or lately was, in a lesson.",
  Said: "A comment as it is now, and how much is said about its lesson.",
  Talk: "How much is said about a lesson; `rev` grows with every change of it.",
  RegradeFigures:
    "What marking anew has met so far, or would meet: learners, hand-ins, and whose result changes.",
  RegradeLine: "A correction of a published question, and how far marking anew has come.",
  ResumePoint: "Where the learner was last, on whichever device.",
  CohortContact: "Whom the learners of a cohort may call, since that person agreed.",
  Phone: "A telephone number as E.164.",
  TicketCode: "An entry ticket to be typed: eight of Crockford's signs, the last a check.",
  TicketSecret: "The secret of an entry ticket's QR: 128 bits in base64url.",
  Ticket: "The next sitting, taken along: a phone opens it once, without network.",
  StartedAttempt: "A sitting of the graded quiz that may begin.",
  VoiceSheet: "A lesson spoken in one audio language.",
  UploadGrant:
    "A form that takes the announced bytes and no others: post `fields`, then `file`, as multipart/form-data.",
  VoicePart: "A recording of one place of a lesson, and when which words are spoken.",
  VoicePlace: "Where in a lesson something is said: `title`, a block, or a place in it.",
  Cue: "When which words of a recording are spoken.",
  VoicePointer: "Where a lesson's voice sheet lies, and what it weighs with all its recordings.",
};

/** A sentence about a component. @throws Error for one that has none, so that none is published without */
export function descriptionOf(name: string): string {
  const kind = Object.keys(ID_PREFIXES).find((id) => `${id}id` === name.toLowerCase());
  if (kind) return `Names ${/^[aeiou]/.test(kind) ? "an" : "a"} ${kind}.`;
  const text = /^LocalizedText(\d+)$/.exec(name);
  if (text)
    return `The same text in at least one language, ours or another, up to ${text[1]} characters.`;
  const words = COMPONENT_WORDS[name];
  if (!words) throw new Error(`${name} needs a sentence in scripts/openapi/words.ts`);
  return words;
}
