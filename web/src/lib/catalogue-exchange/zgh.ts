export { messages } from "@twiza/messages/exchange.zgh";
