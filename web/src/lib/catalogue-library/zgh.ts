export { messages } from "@twiza/messages/library.zgh";
