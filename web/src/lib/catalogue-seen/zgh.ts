export { messages } from "@twiza/messages/seen.zgh";
