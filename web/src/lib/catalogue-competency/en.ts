export { messages } from "@twiza/messages/competency.en";
