export { messages } from "@twiza/messages/assignments.en";
