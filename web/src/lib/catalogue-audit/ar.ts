export { messages } from "@twiza/messages/audit.ar";
