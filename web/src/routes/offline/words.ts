import { LANGUAGES, type Language } from "@twiza/contract/where";
import { messages as learner } from "@twiza/messages/learner";
import { messages as lesson } from "@twiza/messages/lesson";

const sentencesIn = (language: Language) => ({
  language,
  title: learner[language]["offline.page"](),
  mend: learner[language]["offline.page.mend"](),
  retry: lesson[language]["app.retry"](),
  home: lesson[language]["nav.home"](),
  courses: lesson[language]["nav.courses"](),
  certificates: lesson[language]["nav.certificates"](),
});

/** The few sentences of the page in all four languages, written into it at build time. */
export const words = import.meta.env.SSR ? LANGUAGES.map(sentencesIn) : [];
