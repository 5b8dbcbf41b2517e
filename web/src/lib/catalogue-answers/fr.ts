export { messages } from "@twiza/messages/answers.fr";
