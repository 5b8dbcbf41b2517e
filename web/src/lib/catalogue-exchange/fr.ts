export { messages } from "@twiza/messages/exchange.fr";
