export { messages } from "@twiza/messages/work.zgh";
