export { messages } from "@twiza/messages/voice.zgh";
