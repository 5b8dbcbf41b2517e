export { messages } from "@twiza/messages/reach.en";
