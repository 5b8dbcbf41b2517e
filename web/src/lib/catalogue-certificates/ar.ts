export { messages } from "@twiza/messages/certificates.ar";
