export { messages } from "@twiza/messages/checklists.zgh";
