export { messages } from "@twiza/messages/grading.en";
