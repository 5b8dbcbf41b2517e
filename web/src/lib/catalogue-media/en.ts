export { messages } from "@twiza/messages/media.en";
