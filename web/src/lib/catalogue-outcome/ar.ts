export { messages } from "@twiza/messages/outcome.ar";
