export { messages } from "@twiza/messages/bank.ar";
