//! Credentials of an account.

use pyo3::prelude::*;
use pyo3::types::{PyString, PyTuple};
use smskernel::{Secret, Value};

use super::core;
use crate::{errors, text, tree};

/// One part of the credentials: a text, or whatever was given in its place, which the core refuses.
enum Part {
    Text(Secret),
    Other(Value<'static>),
}

impl Part {
    fn of(given: &Bound<'_, PyAny>) -> PyResult<Part> {
        Ok(match given.cast::<PyString>() {
            Ok(string) => Part::Text(Secret::new(text::of(string)?)),
            Err(_) if given.is_none() => Part::Other(Value::Null),
            Err(_) => Part::Other(Value::Foreign(text::type_name(given).into())),
        })
    }

    fn value(&self) -> Value<'static> {
        match self {
            Part::Text(secret) => Value::String(secret.reveal().to_owned().into()),
            Part::Other(value) => value.clone(),
        }
    }
}

/// Makes the class of one kind of credentials.
macro_rules! credentials {
    ($(#[$outer:meta])* $name:ident, $kind:literal, [$($part:ident),+]) => {
        $(#[$outer])*
        #[pyclass(frozen, module = "smskernel.infobip")]
        pub(crate) struct $name { $( $part: Part, )+ }

        impl $name {
            fn value(&self) -> Value<'static> {
                Value::Object(vec![
                    ("type".into(), Value::String($kind.into())),
                    $( (stringify!($part).into(), self.$part.value()), )+
                ])
            }
        }

        #[pymethods]
        impl $name {
            #[new]
            #[pyo3(signature = ($($part),+))]
            fn new($($part: &Bound<'_, PyAny>),+) -> PyResult<$name> {
                Ok($name { $( $part: Part::of($part)?, )+ })
            }

            fn __repr__(&self) -> &'static str {
                concat!(stringify!($name), "(…)")
            }

            fn __copy__(this: PyRef<'_, Self>) -> PyRef<'_, Self> {
                this
            }

            fn __deepcopy__<'py>(this: PyRef<'py, Self>, _memo: &Bound<'py, PyAny>) -> PyRef<'py, Self> {
                this
            }

            fn __reduce__(&self) -> PyResult<Bound<'_, PyTuple>> {
                Err(errors::holds_credentials(stringify!($name), "read the credentials again where they are needed"))
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.__repr__())
            }
        }
    };
}

credentials! {
    /// `Authorization: App …`: an API key. What the vendor recommends.
    ApiKey, "api_key", [key]
}
credentials! {
    /// `Authorization: Basic …`: user name and password.
    Basic, "basic", [username, password]
}
credentials! {
    /// `Authorization: IBSSO …`: a session token.
    Ibsso, "ibsso", [token]
}
credentials! {
    /// `Authorization: Bearer …`: an OAuth 2 access token.
    Bearer, "bearer", [token]
}

crate::token::token! {
    /// The answer to `Gateway.create_session`: a session's token, for `Gateway.with_auth`.
    Session in "smskernel.infobip" of core::Session, "a Session" {}
}
crate::token::token! {
    /// The answer to `Gateway.get_oauth_token`: an access token, for `Gateway.with_auth`.
    OauthToken in "smskernel.infobip" of core::OauthToken, "an OauthToken" {
        /// Of what kind it is, `Bearer`; no document of this gateway shows it.
        token_type: Option<String>,
        /// For how many seconds it is good, from when the gateway made it.
        expires_in: Option<i64>,
    }
}

fn token(kind: &'static str, token: &str) -> Value<'static> {
    Value::Object(vec![
        ("type".into(), Value::String(kind.into())),
        ("token".into(), Value::String(token.to_owned().into())),
    ])
}

/// The tree of an `auth` option.
pub(super) fn value(auth: &Bound<'_, PyAny>) -> PyResult<Value<'static>> {
    if let Ok(key) = auth.cast::<ApiKey>() {
        return Ok(key.get().value());
    }
    if let Ok(pair) = auth.cast::<Basic>() {
        return Ok(pair.get().value());
    }
    if let Ok(token) = auth.cast::<Ibsso>() {
        return Ok(token.get().value());
    }
    if let Ok(token) = auth.cast::<Bearer>() {
        return Ok(token.get().value());
    }
    if let Ok(session) = auth.cast::<Session>() {
        return Ok(token("ibsso", session.get().secret().reveal()));
    }
    if let Ok(given) = auth.cast::<OauthToken>() {
        return Ok(token("bearer", given.get().secret().reveal()));
    }
    tree::of(auth)
}
