export { messages } from "@twiza/messages/languages.zgh";
