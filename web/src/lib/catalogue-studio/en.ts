export { messages } from "@twiza/messages/studio.en";
