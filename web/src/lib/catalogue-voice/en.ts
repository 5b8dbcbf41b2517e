export { messages } from "@twiza/messages/voice.en";
