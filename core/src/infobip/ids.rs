//! Several ids in one question.

use std::fmt;

use crate::fields::{Field, Out, wrong_type};
use crate::infobip::rules;
use crate::json::Value;
use crate::judge::{Judge, Shown};
use crate::path::Path;
use crate::shared_rules as shared;
use crate::values::{Id, judge_characters};

/// Ids to ask for. The gateway takes them separated by commas, and so does this: a text such as `A-1,A-2` is two.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Ids(Vec<Id>);

impl Ids {
    /// The ids one by one.
    #[must_use]
    pub fn as_slice(&self) -> &[Id] {
        &self.0
    }

    fn joined(&self) -> String {
        let mut text = String::new();
        for (place, id) in self.0.iter().enumerate() {
            if place > 0 {
                text.push(',');
            }
            text.push_str(id.as_str());
        }
        text
    }
}

impl fmt::Debug for Ids {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(&self.0).finish()
    }
}

impl From<&str> for Ids {
    fn from(text: &str) -> Ids {
        let has_any = !text.is_empty();
        Ids(crate::pieces::parts(text, b',').filter(|_| has_any).map(Id::from).collect())
    }
}

impl From<String> for Ids {
    fn from(text: String) -> Ids {
        Ids::from(text.as_str())
    }
}

impl From<Id> for Ids {
    fn from(id: Id) -> Ids {
        Ids(vec![id])
    }
}

impl<I: Into<Id>> From<Vec<I>> for Ids {
    fn from(ids: Vec<I>) -> Ids {
        ids.into_iter().collect()
    }
}

impl<I: Into<Id>, const N: usize> From<[I; N]> for Ids {
    fn from(ids: [I; N]) -> Ids {
        ids.into_iter().collect()
    }
}

impl<I: Into<Id>> FromIterator<I> for Ids {
    fn from_iter<L: IntoIterator<Item = I>>(ids: L) -> Ids {
        Ids(ids.into_iter().map(Into::into).collect())
    }
}

impl Field for Ids {
    fn read(value: Value<'_>, at: &Path, judge: &mut Judge) -> Option<Ids> {
        match value {
            Value::String(text) => Some(Ids::from(&*text)),
            Value::Integer(_) | Value::Number(_) => Id::read(value, at, judge).map(Ids::from),
            Value::List(items) => {
                let mut ids = Vec::with_capacity(items.len());
                for (index, item) in items.into_iter().enumerate() {
                    // A broken one keeps its place, so that the positions after it stay true.
                    ids.push(Id::read(item, &at.index(index), judge).unwrap_or_default());
                }
                Some(Ids(ids))
            }
            other => wrong_type("an id or a list of ids", &other, at, judge),
        }
    }

    fn write(&self, out: &mut Out) {
        out.json.string(&self.joined());
    }
}

/// The rule of a list of ids.
pub(crate) fn ids(ids: &Ids, at: &Path, judge: &mut Judge) {
    if ids.0.is_empty() {
        judge.report(&shared::EMPTY, at, Shown::Nothing, &[]);
    }
    for (index, id) in ids.0.iter().enumerate() {
        let (here, shown) = (at.index(index), Shown::Plain(id.as_str()));
        if id.as_str().contains(',') {
            judge.report(&rules::ID_COMMA, &here, shown, &[]);
        }
        one(id, &here, judge);
    }
    let length = ids.joined().chars().count() as u64;
    let limit = judge.limits().query_ids;
    if length > limit {
        judge.report(&rules::IDS_LONG, at, Shown::Nothing, &[&length, &limit]);
    }
}

/// The rule of one id to ask for.
pub(crate) fn one(id: &Id, at: &Path, judge: &mut Judge) {
    let shown = Shown::Plain(id.as_str());
    if id.as_str().is_empty() {
        judge.report(&shared::EMPTY, at, shown, &[]);
    }
    judge_characters(id.as_str(), at, judge, shown);
}
