export { messages } from "@twiza/messages/recorder.ar";
