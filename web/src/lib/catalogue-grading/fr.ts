export { messages } from "@twiza/messages/grading.fr";
