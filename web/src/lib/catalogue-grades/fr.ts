export { messages } from "@twiza/messages/grades.fr";
