export { messages } from "@twiza/messages/alike.zgh";
