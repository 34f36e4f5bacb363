//! Sends a list of rows with reqwest and tokio, several calls at a time, and tells what became of each row.
//!
//! `SMS_URL` is the account's base URL; `SMS_PARTNER`, `SMS_KEY` and `SMS_SENDER` are what the operator gave out.
//! `SMS_TIMEOUT` is how many seconds to wait for each reply (30).
//!
//! A gateway that is not on loopback wants TLS: reqwest's feature `rustls` or `native-tls`, one of which its default
//! features turn on.
#![allow(clippy::print_stdout, reason = "the example prints")]

use std::env;
use std::error::Error;
use std::time::Duration;

use http::{Request, Response};
use smskernel::smslist::{BulkMessage, Options, SentBulk};
use smskernel::{Call, CallResult, OnInvalid, merge_answers};
use tokio::runtime::Builder;
use tokio::task::JoinSet;

const CALLS_AT_A_TIME: usize = 2;

fn client() -> Result<reqwest::Client, Box<dyn Error>> {
    let timeout = env::var("SMS_TIMEOUT").as_deref().unwrap_or("30").parse()?;
    Ok(reqwest::Client::builder()
        // A redirected POST would become a GET that carries the key. The redirect is the reply.
        .redirect(reqwest::redirect::Policy::none())
        .timeout(Duration::try_from_secs_f64(timeout)?)
        .build()?)
}

async fn reply(client: &reqwest::Client, request: Request<Vec<u8>>) -> reqwest::Result<Response<Vec<u8>>> {
    let mut reply = client.execute(request.try_into()?).await?;
    let (status, headers) = (reply.status(), std::mem::take(reply.headers_mut()));
    let mut whole = Response::new(reply.bytes().await?.into());
    (*whole.status_mut(), *whole.headers_mut()) = (status, headers);
    Ok(whole)
}

/// What became of a call. Where no reply came the gateway may have it all the same: it is lost, and not sent again.
async fn exchange(client: reqwest::Client, call: Call<SentBulk>) -> CallResult<SentBulk> {
    let (request, reader) = call.into_parts();
    let outcome = match reply(&client, request).await {
        Ok(reply) => reader.parse(&reply),
        Err(_) => Ok(reader.no_reply()),
    };
    (reader, Some(outcome))
}

async fn run() -> Result<(), Box<dyn Error>> {
    let (partner, key, sender) = (env::var("SMS_PARTNER")?, env::var("SMS_KEY")?, env::var("SMS_SENDER")?);
    let gateway = Options::new(env::var("SMS_URL")?, partner, key, sender).limit("messages_per_call", 20).build()?;
    let numbers = (0..50).map(|row| format!("07123450{row:02}")).chain(["no number".to_owned()]);
    let messages = numbers
        .enumerate()
        .map(|(row, number)| BulkMessage::new(number, "The shop opens at nine.").client_sms_id(format!("row-{row}")));
    let mut plan = gateway.plan_bulk(messages, OnInvalid::SetAside)?;

    let client = client()?;
    let (mut sending, mut results) = (JoinSet::new(), Vec::new());
    loop {
        while sending.len() < CALLS_AT_A_TIME
            && let Some(call) = plan.next()
        {
            sending.spawn(exchange(client.clone(), call?));
        }
        let Some(result) = sending.join_next().await else { break };
        results.push(result?);
    }
    for row in merge_answers(&results, plan.rejected())? {
        let to = row.row.to.as_deref().unwrap_or("-");
        println!("{} {to} {} {}", row.row.position, row.outcome.state, row.outcome.resend);
    }
    Ok(())
}

fn main() -> Result<(), Box<dyn Error>> {
    Builder::new_current_thread().enable_all().build()?.block_on(run())
}
