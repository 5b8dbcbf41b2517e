export { messages } from "@twiza/messages/quality.zgh";
