export { messages } from "@twiza/messages/library.en";
