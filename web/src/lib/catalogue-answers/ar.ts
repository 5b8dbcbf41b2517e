export { messages } from "@twiza/messages/answers.ar";
