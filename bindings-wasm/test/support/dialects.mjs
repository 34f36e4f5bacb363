// What the runner of vectors needs to know of each operation, and the package that it tests.
import { blackkonnect, infobip, smslist } from "smskernel";

const camel = (name) => name.replace(/_(.)/g, (_, letter) => letter.toUpperCase());

/** Members in snake_case as JavaScript gives them. */
export function camelCase(members) {
  return Object.fromEntries(Object.entries(members).map(([name, value]) => [camel(name), value]));
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

/** Options that have another name in JavaScript. What is none of a gateway's options keeps its name, which is told back. */
const OPTIONS = [
  "allow_http", "api_key", "api_version", "get_with_key_in_url", "message_status_path", "organisation_id", "partner_id", "pass_type",
  "service_account_id", "trailing_slash",
];

/** A gateway of options in snake_case. */
function gateway(Gateway, { base_url, ...options }) {
  const given = Object.entries(options).map(([name, value]) => [OPTIONS.includes(name) ? camel(name) : name, value]);
  return new Gateway(base_url, Object.fromEntries(given));
}

const GATEWAYS = {
  infobip: (options) =>
    gateway(infobip.Gateway, "auth" in options ? { ...options, auth: credentials(options.auth) } : options),
  blackkonnect: (options) => gateway(blackkonnect.Gateway, options),
  smslist: (options) => gateway(smslist.Gateway, options),
};

/** One operation: its methods by name, and what can be done beside sending. */
function operation(dialect, method, { check, plan } = {}) {
  return {
    gateway: GATEWAYS[dialect],
    send: (gateway, request, options) => gateway[method](request, options),
    sendJson: (gateway, json, options) => gateway[`${method}Json`](json, options),
    check,
    plan: plan && ((gateway, messages, options) => gateway[plan](messages, options)),
  };
}

/** What a dialect makes of requests that arrive. */
const webhooks = ({ parseWebhook }) => ({ parseWebhook });

export const DIALECTS = {
  "blackkonnect/get_bulk_status": operation("blackkonnect", "getBulkStatus"),
  "blackkonnect/get_message_status": operation("blackkonnect", "getMessageStatus"),
  "blackkonnect/get_token": operation("blackkonnect", "getToken"),
  "blackkonnect/parse_webhook": webhooks(blackkonnect),
  "blackkonnect/send_bulk": operation("blackkonnect", "sendBulk", { check: blackkonnect.checkBulk, plan: "plan" }),
  "blackkonnect/send_message": operation("blackkonnect", "sendMessage", { check: blackkonnect.checkMessage }),
  "infobip/confirm_conversion": operation("infobip", "confirmConversion"),
  "infobip/create_session": operation("infobip", "createSession"),
  "infobip/end_session": operation("infobip", "endSession"),
  "infobip/get_balance": operation("infobip", "getBalance"),
  "infobip/get_bulk_status": operation("infobip", "getBulkStatus"),
  "infobip/get_inbox_logs": operation("infobip", "getInboxLogs"),
  "infobip/get_inbox_reports": operation("infobip", "getInboxReports"),
  "infobip/get_logs": operation("infobip", "getLogs"),
  "infobip/get_oauth_token": operation("infobip", "getOauthToken"),
  "infobip/get_reports": operation("infobip", "getReports"),
  "infobip/get_schedule": operation("infobip", "getSchedule"),
  "infobip/parse_webhook": webhooks(infobip),
  "infobip/preview": operation("infobip", "preview"),
  "infobip/reschedule": operation("infobip", "reschedule"),
  "infobip/send_binary": operation("infobip", "sendBinary", { check: infobip.checkBinary, plan: "planBinary" }),
  "infobip/send_binary_multi": operation("infobip", "sendBinaryMulti", { check: infobip.checkBinaryMulti }),
  "infobip/send_binary_single": operation("infobip", "sendBinarySingle", { check: infobip.checkBinarySingle }),
  "infobip/send_text": operation("infobip", "sendText", { check: infobip.checkText, plan: "plan" }),
  "infobip/send_text_multi": operation("infobip", "sendTextMulti", { check: infobip.checkTextMulti }),
  "infobip/send_text_single": operation("infobip", "sendTextSingle", { check: infobip.checkTextSingle }),
  "infobip/set_bulk_status": operation("infobip", "setBulkStatus"),
  "smslist/credit": operation("smslist", "credit"),
  "smslist/get_balance": operation("smslist", "getBalance"),
  "smslist/get_delivery_report": operation("smslist", "getDeliveryReport"),
  "smslist/parse_webhook": webhooks(smslist),
  "smslist/send_bulk": operation("smslist", "sendBulk", { check: smslist.checkBulk, plan: "plan" }),
  "smslist/send_otp": operation("smslist", "sendOtp", { check: smslist.checkOtp }),
  "smslist/send_sms": operation("smslist", "sendSms", { check: smslist.checkSms, plan: "planSms" }),
};
