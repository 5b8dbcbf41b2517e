import { where } from "./operation.ts";

export const languageWhere = where({
  listLanguages: {
    id: "language.list",
    method: "GET",
    path: "/api/organisation/languages",
    function: "people",
    allow: ["trainer", "manager", "administrator"],
  },
  addLanguage: {
    id: "language.add",
    method: "PUT",
    path: "/api/organisation/languages/:language",
    function: "people",
    allow: ["manager", "administrator"],
  },
  removeLanguage: {
    id: "language.remove",
    method: "DELETE",
    path: "/api/organisation/languages/:language",
    function: "people",
    allow: ["manager", "administrator"],
  },
});
