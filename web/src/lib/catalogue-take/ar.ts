export { messages } from "@twiza/messages/take.ar";
