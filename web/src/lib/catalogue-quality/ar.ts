export { messages } from "@twiza/messages/quality.ar";
