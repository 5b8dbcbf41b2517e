export { messages } from "@twiza/messages/lesson.ar";
