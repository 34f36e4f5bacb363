// What the runner of vectors needs to know of each operation, and the package that it tests.
import { infobip, smslist } from "../../dist/index.js";

const camel = (name) => name.replace(/_(.)/g, (_, letter) => letter.toUpperCase());

/** Options in snake_case as JavaScript gives them. */
function camelCase(options) {
  return Object.fromEntries(Object.entries(options).map(([name, value]) => [camel(name), value]));
}

const CREDENTIALS = {
  api_key: ({ key }) => infobip.apiKey(key),
  basic: ({ username, password }) => infobip.basic(username, password),
  ibsso: ({ token }) => infobip.ibsso(token),
  bearer: ({ token }) => infobip.bearer(token),
};

/** What the documents know of credentials; others are given as they are. */
const MEMBERS = { api_key: "key", basic: "password,username", ibsso: "token", bearer: "token" };

function credentials(auth) {
  const { type, ...rest } = Object(auth);
  return MEMBERS[type] === Object.keys(rest).sort().join() ? CREDENTIALS[type](rest) : auth;
}

export const DIALECTS = {
  "infobip/send_text": {
    gateway({ base_url, ...options }) {
      const given = "auth" in options ? { ...options, auth: credentials(options.auth) } : options;
      return new infobip.Gateway(base_url, camelCase(given));
    },
    send: (gateway, request, options) => gateway.sendText(request, options),
    sendJson: (gateway, json, options) => gateway.sendTextJson(json, options),
    check: (payload, options) => infobip.checkText(payload, options),
  },
  "smslist/send_bulk": {
    gateway: ({ base_url, ...options }) => new smslist.Gateway(base_url, camelCase(options)),
    send: (gateway, request, options) => gateway.sendBulk(request, options),
    sendJson: (gateway, json, options) => gateway.sendBulkJson(json, options),
    check: (payload, options) => smslist.checkBulk(payload, options),
  },
};
