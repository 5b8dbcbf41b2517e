export { messages } from "@twiza/messages/seen.ar";
