export { messages } from "@twiza/messages/quality.en";
