export { messages } from "@twiza/messages/passport.ar";
