export { messages } from "@twiza/messages/sitting.en";
