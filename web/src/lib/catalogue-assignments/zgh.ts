export { messages } from "@twiza/messages/assignments.zgh";
