export { messages } from "@twiza/messages/downloads.ar";
