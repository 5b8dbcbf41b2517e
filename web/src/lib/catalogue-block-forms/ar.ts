export { messages } from "@twiza/messages/block-forms.ar";
