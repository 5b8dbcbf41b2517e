export { messages } from "@twiza/messages/course-desk.fr";
