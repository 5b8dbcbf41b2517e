export { messages } from "@twiza/messages/making.zgh";
