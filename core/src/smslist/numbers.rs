//! The numbers that one text goes to.

use std::fmt;

use crate::fields::{Field, Out, unit};
use crate::json::{Value, Writer};
use crate::judge::{Judge, Mode};
use crate::message_list::judge_messages;
use crate::path::Path;
use crate::pieces::parts;
use crate::roll::KENYAN;
use crate::smslist::rules;
use crate::values::Number;

/// Phone numbers, one or many. On the wire they are one text, with commas between them; such a text is taken apart.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Numbers(Vec<Number>);

impl Numbers {
    /// The numbers as they were given.
    #[must_use]
    pub fn as_slice(&self) -> &[Number] {
        &self.0
    }
}

impl fmt::Debug for Numbers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<N: Into<Number>> FromIterator<N> for Numbers {
    fn from_iter<I: IntoIterator<Item = N>>(numbers: I) -> Numbers {
        Numbers(numbers.into_iter().map(Into::into).collect())
    }
}

impl<N: Into<Number>> From<Vec<N>> for Numbers {
    fn from(numbers: Vec<N>) -> Numbers {
        numbers.into_iter().collect()
    }
}

impl<N: Into<Number>, const COUNT: usize> From<[N; COUNT]> for Numbers {
    fn from(numbers: [N; COUNT]) -> Numbers {
        numbers.into_iter().collect()
    }
}

/// The numbers of a text in the gateway's own form: one, or several with commas between them.
impl From<&str> for Numbers {
    fn from(text: &str) -> Numbers {
        parts(text, b',').collect()
    }
}

impl From<u64> for Numbers {
    fn from(number: u64) -> Numbers {
        Numbers::from([number])
    }
}

impl Field for Numbers {
    fn read(value: Value<'_>, at: &Path, judge: &mut Judge) -> Option<Numbers> {
        let numbers = match value {
            Value::String(text) => Some(Numbers::from(&*text)),
            // A finished payload goes out as it is, and the documents show a string.
            Value::List(items) if judge.mode != Mode::Check => {
                let mut numbers = Vec::with_capacity(items.len());
                for (index, item) in items.into_iter().enumerate() {
                    judge.unit = unit(index);
                    numbers.push(Number::read(item, &at.index(index), judge).unwrap_or_default());
                }
                Some(Numbers(numbers))
            }
            other => Number::read(other, at, judge).map(|number| Numbers(vec![number])),
        };
        judge.unit = u32::MAX;
        numbers
    }

    fn write(&self, out: &mut Out) {
        let mut text = String::with_capacity(self.0.len() * 13);
        for place in 0..self.0.len() {
            if place > 0 {
                text.push(',');
            }
            text.push_str(out.next_number());
        }
        out.json.string(&text);
    }
}

/// Every rule on the numbers.
pub(crate) fn judge_numbers(numbers: &Numbers, at: &Path, judge: &mut Judge) {
    judge_messages(&numbers.0, |_| 1, &rules::TOO_MANY_NUMBERS, judge_number, at, judge);
}

/// Every rule on one of them. Each is a message of its own.
pub(crate) fn judge_number(number: &Number, at: &Path, judge: &mut Judge) {
    judge.enter_number(number.as_str(), at, &KENYAN);
    judge.close(None, 0);
}

/// Writes one number as it stands between the quotes of a text of several.
pub(crate) fn write_within(out: &mut Out) {
    let mut quoted = Writer::with_capacity(16);
    quoted.string(out.next_number());
    let quoted = quoted.into_bytes();
    if let [b'"', inside @ .., b'"'] = quoted.as_slice() {
        out.json.raw(std::str::from_utf8(inside).unwrap_or_default());
    }
}
