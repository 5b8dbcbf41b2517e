export { messages } from "@twiza/messages/install.fr";
