export { messages } from "@twiza/messages/sitting.ar";
