export { messages } from "@twiza/messages/competency.fr";
