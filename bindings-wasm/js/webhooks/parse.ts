// How requests that arrive get to the module, and what comes back.

import { isList, isReadable, kindOf } from "../kinds.js";
import { pack, packOwn } from "../pack.js";
import { open, openWebhook } from "../report.js";
import { fieldsOf, optionsOf, textOrBytes } from "../request.js";
import { run } from "./kernel.js";
import type { Webhook, WebhookOptions, WebhookRequest } from "./types.js";

const encoder = new TextEncoder();

let wanted: readonly string[] | undefined;

/** The webhook of a dialect in a request. */
export function parse<E>(dialect: string, request: WebhookRequest, options: WebhookOptions | undefined): Webhook<E> {
  const limits = pack(optionsOf(options, ["limits"]).limits);
  if (!isReadable(request) || isList(request)) throw new TypeError(`a request is given as an object of its parts, not as ${kindOf(request)}`);
  const { method, headers, query, body } = request;
  if (typeof method !== "string") throw new TypeError(`the method is given as a string, not as ${kindOf(method)}`);
  wanted ??= open<string[]>(run((kernel) => kernel.webhookHeaders()));
  const fields = packOwn(fieldsOf(headers, wanted));
  const asked = queryOf(query);
  const bytes = textOrBytes(body ?? "", "the body is given as it came, as a string or bytes");
  // The caller's own bytes are copied: they may be those of a buffer that is used again.
  const kept = typeof body === "string" ? bytes : bytes.slice();
  const told = run((kernel) => kernel.parseWebhook(dialect, method, fields, asked, kept, limits));
  return openWebhook(told, kept, () => encoder.encode(asked));
}

/** What stands behind the question mark. */
function queryOf(query: unknown): string {
  if (query === undefined || query === null) return "";
  if (typeof query === "string") return query.startsWith("?") ? query.slice(1) : query;
  try {
    return URLSearchParams.prototype.toString.call(query);
  } catch {
    throw new TypeError(`the query is given as a string or URLSearchParams, not as ${kindOf(query)}`);
  }
}
