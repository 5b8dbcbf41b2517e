export { messages } from "@twiza/messages/bank.fr";
