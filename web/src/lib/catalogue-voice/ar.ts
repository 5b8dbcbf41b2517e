export { messages } from "@twiza/messages/voice.ar";
