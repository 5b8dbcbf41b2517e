export { messages } from "@twiza/messages/erase.ar";
