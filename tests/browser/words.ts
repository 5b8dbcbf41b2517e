import type { Language } from "@twiza/contract/where";
import { messages as alike } from "@twiza/messages/alike";
import { messages as audit } from "@twiza/messages/audit";
import { messages as answers } from "@twiza/messages/answers";
import { messages as assignments } from "@twiza/messages/assignments";
import { messages as bank } from "@twiza/messages/bank";
import { messages as blockForms } from "@twiza/messages/block-forms";
import { messages as blocks } from "@twiza/messages/blocks";
import { messages as bring } from "@twiza/messages/bring";
import { messages as carry } from "@twiza/messages/carry";
import { messages as certificates } from "@twiza/messages/certificates";
import { messages as check } from "@twiza/messages/check";
import { messages as competency } from "@twiza/messages/competency";
import { messages as checklists } from "@twiza/messages/checklists";
import { messages as components } from "@twiza/messages/components";
import { messages as courseDesk } from "@twiza/messages/course-desk";
import { messages as downloads } from "@twiza/messages/downloads";
import { messages as enrol } from "@twiza/messages/enrol";
import { messages as erase } from "@twiza/messages/erase";
import { messages as exchange } from "@twiza/messages/exchange";
import { messages as install } from "@twiza/messages/install";
import { messages as items } from "@twiza/messages/items";
import { messages as designs } from "@twiza/messages/designs";
import { messages as takePaper } from "@twiza/messages/take-paper";
import { messages as keep } from "@twiza/messages/keep";
import { messages as languages } from "@twiza/messages/languages";
import { messages as learner } from "@twiza/messages/learner";
import { messages as lesson } from "@twiza/messages/lesson";
import { messages as library } from "@twiza/messages/library";
import { messages as making } from "@twiza/messages/making";
import { messages as marks } from "@twiza/messages/marks";
import { messages as media } from "@twiza/messages/media";
import { messages as mine } from "@twiza/messages/mine";
import { messages as observe } from "@twiza/messages/observe";
import { messages as office } from "@twiza/messages/office";
import { messages as outcome } from "@twiza/messages/outcome";
import { messages as passport } from "@twiza/messages/passport";
import { messages as questionForms } from "@twiza/messages/question-forms";
import { messages as recorder } from "@twiza/messages/recorder";
import { messages as review } from "@twiza/messages/review";
import { messages as quality } from "@twiza/messages/quality";
import { messages as seen } from "@twiza/messages/seen";
import { messages as signIn } from "@twiza/messages/sign-in";
import { messages as grades } from "@twiza/messages/grades";
import { messages as grading } from "@twiza/messages/grading";
import { messages as reach } from "@twiza/messages/reach";
import { messages as sitting } from "@twiza/messages/sitting";
import { messages as studio } from "@twiza/messages/studio";
import { messages as take } from "@twiza/messages/take";
import { messages as talk } from "@twiza/messages/talk";
import { messages as tour } from "@twiza/messages/tour";
import { messages as verify } from "@twiza/messages/verify";
import { messages as voice } from "@twiza/messages/voice";
import { messages as welcoming } from "@twiza/messages/welcome";
import { messages as waysIn } from "@twiza/messages/ways-in";
import { messages as workDesk } from "@twiza/messages/work-desk";
import { messages as work } from "@twiza/messages/work";

/** What the pages say in a language, so that the tests find a control as a reader does: by its words. */
export const wordsOf = (language: Language) => ({
  ...answers[language],
  ...audit[language],
  ...assignments[language],
  ...bank[language],
  ...blockForms[language],
  ...blocks[language],
  ...bring[language],
  ...carry[language],
  ...check[language],
  ...competency[language],
  ...checklists[language],
  ...components[language],
  ...courseDesk[language],
  ...downloads[language],
  ...enrol[language],
  ...erase[language],
  ...exchange[language],
  ...install[language],
  ...items[language],
  ...designs[language],
  ...takePaper[language],
  ...languages[language],
  ...learner[language],
  ...lesson[language],
  ...library[language],
  ...making[language],
  ...marks[language],
  ...media[language],
  ...mine[language],
  ...observe[language],
  ...office[language],
  ...outcome[language],
  ...keep[language],
  ...passport[language],
  ...questionForms[language],
  ...recorder[language],
  ...review[language],
  ...quality[language],
  ...seen[language],
  ...signIn[language],
  ...certificates[language],
  ...grades[language],
  ...grading[language],
  ...reach[language],
  ...alike[language],
  ...sitting[language],
  ...studio[language],
  ...take[language],
  ...talk[language],
  ...tour[language],
  ...voice[language],
  ...waysIn[language],
  ...workDesk[language],
  ...work[language],
  ...welcoming[language],
});

/** The verification page has keys of its own that mean nothing elsewhere. */
export const verifyWords = (language: Language) => verify[language];
