//! The smaller objects within a text message and its envelope.

use crate::fields::{any, setters, wire};
use crate::infobip::rules;
use crate::infobip::value_rules::{language_code, needs_version_2, one_of, south_korea_title};
use crate::judge::{Judge, Shown};
use crate::path::Path;
use crate::pieces::counted;
use crate::shared_rules as shared;
use crate::values::{Url, judge_characters, plain};
use crate::window::{DAY_MINUTES, Day, DayRules, Zone, has_both_ends, judge_days, time_of_day};

wire! {
    /// Which national language tables the text is written with.
    pub struct Language, "a language", judged by any {
        /// `TR`, `ES` or `PT`; on version 2 also `AUTODETECT` and `NONE`.
        pub language_code = "languageCode": Option<String>, language_code;
        /// Whether the language's table takes the place of the extension table. Version 1.
        pub single_shift = "singleShift": Option<bool>, any;
        /// Whether the language's table takes the place of the default table. Version 1.
        pub locking_shift = "lockingShift": Option<bool>, any;
    }
}

wire! {
    /// Conversion tracking, or tracking of links.
    pub struct Tracking, "a tracking", judged by any {
        /// `SMS` or `URL`.
        pub track = "track": Option<String>, track;
        /// A name of your own for the campaign or flow, such as `MY_CAMPAIGN`. `type` everywhere but in Rust, where that
        /// word is taken.
        pub kind ("type") = "type": Option<String>, plain;
        /// The conversion process that this belongs to.
        pub process_key = "processKey": Option<String>, plain;
        /// The base of shortened links.
        pub base_url = "baseUrl": Option<String>, plain;
    }
}

wire! {
    /// How fast the gateway sends. Version 2.
    pub struct SendingSpeedLimit, "a sending speed limit", judged by speed_needs_version_2 {
        /// How many messages.
        @required pub amount = "amount": Option<i64>, amount;
        /// In each `MINUTE` (the default), `HOUR` or `DAY`.
        pub time_unit = "timeUnit": Option<String>, time_unit;
    }
}

wire! {
    /// What is done to links in the text. Version 2.
    pub struct UrlOptions, "the URL options", judged by url_options_need_version_2 {
        /// Whether links are shortened. True by default.
        pub shorten_url = "shortenUrl": Option<bool>, any;
        /// Whether clicks are counted. True by default.
        pub track_clicks = "trackClicks": Option<bool>, any;
        /// Where clicks are reported to.
        pub tracking_url = "trackingUrl": Option<Url>, tracking_url;
        /// Whether `https://` is left out of shortened links. False by default.
        pub remove_protocol = "removeProtocol": Option<bool>, any;
        /// The domain of shortened links.
        pub custom_domain = "customDomain": Option<String>, plain;
    }
}

wire! {
    /// What the rules of single countries ask for.
    pub struct Regional, "the regional options", judged by any {
        /// India.
        pub india_dlt = "indiaDlt": Option<IndiaDlt>, IndiaDlt::judge;
        /// Turkey. Version 2.
        pub turkey_iys = "turkeyIys": Option<TurkeyIys>, TurkeyIys::judge;
        /// South Korea. Version 2.
        pub south_korea = "southKorea": Option<SouthKorea>, SouthKorea::judge;
    }
}

wire! {
    /// Registration with India's Distributed Ledger Technology platform.
    pub struct IndiaDlt, "the options for India", judged by any {
        /// The registered entity that sends.
        @required pub principal_entity_id = "principalEntityId": Option<String>, plain;
        /// The registered template of the text.
        pub content_template_id = "contentTemplateId": Option<String>, plain;
        /// The registered telemarketer. Version 2.
        pub telemarketer_id = "telemarketerId": Option<String>, telemarketer_id;
    }
}

wire! {
    /// Registration with Turkey's consent platform. Version 2.
    pub struct TurkeyIys, "the options for Turkey", judged by turkey_needs_version_2 {
        /// `TACIR` (a merchant) or `BIREYSEL` (a private person).
        @required pub recipient_type = "recipientType": Option<String>, recipient_type;
        /// The account's code there.
        pub brand_code = "brandCode": Option<i64>, code_of_32_bits;
    }
}

wire! {
    /// What South Korea asks for. Version 2.
    pub struct SouthKorea, "the options for South Korea", judged by south_korea_needs_version_2 {
        /// The reseller's code, nine digits.
        pub reseller_code = "resellerCode": Option<i64>, code_of_32_bits;
        /// A title, up to 66 characters.
        pub title = "title": Option<String>, south_korea_title;
    }
}

setters! {
    Language { language_code: String, single_shift: bool, locking_shift: bool }
    Tracking { track: String, kind: String, process_key: String, base_url: String }
    SendingSpeedLimit { amount: i64, time_unit: String }
    UrlOptions { shorten_url: bool, track_clicks: bool, tracking_url: Url, remove_protocol: bool, custom_domain: String }
    Regional { india_dlt: IndiaDlt, turkey_iys: TurkeyIys, south_korea: SouthKorea }
    IndiaDlt { content_template_id: String, principal_entity_id: String, telemarketer_id: String }
    TurkeyIys { brand_code: i64, recipient_type: String }
    SouthKorea { reseller_code: i64, title: String }
    DeliveryTimeWindow { from: TimeOfDay, to: TimeOfDay }
}

/// The documents give these numbers 32 bits; none of them can be meant to be negative.
fn whole_number(value: i64, least: i64, at: &Path, judge: &mut Judge) {
    if !(least..=i64::from(i32::MAX)).contains(&value) {
        judge.report(&rules::WHOLE_NUMBER, at, Shown::Integer(value), &[&least, &i64::from(i32::MAX)]);
    }
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "rules take what their field holds by reference")]
fn amount(value: &i64, at: &Path, judge: &mut Judge) {
    whole_number(*value, 1, at, judge);
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "rules take what their field holds by reference")]
fn code_of_32_bits(value: &i64, at: &Path, judge: &mut Judge) {
    whole_number(*value, 0, at, judge);
}

fn track(word: &str, at: &Path, judge: &mut Judge) {
    one_of(word, &["SMS", "URL"], at, judge);
}

fn time_unit(word: &str, at: &Path, judge: &mut Judge) {
    one_of(word, &["MINUTE", "HOUR", "DAY"], at, judge);
}

fn recipient_type(word: &str, at: &Path, judge: &mut Judge) {
    one_of(word, &["TACIR", "BIREYSEL"], at, judge);
}

fn tracking_url(url: &Url, at: &Path, judge: &mut Judge) {
    judge_characters(url.as_str(), at, judge, Shown::Nothing);
}

fn telemarketer_id(text: &str, at: &Path, judge: &mut Judge) {
    plain(text, at, judge);
    needs_version_2("telemarketerId", at, judge);
}

fn speed_needs_version_2(_: &SendingSpeedLimit, at: &Path, judge: &mut Judge) {
    needs_version_2("sendingSpeedLimit", at, judge);
}

fn url_options_need_version_2(_: &UrlOptions, at: &Path, judge: &mut Judge) {
    needs_version_2("urlOptions", at, judge);
}

fn turkey_needs_version_2(_: &TurkeyIys, at: &Path, judge: &mut Judge) {
    needs_version_2("turkeyIys", at, judge);
}

fn south_korea_needs_version_2(_: &SouthKorea, at: &Path, judge: &mut Judge) {
    needs_version_2("southKorea", at, judge);
}

time_of_day! {
    /// A time of day, UTC.
    TimeOfDay, "a time of day", zone Zone::Utc, hours by &rules::CLOCK, text by &rules::TIME_OF_DAY, missing by None
}

wire! {
    /// On which days and between which times of day, UTC, a message may be sent.
    pub struct DeliveryTimeWindow, "a delivery time window", judged by window {
        /// The days; at least one.
        @required pub days = "days": Vec<Day>, days;
        /// The beginning; whole days when both ends are unset.
        pub from = "from": Option<TimeOfDay>, TimeOfDay::judge;
        /// The end, at least an hour later.
        pub to = "to": Option<TimeOfDay>, TimeOfDay::judge;
    }
}

impl DeliveryTimeWindow {
    /// Whole days.
    pub fn new(days: impl IntoIterator<Item = Day>) -> DeliveryTimeWindow {
        DeliveryTimeWindow { days: days.into_iter().collect(), ..DeliveryTimeWindow::default() }
    }
}

/// What is said of a list of days here.
const DAY_RULES: DayRules =
    DayRules { empty: &shared::EMPTY, unknown: &shared::UNKNOWN_VALUE, twice: &rules::DAY_TWICE };

fn days(days: &[Day], at: &Path, judge: &mut Judge) {
    judge_days(days, &DAY_RULES, at, judge);
}

fn window(window: &DeliveryTimeWindow, at: &Path, judge: &mut Judge) {
    if !has_both_ends(window.from.is_some(), window.to.is_some(), &rules::WINDOW_INCOMPLETE, at, judge) {
        return;
    }
    let minutes = |end: &Option<TimeOfDay>| end.as_ref().and_then(TimeOfDay::minutes);
    let (Some(from), Some(to)) = (minutes(&window.from), minutes(&window.to)) else { return };
    let length = (to - from).rem_euclid(DAY_MINUTES);
    let least = judge.limits().window_minutes;
    if length < i64::try_from(least).unwrap_or(i64::MAX) {
        let length = counted(length.unsigned_abs(), "minute");
        judge.report(&rules::WINDOW_SHORT, at, Shown::Nothing, &[&length, &least]);
    }
    if to < from {
        judge.report(&rules::WINDOW_MIDNIGHT, at, Shown::Nothing, &[]);
    }
}
