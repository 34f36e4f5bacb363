//! Starts the sandbox: `smskernel-sandbox [--port N] [--until-stdin-closes]`.
//!
//! It listens on 127.0.0.1 only, prints one line with its URL, and serves. With `--until-stdin-closes` it ends when
//! its standard input does, so that a test harness that dies leaves no server behind.

use std::io::{self, Read, Write};
use std::net::Ipv4Addr;
use std::process::ExitCode;

use tokio::net::TcpListener;
use tokio::runtime::Builder;
use tokio::sync::oneshot;

const USAGE: &str = "usage: smskernel-sandbox [--port N] [--until-stdin-closes]\n";

struct Options {
    port: u16,
    until_stdin_closes: bool,
}

fn main() -> ExitCode {
    let Some(options) = parse(std::env::args().skip(1)) else {
        let _ = io::stderr().write_all(USAGE.as_bytes());
        return ExitCode::from(2);
    };
    match run(&options) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "smskernel-sandbox: {error}");
            ExitCode::FAILURE
        }
    }
}

fn parse(mut arguments: impl Iterator<Item = String>) -> Option<Options> {
    let mut options = Options { port: 0, until_stdin_closes: false };
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--port" => options.port = arguments.next()?.parse().ok()?,
            "--until-stdin-closes" => options.until_stdin_closes = true,
            _ => return None,
        }
    }
    Some(options)
}

fn run(options: &Options) -> io::Result<()> {
    let runtime = Builder::new_current_thread().enable_io().enable_time().build()?;
    runtime.block_on(async {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port)).await?;
        let mut stdout = io::stdout();
        writeln!(stdout, "listening on http://{}", listener.local_addr()?)?;
        stdout.flush()?;
        if options.until_stdin_closes {
            tokio::spawn(smskernel_sandbox::serve(listener));
            let (end, ended) = oneshot::channel();
            std::thread::spawn(move || {
                // Whatever ends the reading ends the server.
                let _ = io::copy(&mut io::stdin().lock().by_ref(), &mut io::sink());
                let _ = end.send(());
            });
            let _ = ended.await;
            Ok(())
        } else {
            smskernel_sandbox::serve(listener).await
        }
    })
}
