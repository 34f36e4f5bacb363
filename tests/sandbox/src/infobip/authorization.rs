//! Credentials (Infobip reference, section 8).

use crate::exchange::Request;
use crate::run::Run;
use crate::run::clock::{Time, later};

/// The `Authorization` values this gateway knows: an API key, a user with a password, a session token and an access
/// token. The second is [`USERNAME`] and [`PASSWORD`] in base64.
pub const AUTHORIZATIONS: [&str; 4] = [
    "App sandbox-api-key",
    "Basic c2FuZGJveC11c2VyOnNhbmRib3gtcGFzc3dvcmQ=",
    "IBSSO sandbox-session-token",
    "Bearer sandbox-access-token",
];
/// The user that opens sessions; also the `client_id` that gets an access token.
pub const USERNAME: &str = "sandbox-user";
/// The user's password, and the `client_secret`.
pub const PASSWORD: &str = "sandbox-password";

/// A session ends after so many seconds without a call, and an access token after so many from its making.
pub(super) const LIFETIME: i64 = 3600;

/// Checks the header of a call. Calls that bring their credentials in the body need none, and may not bring a wrong one.
pub(super) fn check(request: &Request<'_>, opens: bool) -> Result<(), &'static str> {
    if opens && !request.headers.contains_key("authorization") {
        return Ok(());
    }
    let header = request.header("authorization").unwrap_or_default();
    if AUTHORIZATIONS.contains(&header) {
        return Ok(());
    }
    request.in_run(|run| {
        let now = run.clock;
        match header.split_once(' ') {
            Some(("IBSSO", token)) => match run.sessions.get_mut(token) {
                Some(end) if *end > now => {
                    *end = later(now, LIFETIME);
                    Ok(())
                }
                Some(_) => Err("is the token of a session that has ended"),
                None => Err("is the token of no session of this run"),
            },
            Some(("Bearer", token)) => match run.access_tokens.get(token) {
                Some(end) if *end > now => Ok(()),
                Some(_) => Err("is a token that has ended"),
                None => Err("is no token of this run"),
            },
            _ => Err("is missing or unknown to this gateway"),
        }
    })
}

/// Whether a run has a session that goes on.
pub(super) fn has_session(run: &Run, now: Time) -> bool {
    run.sessions.values().any(|end| *end > now)
}
