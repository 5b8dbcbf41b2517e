export { messages } from "@twiza/messages/checklists.fr";
