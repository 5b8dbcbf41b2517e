export { messages } from "@twiza/messages/keep.ar";
