export { messages } from "@twiza/messages/audit.fr";
