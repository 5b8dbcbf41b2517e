export { messages } from "@twiza/messages/grades.zgh";
