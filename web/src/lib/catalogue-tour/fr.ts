export { messages } from "@twiza/messages/tour.fr";
