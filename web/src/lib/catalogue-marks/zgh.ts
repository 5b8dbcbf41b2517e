export { messages } from "@twiza/messages/marks.zgh";
