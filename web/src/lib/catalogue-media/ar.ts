export { messages } from "@twiza/messages/media.ar";
