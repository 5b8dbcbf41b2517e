export { messages } from "@twiza/messages/check.en";
