import { LANGUAGES, type Language } from "@twiza/contract/where";
import { messages as components } from "@twiza/messages/components";
import { messages as learner } from "@twiza/messages/learner";
import { messages as lesson } from "@twiza/messages/lesson";
import { messages as voice } from "@twiza/messages/voice";
import { messages as welcoming } from "@twiza/messages/welcome";

/** Those whose greeting has been spoken: `web/static/greetings`. The others say that nobody has yet. */
const GREETED: readonly Language[] = ["ar", "fr", "en"];

const sentencesIn = (language: Language) => ({
  language,
  name: lesson[language]["app.name"](),
  title: welcoming[language]["welcome.title"](),
  lead: welcoming[language]["welcome.lead"](),
  choose: components[language]["language.choose"](),
  ticket: welcoming[language]["welcome.ticket"](),
  card: welcoming[language]["welcome.card"](),
  check: learner[language]["help.check"](),
  help: lesson[language]["app.help"](),
  isGreeted: GREETED.includes(language),
  listen: lesson[language]["audio.listen"](),
  unrecorded: voice[language]["voice.unrecorded"](),
});

/** The few sentences of the welcome in all four languages. They are written into the page at build time and never sent as a script. */
export const welcome = import.meta.env.SSR ? LANGUAGES.map(sentencesIn) : [];
