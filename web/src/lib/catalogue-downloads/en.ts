export { messages } from "@twiza/messages/downloads.en";
