export { messages } from "@twiza/messages/exchange.ar";
