export { messages } from "@twiza/messages/bank.zgh";
