export { messages } from "@twiza/messages/languages.ar";
