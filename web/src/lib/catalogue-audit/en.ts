export { messages } from "@twiza/messages/audit.en";
