export { messages } from "@twiza/messages/lesson.en";
