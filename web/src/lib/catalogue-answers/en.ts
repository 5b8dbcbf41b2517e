export { messages } from "@twiza/messages/answers.en";
