export { messages } from "@twiza/messages/certificates.en";
