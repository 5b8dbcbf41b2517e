export { messages } from "@twiza/messages/mine.ar";
