import { where } from "./operation.ts";

export const designWhere = where({
  listDesigns: {
    id: "design.list",
    method: "GET",
    path: "/api/designs",
    function: "documents",
    allow: ["administrator"],
  },
  saveDesign: {
    id: "design.save",
    method: "PUT",
    path: "/api/designs/:designId",
    function: "documents",
    allow: ["administrator"],
  },
  removeDesign: {
    id: "design.remove",
    method: "POST",
    path: "/api/designs/:designId/removal",
    function: "documents",
    allow: ["administrator"],
  },
  restoreDesign: {
    id: "design.restore",
    method: "POST",
    path: "/api/designs/:designId/restoration",
    function: "documents",
    allow: ["administrator"],
  },
  previewDesign: {
    id: "design.preview",
    method: "POST",
    path: "/api/designs/preview",
    function: "documents",
    allow: ["administrator"],
  },
  takeDesignPicture: {
    id: "design.takePicture",
    method: "POST",
    path: "/api/designs/pictures",
    function: "media",
    allow: ["administrator"],
  },
  readPaper: {
    id: "certificate.paper",
    method: "GET",
    path: "/api/certificates/:certificateId/paper",
    function: "documents",
    allow: "person",
  },
  readShareImage: {
    id: "certificate.shareImage",
    method: "GET",
    path: "/api/certificates/:certificateId/share-image",
    function: "documents",
    allow: "person",
  },
});
