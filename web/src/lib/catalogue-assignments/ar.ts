export { messages } from "@twiza/messages/assignments.ar";
