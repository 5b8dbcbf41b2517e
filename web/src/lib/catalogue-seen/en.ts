export { messages } from "@twiza/messages/seen.en";
