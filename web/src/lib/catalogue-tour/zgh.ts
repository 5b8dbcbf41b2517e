export { messages } from "@twiza/messages/tour.zgh";
