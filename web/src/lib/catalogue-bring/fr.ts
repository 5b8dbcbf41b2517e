export { messages } from "@twiza/messages/bring.fr";
