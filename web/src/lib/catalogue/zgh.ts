export { messages } from "@twiza/messages/lesson.zgh";
