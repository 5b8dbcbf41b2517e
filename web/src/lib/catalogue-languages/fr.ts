export { messages } from "@twiza/messages/languages.fr";
