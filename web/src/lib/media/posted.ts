import { t } from "../i18n.svelte.ts";
import { Problem } from "../problem.ts";

type Parcel = {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly file: Blob;
};

/**
 * Posts a file by a form that the server gave, by the older way to ask, which alone tells how much has gone.
 * @param onsent how much of it has gone, from 0 to 1
 * @throws Problem `offline`, or `upload.refused`: in the cloud the bucket itself answers, which knows no language
 */
export const posted = (
  { url, fields, file }: Parcel,
  onsent: (share: number) => void,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    // The file stands last: whoever takes it has read by then what may come.
    form.append("file", file);
    const request = new XMLHttpRequest();
    const failed = (code: "offline" | "upload.refused") => () => {
      const key = code === "offline" ? "error.offline" : "error.internal";
      reject(new Problem({ code, title: t(key), detail: t(`${key}.mend`) }));
    };
    request.upload.onprogress = ({ loaded, total }) => onsent(loaded / total);
    request.onload = () => (request.status < 300 ? resolve() : failed("upload.refused")());
    request.onerror = failed("offline");
    request.open("POST", url);
    request.send(form);
  });
