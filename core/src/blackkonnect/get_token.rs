//! `POST {base}/api/sms/authenticate/access-token/token/v1`
//!
//! Documented: "Retrieve access token", a form of four fields, answered with `token`. Which of the fields are needed is
//! inferred from OAuth 2.0 (RFC 6749, 4.4), as are its error body and the reading of `access_token`. How long a token
//! lives is not documented; where it is a JSON Web Token, its own claim `exp` says it.

use std::fmt;

use crate::blackkonnect::envelope::{Body, read_body};
use crate::blackkonnect::gateway::Gateway;
use crate::blackkonnect::rules;
use crate::blackkonnect::value_rules::word;
use crate::call::Parts;
use crate::fields::wire;
use crate::form::{Pairs, judge_scalars};
use crate::gateway::encoded_credential;
use crate::judge::{Judge, Policy, Shown};
use crate::jwt;
use crate::operation::Operation;
use crate::path::Path;
use crate::reply::{Fault, ReadReply, Reading, SentRef, sealed};
use crate::reply_json::{Envelope, open};
use crate::secret::{AccountId, Secret};
use crate::sent::Sent;
use crate::tell::{Members, Tell, told_by_members};
use crate::time::Timestamp;

/// The one documented way of asking for a token.
const CLIENT_CREDENTIALS: &str = "client_credentials";

wire! {
    /// The request of [`Gateway::get_token`]: a form, sent in this order.
    pub struct TokenRequest, "a token request", judged by whole_request {
        /// What the token shall be good for. No document gives a value.
        pub scope = "scope": Option<String>, word;
        /// The client's id; the documents' example is an e-mail address.
        @required pub client_id = "client_id": Option<AccountId>, client_id;
        /// The client's secret.
        @required pub client_secret = "client_secret": Option<Secret>, client_secret;
        /// `client_credentials` when unset.
        pub grant_type = "grant_type": Option<String>, grant_type;
    }
}

crate::fields::setters! { TokenRequest { scope: String, grant_type: String } }

impl TokenRequest {
    /// A request of that client.
    pub fn new(client_id: impl Into<AccountId>, client_secret: impl Into<Secret>) -> TokenRequest {
        TokenRequest {
            client_id: Some(client_id.into()),
            client_secret: Some(client_secret.into()),
            ..TokenRequest::default()
        }
    }
}

fn client_id(id: &AccountId, at: &Path, judge: &mut Judge) {
    encoded_credential(Some(&Secret::new(id.reveal())), at, judge);
}

fn client_secret(secret: &Secret, at: &Path, judge: &mut Judge) {
    encoded_credential(Some(secret), at, judge);
}

fn grant_type(given: &str, at: &Path, judge: &mut Judge) {
    if given != CLIENT_CREDENTIALS {
        let nearest = crate::fields::nearest(given, &[CLIENT_CREDENTIALS]);
        judge.report(&rules::GRANT_TYPE, at, Shown::Plain(given), &[&CLIENT_CREDENTIALS, &nearest]);
    }
}

fn whole_request(request: &TokenRequest, at: &Path, judge: &mut Judge) {
    judge_scalars(&request.extra, at, judge);
}

/// The operation.
pub(crate) struct GetTokenOperation;

impl Operation for GetTokenOperation {
    const NAME: &'static str = "blackkonnect.get_token";
    const IS_SECRET: bool = true;
    type Gateway = Gateway;
    type Request = TokenRequest;
    type Answer = Token;

    fn policy(gateway: &Gateway) -> &Policy {
        gateway.policy()
    }

    fn judge(_: Option<&Gateway>, request: &TokenRequest, judge: &mut Judge) {
        request.judge(&Path::Root, judge);
    }

    fn finish(gateway: &Gateway, request: &TokenRequest, _: &Sent) -> Parts {
        let mut form = Pairs::default();
        form.push_some("scope", request.scope.as_deref());
        form.push_some("client_id", request.client_id.as_ref().map(AccountId::reveal));
        form.push_some("client_secret", request.client_secret.as_ref().map(Secret::reveal));
        form.push("grant_type", request.grant_type.as_deref().unwrap_or(CLIENT_CREDENTIALS));
        form.push_extra(&request.extra);
        gateway.post_form("/api/sms/authenticate/access-token/token/v1", form.finish())
    }
}

crate::operation::entries! {
    /// Asks for an access token. See [`get_token`](mod@crate::blackkonnect::get_token).
    Gateway: GetTokenOperation, TokenRequest, Token, get_token, get_token_json, get_token_value
}

/// The answer to [`Gateway::get_token`]: an access token, for [`Gateway::with_token`]. Printing it shows when it
/// expires, and nothing of the token.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Token {
    content: Secret,
    /// When it expires, if it is a JSON Web Token that says so.
    pub expires_at: Option<Timestamp>,
    /// The body as it came; the token stands in it. Never printed, never serialised.
    pub raw_body: Vec<u8>,
}

impl Token {
    /// The token itself. Whoever copies it keeps the copy.
    #[must_use]
    pub fn reveal(&self) -> &str {
        self.content.reveal()
    }
}

impl From<&Token> for Secret {
    fn from(token: &Token) -> Secret {
        token.content.clone()
    }
}

impl From<Token> for Secret {
    fn from(token: Token) -> Secret {
        token.content
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.expires_at {
            Some(time) => write!(f, "Token(expires at {})", time.to_rfc3339()),
            None => f.write_str("Token(does not say when it expires)"),
        }
    }
}

/// When it expires, and nothing else.
impl Members for Token {
    fn members(&self, each: &mut dyn FnMut(&str, &dyn Tell)) {
        if let Some(time) = self.expires_at {
            each("expiresAt", &time.to_rfc3339());
        }
    }
}

told_by_members!(Token);

impl sealed::Sealed for Token {}

impl ReadReply for Token {
    const OPERATIONS: &'static [&'static str] = &[GetTokenOperation::NAME];
    const SENDS: bool = false;

    fn read(body: &[u8], _: SentRef<'_>) -> Reading<Token> {
        let opened = open(body);
        let Body { token, access_token, said, .. } = match opened.read(read_body) {
            Envelope::Read(body) => body,
            Envelope::Fault(fault) => return Reading::Other(fault),
        };
        match token.or(access_token).filter(|token| !token.is_empty()) {
            // A problem has no token, and a token may stand beside a member that a problem has, such as `type`.
            Some(token) if said.is_successful != Some(false) => {
                let expires_at = jwt::expires_at(&token);
                Reading::Success(Token {
                    content: Secret::new(token.into_owned()),
                    expires_at,
                    raw_body: body.to_vec(),
                })
            }
            _ => said.into_reading(Fault::shape("expected a text", Some("token"))),
        }
    }
}
