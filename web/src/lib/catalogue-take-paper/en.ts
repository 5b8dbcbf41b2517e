export { messages } from "@twiza/messages/take-paper.en";
