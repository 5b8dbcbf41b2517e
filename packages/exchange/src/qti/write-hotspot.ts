import { SPOT_SCALE } from "@twiza/contract/marking";
import { pictureSize } from "../files/picture-size.ts";
import { optionName } from "../questions/option-name.ts";
import type { WrittenQuestion } from "../questions/written-question.ts";
import { tag } from "../xml/write-xml.ts";
import { pointsOf } from "./places.ts";
import { FEEDBACK, isSaid, type Making, rightNames, worthOf } from "./write-choices.ts";
import { declaration, img, modal, outcome, type Parts } from "./write-parts.ts";

/** Of a place, a twentieth of the shorter side around it. */
const AROUND = 20;

/** Places on a picture; nothing without it. */
export function hotspotParts(question: WrittenQuestion, { picture }: Making): Parts | undefined {
  if (!picture) return undefined;
  const { options } = question;
  const size = pictureSize(picture.bytes) ?? { width: SPOT_SCALE, height: SPOT_SCALE };
  const radius = Math.max(1, Math.round(Math.min(size.width, size.height) / AROUND));
  const right = rightNames(options);
  const isMultiple = right.length > 1;
  const worth = isMultiple ? worthOf(question) : [];
  const cardinality = isMultiple ? "multiple" : "single";
  const places = options.map(({ text, spot = { x: 0, y: 0 } }, at) =>
    tag("qti-hotspot-choice", {
      identifier: optionName(at),
      shape: "circle",
      coords: [...pointsOf(spot, size), radius].join(","),
      "hotspot-label": text,
      "data-spot": `${spot.x},${spot.y}`,
    }),
  );
  const said = isSaid(options);
  return {
    declarations: [
      declaration({ cardinality, type: "identifier", correct: right, worth }),
      ...(said ? [outcome(FEEDBACK, cardinality)] : []),
    ],
    body: tag(
      "qti-hotspot-interaction",
      { "response-identifier": "RESPONSE", "max-choices": isMultiple ? 0 : 1, "data-credit": question.credit }, // prettier-ignore
      img(picture, picture.alt, size),
      ...places,
    ),
    scoring: { by: worth.length > 0 ? "mapping" : "correct" },
    sayings: said ? [{ to: "chosen", response: "RESPONSE", outcome: FEEDBACK }] : [],
    modals: options.flatMap(({ feedback }, at) =>
      feedback ? [modal(FEEDBACK, optionName(at), feedback)] : [],
    ),
  };
}
