/** The namespace of Open Badges 3.0; that of 2.0 was another. */
const NAMESPACE = "https://purl.imsglobal.org/ob/v3p0";

/** Where the standard places a credential in a drawing: a JWT in an attribute, JSON as text of its own; and what its root has to name. */
export function placed(credential: string) {
  // What would close the text is written so that JSON reads the same.
  const inside = credential.startsWith("{")
    ? `><![CDATA[${credential.replaceAll("]]>", "]]\\u003e")}]]></openbadges:credential>`
    : ` verify="${credential}"/>`;
  return {
    name: `xmlns:openbadges="${NAMESPACE}"`,
    element: `<openbadges:credential${inside}`,
  };
}

/** A credential in a drawing that we have just made, whose first `>` ends its root: nothing has to read it, so a phone does it without network. */
export function bakeOwn(drawing: string, credential: string): string {
  const end = drawing.indexOf(">");
  const { name, element } = placed(credential);
  return `${drawing.slice(0, end)} ${name}>${element}${drawing.slice(end + 1)}`;
}

/** Whether an element of a drawing is one. */
export const isPlaced = ({
  uri,
  local,
}: {
  readonly uri: string;
  readonly local: string;
}): boolean => uri === NAMESPACE && local === "credential";
