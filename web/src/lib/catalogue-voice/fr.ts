export { messages } from "@twiza/messages/voice.fr";
