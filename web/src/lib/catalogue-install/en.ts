export { messages } from "@twiza/messages/install.en";
