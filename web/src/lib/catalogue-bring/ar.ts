export { messages } from "@twiza/messages/bring.ar";
