//! A server of a test's own, to which the sandbox pushes.
#![allow(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "each test file uses a part of this, and a failed unwrap is a failed test"
)]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

/// What was pushed.
#[derive(Clone, Debug)]
pub struct Push {
    pub line: String,
    pub content_type: String,
    pub body: String,
    /// What it was answered with.
    pub status: u16,
}

impl Push {
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap()
    }

    /// One key of each report.
    pub fn each(&self, key: &str) -> Vec<serde_json::Value> {
        self.json()["results"].as_array().unwrap().iter().map(|report| report[key].clone()).collect()
    }
}

/// Listens on loopback until the test ends.
pub struct Listener {
    address: String,
    heard: Arc<Mutex<Vec<Push>>>,
}

impl Listener {
    /// Answers with these statuses, one after the other, then with 200.
    pub fn start(statuses: &[u16]) -> Self {
        let statuses = statuses.to_vec();
        Self::answering(move |index| statuses.get(index).copied().unwrap_or(200))
    }

    /// Answers the first request with the status of 0, the next with that of 1.
    pub fn answering(status_of: impl Fn(usize) -> u16 + Send + 'static) -> Self {
        let socket = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = socket.local_addr().unwrap().to_string();
        let heard = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&heard);
        std::thread::spawn(move || {
            for (index, stream) in socket.incoming().enumerate() {
                answer(stream.unwrap(), status_of(index), &kept);
            }
        });
        Self { address, heard }
    }

    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// What was pushed since the last look.
    pub fn take(&self) -> Vec<Push> {
        std::mem::take(&mut *self.heard.lock().unwrap())
    }
}

/// Reads a request, and answers it after it was written down.
fn answer(mut stream: TcpStream, status: u16, heard: &Mutex<Vec<Push>>) {
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    let mut lines = Vec::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).unwrap();
        match line.trim_end() {
            "" => break,
            line => lines.push(line.to_owned()),
        }
    }
    let header = |name: &str| {
        let mut values = lines.iter().filter_map(|line| line.split_once(": "));
        values.find_map(|(key, value)| (key == name).then(|| value.to_owned())).unwrap_or_default()
    };
    let length: usize = header("content-length").parse().unwrap_or(0);
    let mut body = vec![0; length];
    reader.read_exact(&mut body).unwrap();
    let content_type = header("content-type");
    let push = Push { line: lines[0].clone(), content_type, body: String::from_utf8(body).unwrap(), status };
    heard.lock().unwrap().push(push);
    let reply = format!("HTTP/1.1 {status} X\r\ncontent-length: 5\r\nconnection: close\r\n\r\nthere");
    stream.write_all(reply.as_bytes()).unwrap();
}
