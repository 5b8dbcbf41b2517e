export { messages } from "@twiza/messages/work.en";
