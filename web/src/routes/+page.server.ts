import { LANGUAGES } from "@twiza/contract/where";
import { messages as components } from "@twiza/messages/components";
import { messages as learner } from "@twiza/messages/learner";

/* Runs once, at build time: the welcome page carries its few sentences in all four languages. */
export const load = () => ({
  welcome: LANGUAGES.map((language) => ({
    language,
    name: components[language]["app.name"](),
    title: learner[language]["welcome.title"](),
    lead: learner[language]["welcome.lead"](),
    choose: components[language]["language.choose"](),
    help: components[language]["app.help"](),
  })),
});
