export { messages } from "@twiza/messages/languages.en";
