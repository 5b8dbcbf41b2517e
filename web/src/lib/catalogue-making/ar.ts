export { messages } from "@twiza/messages/making.ar";
