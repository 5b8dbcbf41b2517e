export { messages } from "@twiza/messages/check.fr";
