export { messages } from "@twiza/messages/bring.en";
