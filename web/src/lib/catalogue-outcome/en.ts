export { messages } from "@twiza/messages/outcome.en";
