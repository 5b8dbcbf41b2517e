export { messages } from "@twiza/messages/handbook.ar";
