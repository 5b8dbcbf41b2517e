export { messages } from "@twiza/messages/enrol.en";
