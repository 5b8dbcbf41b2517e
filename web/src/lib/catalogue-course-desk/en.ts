export { messages } from "@twiza/messages/course-desk.en";
