//! `POST {base}/auth/1/session`
//!
//! Documented: the vendor's older pages and its OpenAPI file. Turns user name and password into a token, which is good until
//! nobody has used it for an hour (older pages), or for an hour (OpenAPI). The gateway needs no credentials for this call, and
//! puts none beside those of the request.
//!
//! A new session cannot be made before the old one ended or expired, the documents say: after a lost reply the gateway may
//! refuse to make another one until then.
//!
//! ```
//! # use smskernel::infobip::{CreateSession, Gateway};
//! let gateway = Gateway::without_auth("https://example.api.infobip.com")?;
//! let call = gateway.create_session(&CreateSession::new("Aladdin", "openSesame"))?;
//! # let body = br#"{"token":"d3c49f59-734a-4daf-be9a-6188b540358e"}"#;
//! // Send the call; here its reply is written out.
//! let session = call.parse(200, &smskernel::ReplyHeaders::default(), body)?;
//! let gateway = gateway.with_auth(&session)?;
//! assert!(gateway.has_auth());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use crate::call::Parts;
use crate::fields::{Field, Out, any, wire};
use crate::gateway::encoded_credential;
use crate::infobip::asking::asks;
use crate::infobip::gateway::{Gateway, JSON};
use crate::infobip::token::Session;
use crate::judge::Judge;
use crate::path::Path;
use crate::secret::{AccountId, Secret};
use crate::sent::Sent;

wire! {
    /// The request of [`Gateway::create_session`](crate::infobip::Gateway::create_session).
    pub struct CreateSession, "a session request", judged by any {
        /// The user's name.
        @required pub username = "username": Option<AccountId>, username;
        /// The user's password.
        @required pub password = "password": Option<Secret>, password;
        /// In an example of the vendor's; no document says what it does. `unsafe` everywhere but in Rust, where that word is
        /// taken.
        pub is_unsafe ("unsafe") = "unsafe": Option<bool>, any;
    }
}

impl CreateSession {
    /// A session of that user.
    pub fn new(username: impl Into<AccountId>, password: impl Into<Secret>) -> CreateSession {
        CreateSession { username: Some(username.into()), password: Some(password.into()), ..CreateSession::default() }
    }
}

/// The rule of a name that proves who asks.
pub(super) fn username(name: &AccountId, at: &Path, judge: &mut Judge) {
    encoded_credential(Some(&Secret::new(name.reveal())), at, judge);
}

/// The rule of a secret.
pub(super) fn password(secret: &Secret, at: &Path, judge: &mut Judge) {
    encoded_credential(Some(secret), at, judge);
}

fn finish(gateway: &Gateway, request: &CreateSession, sent: &Sent) -> Parts {
    let mut out = Out::new(256, sent);
    request.write(&mut out);
    gateway.post_credentials("/auth/1/session", JSON, out.json.into_bytes())
}

asks! { CreateSessionOperation, "infobip.create_session", CreateSession => Session, finish, without auth }

crate::operation::entries! {
    /// Asks for the token of a session. See [`create_session`](mod@crate::infobip::create_session).
    Gateway: CreateSessionOperation, CreateSession, Session, create_session, create_session_json, create_session_value
}
