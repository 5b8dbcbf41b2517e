export { messages } from "@twiza/messages/reach.ar";
