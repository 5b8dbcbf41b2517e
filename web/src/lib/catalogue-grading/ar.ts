export { messages } from "@twiza/messages/grading.ar";
