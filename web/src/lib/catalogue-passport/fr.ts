export { messages } from "@twiza/messages/passport.fr";
