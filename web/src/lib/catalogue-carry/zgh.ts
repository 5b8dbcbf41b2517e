export { messages } from "@twiza/messages/carry.zgh";
