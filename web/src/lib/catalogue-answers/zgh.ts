export { messages } from "@twiza/messages/answers.zgh";
