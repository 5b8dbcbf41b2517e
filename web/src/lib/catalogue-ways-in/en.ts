export { messages } from "@twiza/messages/ways-in.en";
