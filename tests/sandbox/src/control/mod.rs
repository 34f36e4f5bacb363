//! What a test may do to a run: move its clock, set its balances and callbacks, let messages and clicks come in.
//! README.md has an example of each.

mod account;
mod inbound;

use crate::exchange::Answer;
use crate::fates::Pushed;
use crate::json::Json;
use crate::judge::{Field, Fields, Findings, may};
use crate::memory::Sandbox;
use crate::mischief::Modes;
use crate::push;
use crate::run::Run;
use crate::run::clock::{self, later};

/// The commands, for `GET /`.
pub(crate) const PATHS: &[&str] = &[
    "GET …/control/clock",
    "POST …/control/clock",
    "POST …/control/push",
    "GET …/control/balance",
    "POST …/control/balance",
    "POST …/control/callback",
    "POST …/control/inbound",
    "POST …/control/click",
];

/// The furthest that the clock goes at once: a year.
const FURTHEST: i64 = 366 * 24 * 3600;

const CLOCK: &[Field] = &[may("now"), may("advance")];

/// What a command works on.
struct Command<'a> {
    sandbox: &'a Sandbox,
    run: Option<&'a str>,
    modes: &'a Modes,
}

impl Command<'_> {
    fn in_run<T>(&self, act: impl FnOnce(&mut Run) -> T) -> T {
        self.sandbox.run(self.run, act)
    }

    /// Makes the pushes that are due, and tells the time and what was pushed.
    async fn push(&self) -> Json {
        let pushes = push::deliver(self.sandbox, self.run, self.modes).await;
        let (now, left) = self.in_run(|run| (run.clock, run.outbox.left()));
        Json::object([
            ("now", Json::text(clock::infobip(now, false))),
            ("pushes", Json::List(pushes.iter().map(Pushed::to_json).collect())),
            ("left", Json::number(left)),
        ])
    }
}

/// Does what a path of the form `…/control/WHAT` asks for. Nothing of this is recorded.
pub(crate) async fn answer(
    sandbox: &Sandbox,
    run: Option<&str>,
    modes: &Result<Modes, String>,
    method: &str,
    what: &str,
    body: &[u8],
) -> Answer {
    let modes = match modes {
        Ok(modes) => modes,
        Err(word) => return problem("mode", "Mode", &format!("{word} is not a mode of this sandbox")),
    };
    let command = Command { sandbox, run, modes };
    let mut findings = Findings::default();
    let body = match if body.is_empty() { Ok(Json::Object(Vec::new())) } else { Json::parse(body) } {
        Ok(body) => body,
        Err(text) => return problem("body", "Json", &text),
    };
    let done = match (method, what) {
        ("GET", "clock") => {
            Some(command.in_run(|run| Json::object([("now", Json::text(clock::infobip(run.clock, false)))])))
        }
        ("POST", "clock") => match set_clock(&command, &body, &mut findings) {
            Some(()) => Some(command.push().await),
            None => None,
        },
        ("POST", "push") => match Fields::open(&body, "", &[], 1, &mut findings) {
            Some(_) if findings.is_empty() => Some(command.push().await),
            _ => None,
        },
        ("GET", "balance") => Some(account::balances(&command)),
        ("POST", "balance") => account::set_balances(&command, &body, &mut findings),
        ("POST", "callback") => account::set_callback(&command, &body, &mut findings),
        ("POST", "inbound") => match inbound::inbound(&command, &body, &mut findings) {
            Some(id) => Some(told(id, command.push().await)),
            None => None,
        },
        ("POST", "click") => match inbound::click(&command, &body, &mut findings) {
            Some(id) => Some(told(id, command.push().await)),
            None => None,
        },
        _ => return problem("path", "Path", &format!("{method} {what} is no command of this sandbox")),
    };
    match done {
        Some(body) if findings.is_empty() => Answer::json(200, &body),
        _ => Answer::json(400, &Json::object([("errors", Json::Object(findings.by_path()))])),
    }
}

fn told(id: String, pushed: Json) -> Json {
    let mut body = Json::object([("id", Json::text(id))]);
    if let Json::Object(entries) = pushed {
        for (key, value) in entries {
            body.push(&key, value);
        }
    }
    body
}

fn problem(path: &str, rule: &'static str, text: &str) -> Answer {
    let mut findings = Findings::default();
    findings.add(path, rule, text);
    Answer::json(400, &Json::object([("errors", Json::Object(findings.by_path()))]))
}

/// `{"advance": seconds}` or `{"now": instant}`; the clock never goes back.
fn set_clock(command: &Command<'_>, body: &Json, findings: &mut Findings) -> Option<()> {
    let fields = Fields::open(body, "", CLOCK, 1, findings)?;
    let advance = fields.integer("advance", 0..=FURTHEST, findings);
    let now = fields.text("now", 0..=usize::MAX, findings).map(clock::read);
    if fields.get("advance").is_some() == fields.get("now").is_some() {
        findings.add("advance", "Pair", "give either advance, in seconds, or now, an instant");
    }
    if now == Some(None) {
        findings.add("now", "Form", "must be a date-time with an offset, as 2025-01-01T00:00:00.000+0000");
    }
    if !findings.is_empty() {
        return None;
    }
    command.in_run(|run| {
        let time = now.flatten().unwrap_or_else(|| later(run.clock, advance.unwrap_or_default()));
        if !(run.clock..=later(run.clock, FURTHEST)).contains(&time) {
            findings.add("now", "Range", "must not lie before the time of the run, nor more than a year after it");
            return None;
        }
        run.clock = time;
        Some(())
    })
}
