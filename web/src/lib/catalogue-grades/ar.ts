export { messages } from "@twiza/messages/grades.ar";
