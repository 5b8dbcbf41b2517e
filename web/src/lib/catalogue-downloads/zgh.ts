export { messages } from "@twiza/messages/downloads.zgh";
