export { messages } from "@twiza/messages/check.zgh";
