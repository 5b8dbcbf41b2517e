export { messages } from "@twiza/messages/grades.en";
