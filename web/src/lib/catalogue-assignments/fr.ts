export { messages } from "@twiza/messages/assignments.fr";
