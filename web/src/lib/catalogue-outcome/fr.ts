export { messages } from "@twiza/messages/outcome.fr";
