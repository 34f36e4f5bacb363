//! Sends one text to two numbers with ureq, and tells what became of each.
//!
//! `SMS_URL` is the account's base URL, `SMS_KEY` its API key, `SMS_TIMEOUT` how many seconds to wait (30).
#![allow(clippy::print_stdout, reason = "the example prints")]

use std::env;
use std::error::Error;
use std::time::Duration;

use http::{Request, Response};
use smskernel::infobip::{Auth, Destination, Gateway, SendText, TextMessage};

fn client() -> Result<ureq::Agent, Box<dyn Error>> {
    let timeout = env::var("SMS_TIMEOUT").as_deref().unwrap_or("30").parse()?;
    Ok(ureq::Agent::config_builder()
        // A redirected POST would become a GET that carries the key. The redirect is the reply.
        .max_redirects(0)
        .max_redirects_will_error(false)
        // So is a refusal.
        .http_status_as_error(false)
        .timeout_global(Some(Duration::try_from_secs_f64(timeout)?))
        .build()
        .into())
}

fn exchange(client: &ureq::Agent, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, ureq::Error> {
    let (parts, mut body) = client.run(request)?.into_parts();
    Ok(Response::from_parts(parts, body.read_to_vec()?))
}

fn main() -> Result<(), Box<dyn Error>> {
    let gateway = Gateway::new(env::var("SMS_URL")?, Auth::api_key(env::var("SMS_KEY")?))?;
    let message = TextMessage::new("Your parcel is here.")
        .sender("SMSC")
        .to(Destination::new("41793026727").message_id("order-17"))
        .to(Destination::new("41793026834").message_id("order-18"));
    let (request, reader) = gateway.send_text(&SendText::new([message]))?.into_parts();
    let sent = match exchange(&client()?, request) {
        Ok(reply) => reader.parse(&reply),
        // The gateway may have it all the same: this is a lost reply, and no reason to send it again.
        Err(_) => Ok(reader.no_reply()),
    };
    match sent {
        Ok(sent) => {
            for message in sent.messages {
                let id = message.message_id.unwrap_or_default();
                println!("{} {id} {} {}", message.to, message.outcome.state, message.outcome.resend);
            }
        }
        Err(error) => println!("{error} (send again: {})", error.outcome().resend),
    }
    Ok(())
}
