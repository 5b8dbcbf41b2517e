export { messages } from "@twiza/messages/check.ar";
