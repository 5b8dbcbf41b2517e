import { messages as components } from "@twiza/messages/components.ar";
import { messages as learner } from "@twiza/messages/learner.ar";

export const messages = { ...components, ...learner };
