import { archiveOf } from "./files.ts";

type Files = Readonly<Record<string, string | Uint8Array>>;

/** A package as H5P's editors write it: a list, the content, and the folders of its programs. */
export const h5p = (kind: string, content: unknown, files: Files = {}): Uint8Array =>
  archiveOf({
    "h5p.json": JSON.stringify({
      title: "Le sel &amp; l'eau",
      language: "fr",
      mainLibrary: `H5P.${kind}`,
      embedTypes: ["iframe"],
      license: "U",
      preloadedDependencies: [{ machineName: `H5P.${kind}`, majorVersion: 1, minorVersion: 16 }],
    }),
    "content/content.json": JSON.stringify(content),
    [`H5P.${kind}-1.16/library.json`]: "{}",
    [`H5P.${kind}-1.16/js/main.js`]: "alert(1)",
    ...files,
  });

/** One content inside another, by the name of its library. */
export const part = (library: string, params: unknown, title = "") => ({
  library,
  params,
  subContentId: "8e6f4d0e-0000-4000-8000-000000000000",
  metadata: { contentType: "x", license: "U", title },
});

/** The list of a package as most programs write it for SCORM 1.2. */
export const scormManifest = (items: string, resources: string): string => `<?xml version="1.0" encoding="utf-8" standalone="no"?>
<manifest identifier="com.example.sel" version="1" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd">
  <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
  <organizations default="ORG"><organization identifier="ORG"><title>Le sel</title>${items}</organization></organizations>
  <resources>${resources}</resources>
</manifest>`; // prettier-ignore
export const scormItem = (id: string, title: string, inside = ""): string =>
  `<item identifier="I${id}" identifierref="R${id}" isvisible="true"><title>${title}</title>${inside}</item>`;
export const scormResource = (id: string, href: string): string =>
  `<resource identifier="R${id}" type="webcontent" adlcp:scormtype="sco" href="${href}"><file href="${href}"/></resource>`;

/** A package of one page. */
export const scorm = (inside: string, files: Files = {}): Uint8Array =>
  archiveOf({
    "imsmanifest.xml": scormManifest(scormItem("1", "Le sac"), scormResource("1", "sac.html")),
    "sac.html": `<!DOCTYPE html><html lang="fr"><head><title>Le sac</title></head><body><h1>Le sac</h1>${inside}</body></html>`,
    ...files,
  });
