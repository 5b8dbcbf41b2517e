import { messages as components } from "@twiza/messages/components.fr";
import { messages as learner } from "@twiza/messages/learner.fr";

export const messages = { ...components, ...learner };
