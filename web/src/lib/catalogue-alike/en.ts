export { messages } from "@twiza/messages/alike.en";
