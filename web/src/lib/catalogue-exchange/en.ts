export { messages } from "@twiza/messages/exchange.en";
