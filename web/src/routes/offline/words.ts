import { LANGUAGES, type Language } from "@twiza/contract/where";
import { messages as lesson } from "@twiza/messages/lesson";
import { messages as written } from "@twiza/messages/welcome";

const sentencesIn = (language: Language) => ({
  language,
  title: written[language]["offline.page"](),
  mend: written[language]["offline.page.mend"](),
  retry: lesson[language]["app.retry"](),
  home: lesson[language]["nav.home"](),
  courses: lesson[language]["nav.courses"](),
  certificates: lesson[language]["nav.certificates"](),
});

/** The few sentences of the page in all four languages, written into it at build time. */
export const words = import.meta.env.SSR ? LANGUAGES.map(sentencesIn) : [];
