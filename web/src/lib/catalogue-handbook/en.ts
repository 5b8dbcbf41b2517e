export { messages } from "@twiza/messages/handbook.en";
