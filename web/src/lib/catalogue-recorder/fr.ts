export { messages } from "@twiza/messages/recorder.fr";
