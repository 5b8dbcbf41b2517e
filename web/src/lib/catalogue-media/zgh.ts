export { messages } from "@twiza/messages/media.zgh";
