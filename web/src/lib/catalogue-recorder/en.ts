export { messages } from "@twiza/messages/recorder.en";
