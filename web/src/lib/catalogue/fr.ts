export { messages } from "@twiza/messages/lesson.fr";
