export { messages } from "@twiza/messages/carry.en";
