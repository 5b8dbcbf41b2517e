export { messages } from "@twiza/messages/erase.en";
