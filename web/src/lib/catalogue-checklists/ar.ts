export { messages } from "@twiza/messages/checklists.ar";
