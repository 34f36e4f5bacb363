//! Options of the functions that judge a finished payload, and those functions' common form.

use crate::fields::Slot;
use crate::gateway::{self, LimitSettings};
use crate::json::Value;
use crate::judge::{Judge, Mode, Policy};
use crate::path::Path;
use crate::time::Timestamp;
use crate::violation::InvalidRequest;

/// How a finished payload is judged.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct CheckOptions {
    pub(crate) limits: LimitSettings,
    allow: Vec<String>,
    forbid: Vec<String>,
    /// The version of the endpoint, 1 or 2, where a dialect has several: 1 unless set.
    pub api_version: Option<u8>,
    /// The current time, for rules on moments.
    pub now: Option<Timestamp>,
}

impl CheckOptions {
    /// The defaults.
    #[must_use]
    pub fn new() -> CheckOptions {
        CheckOptions::default()
    }

    /// Sets one limit.
    pub fn limit(mut self, name: &str, value: i64) -> CheckOptions {
        self.limits.0.push((name.to_owned(), value));
        self
    }

    /// Makes an error of that code a warning.
    pub fn allow(mut self, code: &str) -> CheckOptions {
        self.allow.push(code.to_owned());
        self
    }

    /// Makes a warning of that code an error.
    pub fn forbid(mut self, code: &str) -> CheckOptions {
        self.forbid.push(code.to_owned());
        self
    }

    /// The version of the endpoint.
    pub fn api_version(mut self, version: u8) -> CheckOptions {
        self.api_version = Some(version);
        self
    }

    /// The current time.
    pub fn now(mut self, now: Timestamp) -> CheckOptions {
        self.now = Some(now);
        self
    }

    /// The options that a host language gives as trees. Wrong ones are reported as those of a gateway are.
    pub fn from_values(
        limits: Value<'_>,
        allow: Value<'_>,
        forbid: Value<'_>,
        api_version: Value<'_>,
        now: Option<Timestamp>,
    ) -> Result<CheckOptions, InvalidRequest> {
        let policy = Policy::default();
        let mut judge = Judge::new(&policy, Mode::Options);
        let mut read = CheckOptions { now, ..CheckOptions::default() };
        let (mut limits_given, mut version): (Option<LimitSettings>, Option<i64>) = (None, None);
        let mut take = |name: &str, value: Value<'_>, slot: &mut dyn Slot| {
            if !matches!(value, Value::Null) {
                slot.take(value, &Path::Root.key(name), &mut judge);
            }
        };
        take("limits", limits, &mut limits_given);
        take("allow", allow, &mut read.allow);
        take("forbid", forbid, &mut read.forbid);
        take("api_version", api_version, &mut version);
        judge.into_result()?;
        read.limits = limits_given.unwrap_or_default();
        // One beyond a byte is none that exists, as 255 is, and is refused with the others.
        read.api_version = version.map(|version| u8::try_from(version).unwrap_or(u8::MAX));
        Ok(read)
    }

    /// The policy that they make.
    pub(crate) fn policy(&self, known_limits: &[&'static str]) -> Result<Policy, InvalidRequest> {
        let defaults = Policy::default();
        let mut judge = Judge::new(&defaults, Mode::Options);
        let mut policy =
            gateway::policy(&self.limits.0, known_limits, &self.allow, &self.forbid, &Path::Root, &mut judge);
        let version = self.api_version.map(i64::from);
        policy.version = gateway::api_version(version, &Path::Root, &mut judge);
        judge.into_result()?;
        Ok(policy)
    }
}

/// Declares the two functions that judge a finished payload of an operation, from JSON text and from a tree.
macro_rules! check_functions {
    ($(#[$outer:meta])* $json:ident, $value:ident, $operation:ty, $limits:expr) => {
        $(#[$outer])*
        ///
        /// Content never fails; wrong options do.
        pub fn $json(
            payload: &[u8],
            options: &$crate::CheckOptions,
        ) -> Result<Vec<$crate::Violation>, $crate::InvalidRequest> {
            $crate::operation::check::<$operation>($crate::operation::Given::Json(payload), options, $limits)
        }

        /// The same for a tree that a host language made.
        pub fn $value(
            payload: $crate::Value<'_>,
            options: &$crate::CheckOptions,
        ) -> Result<Vec<$crate::Violation>, $crate::InvalidRequest> {
            $crate::operation::check::<$operation>($crate::operation::Given::Tree(payload), options, $limits)
        }
    };
}
pub(crate) use check_functions;
