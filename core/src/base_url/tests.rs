use super::*;
use proptest::prelude::*;

fn parsed(text: &str) -> Result<String, BaseUrlError> {
    BaseUrl::parse(text, false).map(|base| base.to_string())
}

#[test]
fn accepted() {
    let label = "a".repeat(63);
    let long = format!("https://{label}.{label}.{label}.example");
    let cases = [
        ("https://example.api.infobip.com", "https://example.api.infobip.com"),
        ("https://example.api.infobip.com/", "https://example.api.infobip.com"),
        ("HTTPS://Example.API.infobip.COM/RestAPI/", "https://example.api.infobip.com/RestAPI"),
        ("https://host/restapi", "https://host/restapi"),
        ("https://host:8443/a/b-c_d~e.f/%C3%A9", "https://host:8443/a/b-c_d~e.f/%C3%A9"),
        ("https://host/@v1:x;y=1,2!$&'()*+", "https://host/@v1:x;y=1,2!$&'()*+"),
        ("https://host/.../.well-known/a..b", "https://host/.../.well-known/a..b"),
        ("https://xn--bcher-kva.example", "https://xn--bcher-kva.example"),
        ("https://host.", "https://host."),
        ("https://my_host:1", "https://my_host:1"),
        ("https://192.0.2.7:65535", "https://192.0.2.7:65535"),
        ("https://[2001:DB8::7]:443/x", "https://[2001:db8::7]:443/x"),
        (long.as_str(), long.as_str()),
        ("http://localhost:8080", "http://localhost:8080"),
        ("http://LOCALHOST", "http://localhost"),
        ("http://localhost.", "http://localhost."),
        ("http://sandbox.localhost/prefix", "http://sandbox.localhost/prefix"),
        ("http://127.0.0.1:3000", "http://127.0.0.1:3000"),
        ("http://127.255.0.9", "http://127.255.0.9"),
        ("http://[::1]:3000/", "http://[::1]:3000"),
        ("http://[0:0:0:0:0:0:0:1]", "http://[0:0:0:0:0:0:0:1]"),
    ];
    for (text, expected) in cases {
        assert_eq!(parsed(text), Ok(expected.to_owned()));
    }
}

#[test]
fn refused() {
    let character = |offset| BaseUrlError::Form(UrlFault::Character { offset });
    let form = BaseUrlError::Form;
    let label = format!("https://{}", "a".repeat(64));
    let name = format!("https://{}example", "abcdefghi.".repeat(25));
    let cases = [
        ("", BaseUrlError::Empty),
        ("example.api.infobip.com", BaseUrlError::Scheme),
        ("//example.com", BaseUrlError::Scheme),
        ("https:example.com", BaseUrlError::Scheme),
        ("https:/example.com", BaseUrlError::Scheme),
        ("ftp://example.com", BaseUrlError::Scheme),
        ("://example.com", BaseUrlError::Scheme),
        ("localhost:8080", BaseUrlError::Scheme),
        ("http://example.com", BaseUrlError::HttpsRequired),
        ("http://localhost.example.com", BaseUrlError::HttpsRequired),
        ("http://notlocalhost", BaseUrlError::HttpsRequired),
        ("http://128.0.0.1", BaseUrlError::HttpsRequired),
        ("http://127.0.0.1.example.com", BaseUrlError::HttpsRequired),
        ("http://[::2]", BaseUrlError::HttpsRequired),
        ("http://10.0.0.1", BaseUrlError::HttpsRequired),
        ("https://user:pass@example.com", BaseUrlError::UserInfo),
        ("https://@example.com", BaseUrlError::UserInfo),
        ("http://localhost@example.com", BaseUrlError::UserInfo),
        ("https://example.com?", BaseUrlError::Query),
        ("https://example.com/?key=x", BaseUrlError::Query),
        ("https://example.com#", BaseUrlError::Fragment),
        ("https://example.com/#top", BaseUrlError::Fragment),
        (" https://example.com", character(0)),
        ("https://example.com ", character(19)),
        ("https://example.com\n", character(19)),
        ("https://example.com/a\r\nX: y", character(21)),
        ("https://example.com/\0", character(20)),
        ("https://example.com/\u{85}", character(20)),
        ("https://example.com/{id}", character(20)),
        ("https://example.com/a[b]", character(21)),
        ("<https://example.com>", character(0)),
        ("https:\\\\example.com", form(UrlFault::Backslash { offset: 6 })),
        ("https://example.com\\@evil.example", form(UrlFault::Backslash { offset: 19 })),
        ("https://b\u{fc}cher.example", form(UrlFault::NonAscii { offset: 9 })),
        ("https://example.com/\u{e9}", form(UrlFault::NonAscii { offset: 20 })),
        ("https://", form(UrlFault::Host)),
        ("https:///sms", form(UrlFault::Host)),
        ("https://:443", form(UrlFault::Host)),
        ("https://a..b", form(UrlFault::Host)),
        ("https://.a", form(UrlFault::Host)),
        ("https://.", form(UrlFault::Host)),
        ("https://a.b..", form(UrlFault::Host)),
        ("https://ex%61mple.com", form(UrlFault::Host)),
        ("https://exa$mple.com", form(UrlFault::Host)),
        ("https://127.1", form(UrlFault::Host)),
        ("https://2130706433", form(UrlFault::Host)),
        ("https://0x7f.0x1", form(UrlFault::Host)),
        ("https://256.0.0.1", form(UrlFault::Host)),
        ("https://01.2.3.4", form(UrlFault::Host)),
        ("http://127.0.0.1.", form(UrlFault::Host)),
        ("https://[::1", form(UrlFault::Host)),
        ("https://[fe80::1%25eth0]", form(UrlFault::Host)),
        ("https://[1.2.3.4]", form(UrlFault::Host)),
        ("https://::1", form(UrlFault::Host)),
        (label.as_str(), form(UrlFault::Host)),
        (name.as_str(), form(UrlFault::Host)),
        ("https://host:", form(UrlFault::Port)),
        ("https://host:/x", form(UrlFault::Port)),
        ("https://host:0", form(UrlFault::Port)),
        ("https://host:080", form(UrlFault::Port)),
        ("https://host:65536", form(UrlFault::Port)),
        ("https://host:+80", form(UrlFault::Port)),
        ("https://host:80:80", form(UrlFault::Port)),
        ("https://host:port", form(UrlFault::Port)),
        ("https://[::1]8080", form(UrlFault::Port)),
        ("https://host/%", form(UrlFault::Percent)),
        ("https://host/%2", form(UrlFault::Percent)),
        ("https://host/%2/x", form(UrlFault::Percent)),
        ("https://host/%zz", form(UrlFault::Percent)),
        ("https://host/.", form(UrlFault::DotSegment)),
        ("https://host/a/../b", form(UrlFault::DotSegment)),
        ("https://host/%2e%2E/", form(UrlFault::DotSegment)),
        ("https://host/.%2e", form(UrlFault::DotSegment)),
        ("https://host//", form(UrlFault::EmptySegment)),
        ("https://host//api", form(UrlFault::EmptySegment)),
        ("https://host/api//", form(UrlFault::EmptySegment)),
    ];
    for (text, error) in cases {
        assert_eq!(parsed(text), Err(error), "{text}");
    }
}

#[test]
fn the_caller_may_allow_http() {
    let base = BaseUrl::parse("http://example.com/restapi/", true);
    assert_eq!(base.as_ref().map(BaseUrl::as_str), Ok("http://example.com/restapi"));
    assert_eq!(BaseUrl::parse("ftp://example.com", true), Err(BaseUrlError::Scheme));
}

#[test]
fn length() {
    let path = "a".repeat(MAX_LEN - "https://host/".len());
    assert!(BaseUrl::parse(&format!("https://host/{path}"), false).is_ok());
    let result = BaseUrl::parse(&format!("https://host/{path}a"), false);
    assert_eq!(result, Err(BaseUrlError::Form(UrlFault::TooLong)));
}

#[test]
fn joined() {
    let cases = [
        ("https://host", "/sms/1/text/advanced", "https://host/sms/1/text/advanced"),
        ("https://host/", "sms/1/text/advanced", "https://host/sms/1/text/advanced"),
        ("https://host/restapi/", "/sms/1/reports?limit=1", "https://host/restapi/sms/1/reports?limit=1"),
        ("https://host:1/a/b", "/api/services/sendbulk/", "https://host:1/a/b/api/services/sendbulk/"),
    ];
    for (base, path, expected) in cases {
        assert_eq!(BaseUrl::parse(base, false).map(|base| base.join(path)), Ok(expected.to_owned()));
    }
}

proptest! {
    #[test]
    fn what_passes_is_a_uri_for_everyone(
        text in "https?://([a-zA-Z0-9._-]{1,12}|\\[[0-9a-f:]{2,9}\\]|127\\.0\\.0\\.[0-9]{1,3})(:[0-9]{0,6})?(/[a-zA-Z0-9._~%!$&'()*+,;=:@-]{0,6}){0,3}/?",
    ) {
        if let Ok(base) = BaseUrl::parse(&text, true) {
            prop_assert!(!base.as_str().ends_with('/'));
            prop_assert_eq!(BaseUrl::parse(base.as_str(), true), Ok(base.clone()));
            let joined = base.join("/sms/1/reports?limit=1");
            let uri = joined.parse::<http::Uri>();
            prop_assert!(uri.is_ok(), "{}", joined);
            if let Ok(uri) = uri {
                prop_assert_eq!(uri.to_string(), joined);
                prop_assert!(uri.path().ends_with("/sms/1/reports"));
                prop_assert_eq!(uri.query(), Some("limit=1"));
                prop_assert!(uri.host().is_some_and(|host| !host.is_empty()));
            }
        }
    }

    #[test]
    fn any_text_is_judged(text in "(https?://)?.{0,40}|https://[a-z.:@/\\\\?#%\\[\\]0-9]{0,30}") {
        if let Ok(base) = BaseUrl::parse(&text, true) {
            prop_assert!(base.as_str().is_ascii());
            prop_assert!(!base.as_str().contains(['?', '#', '\\', ' ']));
        }
    }

    #[test]
    fn errors_never_repeat_a_password(password in "[A-Z]{12}", tail in "[@/?#\\\\ :]{0,3}") {
        if let Err(error) = BaseUrl::parse(&format!("https://user:{password}@host{tail}"), false) {
            let shown = format!("{error:?}");
            prop_assert!(!shown.contains(&password));
        }
    }
}
