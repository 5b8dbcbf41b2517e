export { messages } from "@twiza/messages/bank.en";
