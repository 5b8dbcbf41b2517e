export { messages } from "@twiza/messages/library.ar";
