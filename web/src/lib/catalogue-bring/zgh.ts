export { messages } from "@twiza/messages/bring.zgh";
