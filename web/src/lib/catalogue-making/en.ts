export { messages } from "@twiza/messages/making.en";
