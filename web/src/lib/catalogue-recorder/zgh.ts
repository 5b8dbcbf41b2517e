export { messages } from "@twiza/messages/recorder.zgh";
