export { messages } from "@twiza/messages/checklists.en";
