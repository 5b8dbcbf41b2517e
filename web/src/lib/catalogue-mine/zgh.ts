export { messages } from "@twiza/messages/mine.zgh";
