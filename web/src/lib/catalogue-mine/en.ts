export { messages } from "@twiza/messages/mine.en";
