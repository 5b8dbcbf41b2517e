export { messages } from "@twiza/messages/reach.zgh";
