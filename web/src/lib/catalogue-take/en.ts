export { messages } from "@twiza/messages/take.en";
