export { messages } from "@twiza/messages/take.zgh";
