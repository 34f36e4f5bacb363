//! `POST {base}/auth/1/oauth2/token`
//!
//! Documented: the vendor's OpenAPI file, a form of three fields, whose `client_id` and `client_secret` are the account's user
//! name and password. That the grant is that of RFC 6749, 4.4, and its error body that of 5.2, is inferred. The gateway needs no
//! credentials for this call, and puts none beside those of the request.
//!
//! After a lost reply it can be asked again: each token is good by itself.

use crate::call::Parts;
use crate::fields::{setters, wire};
use crate::form::{Pairs, judge_scalars};
use crate::infobip::asking::asks;
use crate::infobip::create_session::{password, username};
use crate::infobip::gateway::Gateway;
use crate::infobip::token::OauthToken;
use crate::infobip::value_rules::one_of;
use crate::judge::Judge;
use crate::path::Path;
use crate::secret::{AccountId, Secret};
use crate::sent::Sent;

/// The documented way of asking for a token.
const CLIENT_CREDENTIALS: &str = "client_credentials";

wire! {
    /// The request of [`Gateway::get_oauth_token`](crate::infobip::Gateway::get_oauth_token): a form, sent in this order.
    pub struct GetOauthToken, "a token request", judged by whole_request {
        /// The account's user name.
        @required pub client_id = "client_id": Option<AccountId>, username;
        /// The account's password.
        @required pub client_secret = "client_secret": Option<Secret>, password;
        /// `client_credentials` when unset.
        pub grant_type = "grant_type": Option<String>, grant_type;
    }
}

setters! { GetOauthToken { grant_type: String } }

impl GetOauthToken {
    /// A token of that client.
    pub fn new(client_id: impl Into<AccountId>, client_secret: impl Into<Secret>) -> GetOauthToken {
        GetOauthToken {
            client_id: Some(client_id.into()),
            client_secret: Some(client_secret.into()),
            ..GetOauthToken::default()
        }
    }
}

fn grant_type(given: &str, at: &Path, judge: &mut Judge) {
    one_of(given, &[CLIENT_CREDENTIALS], at, judge);
}

fn whole_request(request: &GetOauthToken, at: &Path, judge: &mut Judge) {
    judge_scalars(&request.extra, at, judge);
}

fn finish(gateway: &Gateway, request: &GetOauthToken, _: &Sent) -> Parts {
    let mut form = Pairs::default();
    form.push_some("client_id", request.client_id.as_ref().map(AccountId::reveal));
    form.push_some("client_secret", request.client_secret.as_ref().map(Secret::reveal));
    form.push("grant_type", request.grant_type.as_deref().unwrap_or(CLIENT_CREDENTIALS));
    form.push_extra(&request.extra);
    let content_type = "application/x-www-form-urlencoded";
    gateway.post_credentials("/auth/1/oauth2/token", content_type, form.finish().into_bytes())
}

asks! { GetOauthTokenOperation, "infobip.get_oauth_token", GetOauthToken => OauthToken, finish, without auth }

crate::operation::entries! {
    /// Asks for an access token. See [`get_oauth_token`](mod@crate::infobip::get_oauth_token).
    Gateway: GetOauthTokenOperation, GetOauthToken, OauthToken, get_oauth_token, get_oauth_token_json, get_oauth_token_value
}
