export { messages } from "@twiza/messages/office.en";
