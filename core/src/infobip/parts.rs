//! The smaller objects within a text message and its envelope.

use crate::fields::{
    Extra, Field, FieldName, ObjectNames, Out, any, judge_extra, setters, wire, write_extra, wrong_type,
};
use crate::infobip::rules;
use crate::infobip::value_rules::{language_code, needs_version_2, one_of, south_korea_title};
use crate::json::Value;
use crate::judge::{Judge, Shown, counted};
use crate::path::Path;
use crate::shared_rules as shared;
use crate::values::{Url, judge_characters, plain};

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
        let bounds = [least.to_string(), i32::MAX.to_string()];
        judge.report(&rules::WHOLE_NUMBER, at, Shown::Integer(value), &[&bounds[0], &bounds[1]]);
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "rules take what their field holds by reference")]
fn amount(value: &i64, at: &Path, judge: &mut Judge) {
    whole_number(*value, 1, at, judge);
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "rules take what their field holds by reference")]
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

/// A day of the week, or whatever was given in its place, which the rules refuse.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the days' names say it")]
pub enum Day {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
    /// None of them.
    Other(String),
}

/// The names of the days on the wire, Monday first.
pub const DAYS: [&str; 7] = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"];

impl Day {
    /// All seven, Monday first.
    pub const ALL: [Day; 7] =
        [Day::Monday, Day::Tuesday, Day::Wednesday, Day::Thursday, Day::Friday, Day::Saturday, Day::Sunday];

    /// The name on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Day::Monday => "MONDAY",
            Day::Tuesday => "TUESDAY",
            Day::Wednesday => "WEDNESDAY",
            Day::Thursday => "THURSDAY",
            Day::Friday => "FRIDAY",
            Day::Saturday => "SATURDAY",
            Day::Sunday => "SUNDAY",
            Day::Other(text) => text,
        }
    }
}

impl Default for Day {
    /// None of them, so that what could not be read is no second Monday.
    fn default() -> Day {
        Day::Other(String::new())
    }
}

impl From<&str> for Day {
    fn from(text: &str) -> Day {
        Day::ALL.into_iter().find(|day| day.as_str() == text).unwrap_or_else(|| Day::Other(text.to_owned()))
    }
}

impl Field for Day {
    fn read(value: Value<'_>, at: &Path, judge: &mut Judge) -> Option<Day> {
        match value {
            Value::String(text) => Some(Day::from(text.as_ref())),
            other => wrong_type("the name of a day", &other, at, judge),
        }
    }
    fn write(&self, out: &mut Out) {
        out.json.string(self.as_str());
    }
}

/// A time of day, UTC.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct TimeOfDay {
    /// 0 to 23.
    pub hour: Option<i64>,
    /// 0 to 59.
    pub minute: Option<i64>,
    /// Fields that the documents do not name: sent unchanged after the others.
    pub extra: Extra,
}

impl TimeOfDay {
    /// That hour and minute, UTC.
    #[must_use]
    pub fn new(hour: i64, minute: i64) -> TimeOfDay {
        TimeOfDay { hour: Some(hour), minute: Some(minute), extra: Extra::new() }
    }

    /// What it is called, and its fields' two names in the gateway's order.
    pub const NAMES: &'static ObjectNames = &ObjectNames {
        name: "a time of day",
        fields: &[FieldName::new("hour", "hour"), FieldName::new("minute", "minute")],
    };

    fn judge(&self, at: &Path, judge: &mut Judge) {
        for (name, value, most) in [("hour", self.hour, 23), ("minute", self.minute, 59)] {
            let here = at.key(name);
            match value {
                None => judge.report(&shared::MISSING, &here, Shown::Nothing, &[]),
                Some(value) if !(0..=most).contains(&value) => {
                    judge.report(&rules::CLOCK, &here, Shown::Integer(value), &[&most.to_string()]);
                }
                Some(_) => {}
            }
        }
        judge_extra(&self.extra, Self::NAMES, at, judge);
    }

    /// Minutes since midnight, if both are in range.
    fn minutes(&self) -> Option<i64> {
        let (hour, minute) = (self.hour?, self.minute?);
        ((0..24).contains(&hour) && (0..60).contains(&minute)).then(|| hour * 60 + minute)
    }
}

impl Field for TimeOfDay {
    /// The gateway's object, or a text such as `06:00`, `06:00:00` or `06:00:00+00:00`, which host languages give.
    fn read(value: Value<'_>, at: &Path, judge: &mut Judge) -> Option<TimeOfDay> {
        let mut entries = match value {
            Value::Object(entries) => entries,
            Value::String(text) if judge.mode == crate::judge::Mode::Request => return clock(&text, at, judge),
            other => return wrong_type("an object with `hour` and `minute`", &other, at, judge),
        };
        let mut extra = Extra::new();
        let found = crate::fields::members::<2>(Self::NAMES, &mut entries, &mut extra, at, judge);
        let mut take = |position: Option<usize>, name: &str| {
            let (_, value) = position.and_then(|position| entries.get_mut(position))?;
            let value = std::mem::replace(value, Value::Null);
            // A null is told as missing by the rule.
            if value == Value::Null { None } else { i64::read(value, &at.key(name), judge) }
        };
        let [hour, minute] = found.at;
        let (hour, minute) = (take(hour, "hour"), take(minute, "minute"));
        Some(TimeOfDay { hour, minute, extra })
    }

    fn write(&self, out: &mut Out) {
        out.json.begin_object();
        if let Some(hour) = self.hour {
            out.json.known_key("\"hour\":");
            out.json.integer(hour);
        }
        if let Some(minute) = self.minute {
            out.json.known_key("\"minute\":");
            out.json.integer(minute);
        }
        write_extra(&self.extra, out);
        out.json.end_object();
    }
}

/// A time of day as ISO 8601 text. Seconds must be zero, for the gateway knows minutes; an offset must be UTC.
fn clock(text: &str, at: &Path, judge: &mut Judge) -> Option<TimeOfDay> {
    let without_offset = ["+00:00", "Z", "+0000"].iter().find_map(|offset| text.strip_suffix(offset)).unwrap_or(text);
    let mut pieces = without_offset.split(':');
    let mut two = || {
        let piece = pieces.next()?;
        if piece.len() == 2 && piece.bytes().all(|byte| byte.is_ascii_digit()) {
            piece.parse::<i64>().ok()
        } else {
            None
        }
    };
    if let (Some(hour), Some(minute)) = (two(), two()) {
        let rest: Vec<&str> = without_offset.split(':').skip(2).collect();
        let whole = rest.is_empty()
            || (rest.len() == 1 && rest.iter().all(|rest| rest.bytes().all(|b| b == b'0' || b == b'.')));
        if whole {
            return Some(TimeOfDay::new(hour, minute));
        }
    }
    judge.report(&rules::TIME_OF_DAY, at, Shown::Plain(text), &[]);
    None
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

fn days(days: &[Day], at: &Path, judge: &mut Judge) {
    if days.is_empty() {
        judge.report(&shared::EMPTY, at, Shown::Nothing, &[]);
    }
    let mut met = [false; DAYS.len()];
    for (index, day) in days.iter().enumerate() {
        let here = at.index(index);
        let Some(slot) = DAYS.iter().position(|name| *name == day.as_str()).and_then(|place| met.get_mut(place)) else {
            one_of(day.as_str(), &DAYS, &here, judge);
            continue;
        };
        if std::mem::replace(slot, true) {
            judge.report(&rules::DAY_TWICE, &here, Shown::Plain(day.as_str()), &[]);
        }
    }
}

/// Minutes of a day.
const DAY_MINUTES: i64 = 24 * 60;

fn window(window: &DeliveryTimeWindow, at: &Path, judge: &mut Judge) {
    let (from, to) = match (&window.from, &window.to) {
        (None, None) => return,
        (Some(from), Some(to)) => (from, to),
        _ => {
            if !judge.is_broken(&at.key("from")) && !judge.is_broken(&at.key("to")) {
                judge.report(&rules::WINDOW_INCOMPLETE, at, Shown::Nothing, &[]);
            }
            return;
        }
    };
    let (Some(from), Some(to)) = (from.minutes(), to.minutes()) else { return };
    let length = (to - from).rem_euclid(DAY_MINUTES);
    let least = judge.limits().window_minutes;
    if length < i64::try_from(least).unwrap_or(i64::MAX) {
        let length = counted(length.unsigned_abs(), "minute");
        judge.report(&rules::WINDOW_SHORT, at, Shown::Nothing, &[&length, &least.to_string()]);
    }
    if to < from {
        judge.report(&rules::WINDOW_MIDNIGHT, at, Shown::Nothing, &[]);
    }
}
