/**
 * On a slow network a request costs more than a kilobyte: what every page needs comes in one file, what lessons need in another,
 * what learners' other pages need in a third, the office's own in a fourth that no learner fetches. A module that is named nowhere
 * here goes with the pages that ask for it.
 */
const anyOf = (names: string): string => `(?:${names.trim().split(/\s+/).join("|")})`;

/** What every page shows. */
const SHELL = anyOf(`
  Icon icons languages Mark Button LanguagePicker TopBar BottomBar OfflineStrip LocalText EmptyState ErrorState Skeleton
`);
/** What a lesson is made of. */
const LESSON = anyOf(`
  AudioPlayer BlockRenderer Callout Feedback FieldFrame LaterBlock LessonTable NumberAnswer Options Question RichText Steps WeaveBand
`);
/** What lies on a page that can be listened to. What speaks comes with the first tap. */
const LISTEN = anyOf("Listen ListenBar source voice");
/** What a phone needs to know where its learner is, and to tell the server. */
const PROGRESS = anyOf(`
  at-hand copies course device door Heading lesson loading navigated outbox progress reading shelf standing states way who
`);
/** The phone's database and what is written into it. What sends, and what fetches whole courses, comes when it is needed. */
const PHONE = String.raw`packages/client/src/(?:index|clock|connect|database|entry|merge|outbox|phone|schema|standing|state|tx|wait)\.ts`;
const SPEECH = anyOf("room i18n api answer address problem session content intent kept toasts");

/** What stands on one page of the office and on no other, or on few. */
const OF_ONE_PAGE = anyOf(`
  CourseForm TicketDialog CardDialog AddOwner RemoveOwner Owners RestoreDialog Version Flag Enrol ProgressTable MemberForm
  ObserveLink SkillsOf OrganisationForm NewcomerForm CohortForm CohortContactForm Vouching AuditFilters by-need NeedChip
`);

/** Svelte and Kit, without the parts that only the office and forms use, and without Kit's own way in: see `start`. */
const FRAMEWORK = [
  String.raw`node_modules/svelte/(?!.*(?:bindings/(?:input|select)|shared/clone)\.js)`,
  String.raw`kit/src/(?!runtime/client/(?:entry|payload)\.js)`,
  "node_modules/(?:esm-env|clsx)/|devalue",
];

const path = (...parts: readonly string[]): RegExp => new RegExp(parts.join("|"));

export const groups = [
  // Kit's modules must not run before its way in has told them address and version.
  {
    name: "start",
    test: path(String.raw`kit/src/runtime/client/(?:entry|payload)\.js`, "preload-helper"),
    priority: 4,
  },
  {
    name: "shell",
    test: path(
      ...FRAMEWORK,
      // Kit's file for the root layout, which every page fetches: the shell is that file.
      String.raw`client-optimized/nodes/0\.js`,
      String.raw`packages/contract/src/(?:addresses|language|mark|refusal)\.ts`,
      "packages/messages/src/(?:number|plural|runtime)",
      String.raw`src/lib/${SPEECH}[.\w]*\.ts`,
      String.raw`src/lib/components/${SHELL}\.`,
      String.raw`src/routes/\+(?:layout|error)\.svelte|src/app\.css|src/lib/fonts/`,
    ),
    priority: 3,
  },
  {
    name: "lesson",
    test: path(
      "twiza:lesson",
      String.raw`src/lib/components/${LESSON}\.`,
      String.raw`src/lib/(?:grade|number)\.`,
      String.raw`src/lib/voice/${LISTEN}\.`,
      String.raw`src/lib/learner/${PROGRESS}\.`,
      PHONE,
      String.raw`src/routes/\(learner\)/\+layout\.svelte`,
      String.raw`src/routes/\(learner\)/learn/\[courseId\]/\[lessonId\]/`,
    ),
    priority: 2,
  },
  // How answers are marked: where a phone does, and where questions are written.
  {
    name: "marking",
    test: path(
      String.raw`packages/contract/src/(?:marking[./]|quality/twins)`,
      String.raw`src/lib/answers/(?:mixed|gapped)\.`,
    ),
    priority: 2,
  },
  {
    name: "office",
    test: path(
      // What one page alone shows comes with that page: who owns a course and what its versions hold, tables and forms of groups,
      // of people and of the register. Dialogs with a square in them come with the tap that asks for one.
      String.raw`src/lib/office/(?!${OF_ONE_PAGE})`,
      // What of the contract is plain data. Its schemas go with what reads a whole course from a file.
      String.raw`packages/contract/src/(?:where|[a-z-]+\.where|operation|role|bank-limits|copy-limits|sitting-limits|language-limits|staff-addresses|allowed)\.`,
      // What a lesson's desk and the list of what is for somebody have in common is less than a file of its own would be.
      String.raw`src/lib/studio/(?:away|talk/volume)\.`,
      String.raw`src/lib/components/(?:DataTable|DateField|Select)\.`,
      String.raw`bindings/select\.js|shared/clone\.js`,
    ),
    priority: 1,
  },
  {
    name: "learner",
    test: path(
      "src/lib/learner/(?!card[.]|sending|leave|ReadingChoice|Troubles|quiz|handed|[eE]nrol[.]|bring-(?:enrol|install)|(?:enrol|install)-volume|InstallOffer|CohortChoice|NameForm)",
      String.raw`src/lib/packs/(?:able|bring|card|kept|lying|records|volume)\.`,
      String.raw`src/lib/(?:carry/quiet|voice/quiz)\.`,
      String.raw`packages/contract/src/pack-bytes\.`,
      String.raw`packages/client/src/(?:adopt|waiting)\.`,
      String.raw`src/lib/components/(?:CertificateCard|IconTile|WeaveSeal)\.|packages/credential/src/(?:index|seal)[.]`,
    ),
    priority: 0,
  },
  // What takes a course from a file, and what downloads and carrying have in common with it.
  {
    name: "take",
    test: path(
      String.raw`packages/client/src/packs/(?:fault|here|names|outside|prune|record|signature|take|take-fault|taking|zip)\.`,
      String.raw`packages/client/src/(?:base64url|jws)\.`,
      String.raw`src/lib/packs/(?:ending|keys|outline|outside|take)\.ts|contract/src/(?:later-addresses|pack-choice)`,
    ),
    priority: 0,
  },
  // The faces of those who learn on a phone, and the choice of them.
  {
    name: "people",
    test: path(
      "packages/contract/src/profile[.]",
      String.raw`src/lib/components/(?:ProfileFace|ProfileSwitcher|pictures)\.`,
      String.raw`src/lib/profiles/PinField\.`,
    ),
    priority: 0,
  },
  // Who learns on this phone, and what of hers it takes away.
  {
    name: "profiles",
    test: path(
      String.raw`src/lib/(?:profiles/(?:phone|pin|profiles)|learner/leave)\.|packages/client/src/(?:erase|carry/pass)\.`,
    ),
    priority: 0,
  },
  // What is chosen on a sheet: hardly a page has the one without the other.
  {
    name: "sheet",
    test: path(String.raw`src/lib/(?:back|components/(?:RadioRow|Sheet))\.`),
    priority: 0,
  },
  // The signs of the studio, and what is moved there: of a course, a lesson, and what comes later with some blocks of it.
  {
    name: "studio",
    test: path(
      String.raw`src/lib/studio/(?:ActsSheet|BinSheet|ChooseMedia|Handle|blocks|reorder|rich-text|Sign|signs|status|Tool|translate/bring|question/volume)[.]`,
    ),
    priority: 0,
  },
  // How this phone looks and reads, on the page of settings alone.
  {
    name: "settings",
    test: path(String.raw`src/lib/(?:components/(?:TextSize|ThemePicker)|theme)\.`),
    priority: 0,
  },
  // What the server said to what the phone sent: read where it is sent, and where what became of it is shown; and when to send again.
  {
    name: "receipts",
    test: path(String.raw`packages/client/src/(?:post|receipts|sender)\.`),
    priority: 0,
  },
  // Whoever looks at work on the spot, and what shows what was seen of it: to her, to the learner, at a desk.
  {
    name: "observe",
    test: path("packages/client/src/observe/", "src/lib/observe/"),
    priority: 0,
  },
  {
    name: "seen",
    test: path(
      String.raw`src/lib/seen/(?:Outcome|PinInput|SeenCard|StepList|Words|photos|pin|steps|volume)\.`,
      String.raw`packages/contract/src/observing(?:-addresses)?\.`,
    ),
    priority: 0,
  },
  // What makes pictures smaller before they leave this device: where courses are written, and beside somebody at work.
  {
    name: "reduce",
    test: path(String.raw`src/lib/media/reduce\.|packages/contract/src/media-limits\.`),
    priority: 0,
  },
  // Sentences of every page but a lesson call these; they must bring no component along.
  {
    name: "figures",
    test: path("packages/messages/src/(?:calendar|format)", String.raw`src/lib/show\.ts`),
    priority: 0,
  },
  // What pages of learners and of the office have in common.
  {
    name: "common",
    test: path(
      String.raw`src/lib/components/(?:Card|Field|FilePick)\.`,
      String.raw`bindings/input\.js|packages/credential/src/sha256\.|src/lib/(?:save|share)\.`,
    ),
    priority: 0,
  },
];
