export { messages } from "@twiza/messages/competency.ar";
