export { messages } from "@twiza/messages/work.ar";
