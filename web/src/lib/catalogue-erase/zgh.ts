export { messages } from "@twiza/messages/erase.zgh";
