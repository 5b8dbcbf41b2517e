export { messages } from "@twiza/messages/audit.zgh";
