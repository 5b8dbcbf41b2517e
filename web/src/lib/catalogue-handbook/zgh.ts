export { messages } from "@twiza/messages/handbook.zgh";
