//! What goes back to JavaScript: numbers, texts and octets one after the other, which `js/text/answer.ts` reads in the same order.
//!
//! A number is four bytes, lowest first; texts and octets follow their length.

use smskernel::text::words::ArgumentError;
use smskernel::text::{Cost, Encoding, Language, Replacement, TextError};

use super::places::Places;

/// What comes first: what was asked for.
const DONE: u32 = 0;
/// A `TextError`: its code, what it says, and one more than its offset and than the index of the part that it is of, or 0.
const FAILED: u32 = 1;
/// An argument that is none of its words: what to say of it.
const WRONG: u32 = 2;

/// An answer that is being written.
pub(super) struct Answer(Vec<u8>);

impl Answer {
    /// Of what was asked for, which comes next.
    pub(super) fn done() -> Answer {
        Answer::of(DONE)
    }

    fn of(kind: u32) -> Answer {
        let mut answer = Answer(Vec::with_capacity(256));
        answer.number(kind as usize);
        answer
    }

    /// All of it, if a text could not be sent as asked, or octets could not be read.
    pub(super) fn failed(error: &TextError) -> Vec<u8> {
        Answer::failed_at(None, error)
    }

    /// The same of one of several parts.
    pub(super) fn failed_at(part: Option<usize>, error: &TextError) -> Vec<u8> {
        let mut answer = Answer::of(FAILED);
        answer.text(error.code());
        answer.text(&error.message());
        for place in [error.offset(), part] {
            answer.number(place.map_or(0, |place| place + 1));
        }
        answer.finish()
    }

    /// All of it, if an argument is none of its words.
    pub(super) fn wrong(error: &ArgumentError) -> Vec<u8> {
        let mut answer = Answer::of(WRONG);
        answer.text(&error.message());
        answer.finish()
    }

    pub(super) fn number(&mut self, number: usize) {
        self.0.extend_from_slice(&narrow(number).to_le_bytes());
    }

    pub(super) fn octets(&mut self, octets: &[u8]) {
        self.number(octets.len());
        self.0.extend_from_slice(octets);
    }

    pub(super) fn text(&mut self, text: &str) {
        self.octets(text.as_bytes());
    }

    /// What may be missing, behind how many there are.
    pub(super) fn maybe<T>(&mut self, value: Option<T>, write: impl FnOnce(&mut Answer, T)) {
        self.number(usize::from(value.is_some()));
        if let Some(value) = value {
            write(self, value);
        }
    }

    /// Items behind their count.
    pub(super) fn list<T>(&mut self, items: impl ExactSizeIterator<Item = T>, mut write: impl FnMut(&mut Answer, T)) {
        self.number(items.len());
        for item in items {
            write(self, item);
        }
    }

    pub(super) fn encoding(&mut self, encoding: Encoding) {
        self.number(number_of(encoding) as usize);
    }

    /// An encoding, parts, units, units left.
    pub(super) fn cost(&mut self, cost: Cost) {
        self.encoding(cost.encoding);
        for number in [cost.parts, cost.units, cost.units_left] {
            self.number(number);
        }
    }

    pub(super) fn replaced(&mut self, replaced: &[Replacement<'_>], places: &Places<'_>) {
        self.list(replaced.iter(), |answer, replacement| {
            answer.number(places.units(replacement.position));
            answer.text(replacement.original);
            answer.text(replacement.replacement);
        });
    }

    pub(super) fn finish(self) -> Vec<u8> {
        self.0
    }
}

/// An encoding as a number: its data coding, the identifiers of its locking and of its single shift table, a byte each from the
/// lowest on.
pub(super) fn number_of(encoding: Encoding) -> u32 {
    let identifier = |language: Option<Language>| language.map_or(0, Language::number);
    u32::from_le_bytes([encoding.data_coding(), identifier(encoding.locking()), identifier(encoding.single()), 0])
}

/// A number as it goes out. No text that fits the module's memory has larger ones.
pub(super) fn narrow(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
