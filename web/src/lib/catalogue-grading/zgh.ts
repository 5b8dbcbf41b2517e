export { messages } from "@twiza/messages/grading.zgh";
