// The stable words of the library. A test compares them with the tables of the core.

/** What is wrong with a request, or with the options of a gateway. */
export type Code =
  | "wrong_type" | "missing" | "invalid_json" | "too_deep" | "unknown_key" | "known_key" | "mixed_names" | "duplicate_key"
  | "repeated_key" | "null_field" | "empty" | "replacement_character" | "control_character" | "too_long"
  | "out_of_range" | "unknown_value" | "number_characters" | "number_trunk_zero" | "number_length" | "local_number"
  | "number_changed" | "number_not_exact" | "duplicate_recipient" | "duplicate_id" | "id_characters" | "sender_length"
  | "sender_characters" | "invalid_time" | "naive_datetime" | "time_in_past" | "too_far_ahead" | "too_far_back"
  | "duplicate_day" | "window_incomplete" | "window_too_short" | "window_crosses_midnight" | "invalid_amount"
  | "invalid_url" | "hex_characters" | "hex_odd" | "invalid_udh" | "needs_version_2" | "incompatible_fields"
  | "too_many_messages" | "body_too_large" | "count_mismatch" | "credential_mismatch" | "unconfirmed_field"
  | "key_in_url" | "pass_type_bm5" | "unconfirmed_path" | "invalid_path" | "missing_token" | "invalid_base_url"
  | "https_required" | "header_injection" | "credential_characters" | "unknown_code" | "fixed_code"
  | "invalid_reader" | "invalid_result" | "more_violations";

/** Codes that `allow` and `forbid` cannot move: without these rules a request could not be built, or not safely. */
export type FixedCode =
  | "wrong_type" | "missing" | "invalid_json" | "too_deep" | "known_key" | "count_mismatch" | "credential_mismatch"
  | "invalid_path" | "invalid_base_url" | "https_required" | "header_injection" | "credential_characters" | "unknown_code"
  | "fixed_code" | "invalid_reader" | "invalid_result" | "more_violations";

/** Codes that `allow` and `forbid` can move. */
export type MovableCode = Exclude<Code, FixedCode>;

/** Why a reply did not become an answer. */
export type ReplyCode = "refused" | UnreadableCode;

/** Why a reply is no answer that the gateway's documents know. */
export type UnreadableCode =
  | "redirected" | "bad_status" | "empty_body" | "not_json" | "unexpected_json" | "no_known_message" | "reply_too_large";

/** Why what arrived is no webhook. */
export type WebhookCode =
  | "empty_webhook" | "webhook_too_large" | "not_json" | "not_xml" | "xml_doctype" | "xml_too_deep" | "xml_left_out"
  | "unsupported_encoding" | "unsupported_content" | "no_event";

/** Why a text cannot be sent as asked, or octets cannot be read. */
export type TextCode =
  | "lone_surrogate" | "too_many_parts" | "reference_too_large" | "not_encodable" | "malformed_header" | "truncated"
  | "not_a_septet" | "odd_octets" | "too_long" | "no_parts" | "missing_parts" | "contradictory_parts";

/** Where a message stands. */
export type State = "accepted" | "pending" | "delivered" | "undeliverable" | "expired" | "rejected" | "unknown";

/**
 * Whether a message may be sent again: `never` (delivered, on its way, or refused for good), `safe`, `safe_after` some
 * time, `after_fix` of request, account or destination, or `uncertain`: it may be on its way, so ask with its ids first.
 */
export type Resend = "never" | "safe" | "safe_after" | "after_fix" | "uncertain";

/** Whether a violation keeps a request from being built. */
export type Level = "error" | "warning";

/** How well a rule is known: the gateway's documents say it, people report it, or it was concluded. */
export type Grade = "documented" | "field" | "inferred";
