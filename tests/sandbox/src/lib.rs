//! A real HTTP server on loopback that behaves like the SMS gateways `smskernel` speaks to.
//!
//! It shares no code with the crate it tests: it judges every request against the gateways' documents by itself, so
//! that a field which is misnamed, misplaced or mistyped is refused with its path. It answers as the documents do, and
//! misbehaves on request.
//!
//! * Gateways, below any path prefix: the calls below `…/sms/1`, `…/sms/2`, `…/account`, `…/auth` and `…/ct` of Infobip,
//!   below `…/api/services/` of smslist, and below `…/api/sms/` of Blackkonnect; `GET /` lists them. All else is a 404.
//! * A prefix `/run/NAME` files requests under a name, so that tests which share a server do not see each other's.
//! * A prefix `/as/<mode>+<mode>…` asks for misbehaviour; [`MODES`] and `GET /` list the modes.
//! * `GET /received`, `GET /accepted`, `GET /fates`, `GET /pushes` and `DELETE /received`, each with `?run=NAME` if
//!   wanted, show and clear what came in, what became of it, and what was pushed.
//! * Below `/run/NAME/control/` a test moves the clock of its run, by which messages are delivered and reports are
//!   pushed, sets balances and callbacks, and lets messages come in.
//!
//! Good credentials are in [`AUTHORIZATIONS`], [`USERNAME`] and [`PASSWORD`]; [`PARTNER_ID`], [`API_KEY`],
//! [`SHORTCODE`] and [`CHILD_ID`]; [`CLIENT_ID`], [`CLIENT_SECRET`], [`TOKEN`], [`SERVICE_ACCOUNT_ID`] and
//! [`ORGANISATION_ID`]. All others are refused.

mod accepted;
mod blackkonnect;
mod control;
mod cors;
mod exchange;
mod fates;
mod forms;
mod gateway;
mod inbound;
mod infobip;
mod json;
mod judge;
mod memory;
mod mischief;
mod modes;
mod push;
mod received;
mod run;
mod server;
mod sms;
mod smslist;
mod urlencoded;

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::thread::JoinHandle;

use tokio::net::TcpListener;
use tokio::runtime::Builder;
use tokio::sync::oneshot;

pub use accepted::{Accepted, Binary, Outcome};
pub use blackkonnect::{CLIENT_ID, CLIENT_SECRET, ORGANISATION_ID, SERVICE_ACCOUNT_ID, TOKEN};
pub use fates::{Fate, Pushed};
pub use infobip::{AUTHORIZATIONS, PASSWORD, USERNAME};
pub use judge::Problem;
pub use modes::MODES;
pub use received::{Received, Verdict};
pub use smslist::{API_KEY, CHILD_ID, PARTNER_ID, SHORTCODE};

/// Answers connections on a listener until it fails.
///
/// # Errors
///
/// When the listener can accept no more connections.
pub async fn serve(listener: TcpListener) -> io::Result<()> {
    server::run(listener, Arc::new(memory::Sandbox::new())).await
}

/// A sandbox that runs in a thread of its own, and stops when it is dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    sandbox: Arc<memory::Sandbox>,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

/// Starts a sandbox on a free port of 127.0.0.1.
///
/// # Errors
///
/// When no port, thread or runtime can be had.
pub fn start() -> io::Result<Server> {
    let listener = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    listener.set_nonblocking(true)?;
    let address = listener.local_addr()?;
    let runtime = Builder::new_current_thread().enable_io().enable_time().build()?;
    let listener = {
        let _inside = runtime.enter();
        TcpListener::from_std(listener)?
    };
    let sandbox = Arc::new(memory::Sandbox::new());
    let (stop, stopped) = oneshot::channel();
    let serving = server::run(listener, Arc::clone(&sandbox));
    let thread = std::thread::Builder::new().name("smskernel-sandbox".to_owned()).spawn(move || {
        runtime.spawn(serving);
        // An error means that the server was dropped, which is the same.
        let _ = runtime.block_on(stopped);
    })?;
    Ok(Server { address, sandbox, stop: Some(stop), thread: Some(thread) })
}

impl Server {
    /// The base URL, `http://127.0.0.1:PORT`.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The base URL below which requests are filed under a run and answered with modes, such as `old+reordered`.
    /// No modes: an empty text.
    pub fn url_for(&self, run: &str, modes: &str) -> String {
        let modes = if modes.is_empty() { String::new() } else { format!("/as/{modes}") };
        format!("{}/run/{run}{modes}", self.url())
    }

    /// The requests of one run, or all, oldest first.
    pub fn received(&self, run: Option<&str>) -> Vec<Received> {
        self.sandbox.received(run)
    }

    /// The messages of one run, or all, oldest first, from requests that were in order.
    pub fn accepted(&self, run: Option<&str>) -> Vec<Accepted> {
        self.sandbox.accepted(run)
    }

    /// What became of the messages of one run, or all, oldest first, by the clock of their run.
    pub fn fates(&self, run: Option<&str>) -> Vec<Fate> {
        self.sandbox.fates(run)
    }

    /// What was pushed in one run, or all, oldest first.
    pub fn pushes(&self, run: Option<&str>) -> Vec<Pushed> {
        self.sandbox.pushes(run)
    }

    /// Forgets one run, or all: what was received, accepted and pushed, balances, schedules, and the time.
    pub fn clear(&self, run: Option<&str>) {
        self.sandbox.clear(run);
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // A panic of that thread has been printed already.
            let _ = thread.join();
        }
    }
}
