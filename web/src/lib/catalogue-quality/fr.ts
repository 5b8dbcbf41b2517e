export { messages } from "@twiza/messages/quality.fr";
