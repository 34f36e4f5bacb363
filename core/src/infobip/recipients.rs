//! The numbers that a simple message goes to: one alone, or a list. It is written as it is given, for the documents show
//! both.

use crate::fields::{Field, Out, wrong_type};
use crate::json::Value;
use crate::judge::{Judge, Shown};
use crate::path::Path;
use crate::roll::INTERNATIONAL;
use crate::shared_rules as rules;
use crate::values::Number;

/// Where a simple message goes.
#[derive(Clone, Debug, PartialEq)]
pub enum Recipients {
    /// One number, a bare text on the wire.
    One(Number),
    /// A list of numbers.
    Many(Vec<Number>),
}

impl Recipients {
    /// The numbers, in their order.
    #[must_use]
    pub fn numbers(&self) -> &[Number] {
        match self {
            Recipients::One(number) => std::slice::from_ref(number),
            Recipients::Many(numbers) => numbers,
        }
    }

    /// These and one more.
    pub(crate) fn and(self, number: Number) -> Recipients {
        let mut numbers = match self {
            Recipients::One(first) => vec![first],
            Recipients::Many(numbers) => numbers,
        };
        numbers.push(number);
        Recipients::Many(numbers)
    }

    /// Every rule on them; enters each into the roll.
    pub(crate) fn judge(&self, at: &Path, judge: &mut Judge) {
        match self {
            Recipients::One(number) => enter(number, 0, at, judge),
            Recipients::Many(numbers) => {
                if numbers.is_empty() {
                    judge.report(&rules::EMPTY, at, Shown::Nothing, &[]);
                }
                for (index, number) in numbers.iter().enumerate() {
                    enter(number, index, &at.index(index), judge);
                }
            }
        }
    }
}

fn enter(number: &Number, index: usize, at: &Path, judge: &mut Judge) {
    judge.enter_number(number.as_str(), at, &INTERNATIONAL);
    judge.close(None, index);
}

impl<N: Into<Number>> From<N> for Recipients {
    fn from(number: N) -> Recipients {
        Recipients::One(number.into())
    }
}

impl<N: Into<Number>> From<Vec<N>> for Recipients {
    fn from(numbers: Vec<N>) -> Recipients {
        Recipients::Many(numbers.into_iter().map(Into::into).collect())
    }
}

impl<N: Into<Number>, const LENGTH: usize> From<[N; LENGTH]> for Recipients {
    fn from(numbers: [N; LENGTH]) -> Recipients {
        Recipients::Many(numbers.into_iter().map(Into::into).collect())
    }
}

impl Field for Recipients {
    fn read(value: Value<'_>, at: &Path, judge: &mut Judge) -> Option<Recipients> {
        match value {
            Value::List(items) => {
                let mut numbers = Vec::with_capacity(items.len());
                for (index, item) in items.into_iter().enumerate() {
                    // A broken one keeps its place, so that the positions after it stay true.
                    numbers.push(Number::read(item, &at.index(index), judge).unwrap_or_default());
                }
                Some(Recipients::Many(numbers))
            }
            Value::String(_) | Value::Integer(_) | Value::Number(_) => {
                Number::read(value, at, judge).map(Recipients::One)
            }
            other => wrong_type("a phone number or a list of them", &other, at, judge),
        }
    }

    fn write(&self, out: &mut Out) {
        match self {
            Recipients::One(number) => number.write(out),
            Recipients::Many(numbers) => numbers.write(out),
        }
    }
}
