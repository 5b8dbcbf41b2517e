export { messages } from "@twiza/messages/marks.ar";
