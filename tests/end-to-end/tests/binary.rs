//! Octets go to the sandbox over HTTP, and arrive as they were given.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, missing_docs, reason = "tests")]

use smskernel::infobip::{Auth, Binary, BinaryMessage, Destination, Gateway, Options, SendBinary};
use smskernel::text::{self, Language, Way, binary_bodies, describe, reassemble};
use smskernel::{OnInvalid, State, merge_answers};
use smskernel_end_to_end::{client, send};
use smskernel_sandbox::start;

fn gateway(url: String) -> Gateway {
    Gateway::new(url, Auth::api_key("sandbox-api-key")).unwrap()
}

/// A part of two with a header of both its number and a national language (3GPP TS 23.040, 9.2.3.24).
const PART: [u8; 12] = [0x08, 0x00, 0x03, 0xCC, 0x02, 0x01, 0x25, 0x01, 0x01, b'H', b'i', b'!'];

#[test]
fn octets_arrive_as_they_were_given() {
    let server = start().unwrap();
    let contents = [
        (Binary::new("54 65 73 74 20 6d 65 73 73 61 67 65 2e"), b"Test message.".to_vec()),
        (Binary::new("0048 0065").data_coding(8), vec![0, 0x48, 0, 0x65]),
        (Binary::new("4aBF"), vec![0x4a, 0xbf]),
        (Binary::new(PART.to_vec()).esm_class(64), PART.to_vec()),
        (Binary::new((0..140).collect::<Vec<u8>>()), (0..140).collect()),
    ];
    for version in [1, 2] {
        let run = format!("octets-{version}");
        let account = Options::new(server.url_for(&run, ""), Auth::api_key("sandbox-api-key"));
        let gateway = account.api_version(version).build().unwrap();
        let messages = contents.iter().map(|(content, _)| BinaryMessage::new(content.clone()).to("41793026727"));
        let (_, outcome) = send(&client(), gateway.send_binary(&SendBinary::new(messages)).unwrap());
        let sent = outcome.unwrap().unwrap();
        assert!(sent.messages.iter().all(|message| message.outcome.state == State::Pending));
        let accepted = server.accepted(Some(&run));
        assert_eq!(accepted.len(), contents.len());
        for (accepted, (content, octets)) in accepted.iter().zip(&contents) {
            let binary = accepted.binary.as_ref().unwrap();
            assert_eq!(&binary.octets, octets);
            assert_eq!(i64::from(binary.data_coding), content.data_coding.unwrap_or(0));
            assert_eq!(i64::from(binary.esm_class), content.esm_class.unwrap_or(0));
        }
    }
    let refused = server.received(None).into_iter().flat_map(|request| request.problems).count();
    assert_eq!(refused, 0, "the sandbox judges by the documents");
}

#[test]
fn texts_go_as_the_octets_of_their_parts() {
    let server = start().unwrap();
    let turkish = "Görüşürüz, iyi akşamlar! ".repeat(20);
    let texts = [
        ("€ [plain] ".repeat(40), text::Options::default()),
        (turkish, text::Options::default().languages(Language::Turkish)),
    ];
    for (index, (given, options)) in texts.iter().enumerate() {
        let run = format!("texts-{index}");
        let bodies = binary_bodies(given, options, Way::Graphemes, 9).unwrap();
        let messages = bodies.iter().map(|body| BinaryMessage::new(Binary::from(body.clone())).to("41793026727"));
        let call = gateway(server.url_for(&run, "")).send_binary(&SendBinary::new(messages)).unwrap();
        send(&client(), call).1.unwrap().unwrap();
        let arrived = server.accepted(Some(&run));
        assert!(arrived.len() > 2 && arrived.len() == bodies.len());
        let parts = arrived.iter().rev().map(|message| {
            let binary = message.binary.as_ref().unwrap();
            describe(&binary.octets, binary.data_coding, binary.esm_class).unwrap()
        });
        assert_eq!(reassemble(&parts.collect::<Vec<_>>()).unwrap().text.as_deref(), Some(&**given));
    }
}

#[test]
fn a_long_list_of_octets_is_cut_into_calls() {
    let server = start().unwrap();
    let messages = (0..2_500).map(|row: u32| {
        let to = if row % 100 == 7 { format!("x{row}") } else { format!("41790{row:06}") };
        BinaryMessage::new(Binary::new(row.to_be_bytes().to_vec())).to(Destination::new(to).message_id(row.to_string()))
    });
    let gateway = gateway(server.url_for("list", "reordered"));
    let mut plan = gateway.plan_binary(messages, OnInvalid::SetAside).unwrap();
    let results: Vec<_> = plan.by_ref().map(|call| send(&client(), call.unwrap())).collect();
    let rows = merge_answers(&results, plan.rejected()).unwrap();
    assert_eq!((results.len(), plan.rejected().len(), rows.len()), (3, 25, 2_500));
    for (row, result) in rows.iter().enumerate() {
        assert_eq!(result.outcome.state, if row % 100 == 7 { State::Rejected } else { State::Pending });
    }
    for accepted in server.accepted(Some("list")) {
        let row: u32 = accepted.id.as_deref().unwrap().parse().unwrap();
        assert_eq!(accepted.binary.unwrap().octets, row.to_be_bytes());
    }
}
