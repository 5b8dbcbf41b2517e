export { messages } from "@twiza/messages/studio.ar";
