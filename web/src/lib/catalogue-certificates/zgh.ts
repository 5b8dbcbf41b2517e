export { messages } from "@twiza/messages/certificates.zgh";
