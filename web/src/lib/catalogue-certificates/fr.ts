export { messages } from "@twiza/messages/certificates.fr";
