export { messages } from "@twiza/messages/keep.zgh";
