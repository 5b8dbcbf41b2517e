export { messages } from "@twiza/messages/alike.ar";
