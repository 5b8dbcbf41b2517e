export { messages } from "@twiza/messages/carry.ar";
