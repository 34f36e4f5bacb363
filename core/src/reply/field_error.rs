//! What a gateway finds wrong with a request, field by field.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use crate::mask;
use crate::tell::answer;

answer! {
    /// One thing that the gateway found wrong with the request.
    #[derive(Clone, PartialEq, Eq)]
    pub struct FieldError {
        /// Which field, in the gateway's words. The errors of one field share it.
        pub path = "path": Option<Arc<str>>,
        /// Which rule, in the gateway's words.
        pub rule = "rule": Option<String>,
        /// What it says.
        pub message = "message": String,
    }
}

impl FieldError {
    /// How many are listed at most. A reply that holds more has them in its raw body.
    pub const LISTED: usize = 1_000;
}

impl fmt::Debug for FieldError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FieldError")
            .field("path", &self.path.as_deref().map(mask::words))
            .field("rule", &self.rule.as_deref().map(mask::words))
            .field("message", &mask::words(&self.message))
            .finish()
    }
}

/// Collects the errors of a reply. Where a key stands twice, what its last value says counts. Reading stops after
/// [`FieldError::LISTED`] fields or messages, so that no reply costs more than its length.
#[derive(Default)]
pub(crate) struct FieldErrors {
    list: Vec<FieldError>,
    /// The field that is being read, and where its errors begin.
    path: Option<Arc<str>>,
    start: usize,
    fields: usize,
    messages: usize,
}

impl FieldErrors {
    /// Begins a field of an object. False when enough were read: then nothing of it counts.
    pub(crate) fn field(&mut self, name: &str) -> bool {
        if self.fields.max(self.messages) >= FieldError::LISTED {
            return false;
        }
        self.fields += 1;
        self.list.retain(|error| error.path.as_deref() != Some(name));
        self.start = self.list.len();
        self.path = Some(Arc::from(name));
        true
    }

    /// A message of the field that is being read.
    pub(crate) fn message(&mut self, message: Option<Cow<'_, str>>) {
        if let Some(message) = message {
            self.push(self.path.clone(), None, message);
        }
    }

    /// What the field breaks a rule with; `None` where the rule's value says nothing.
    pub(crate) fn rule(&mut self, rule: Cow<'_, str>, message: Option<Cow<'_, str>>) {
        if self.messages >= FieldError::LISTED {
            return;
        }
        let before = self.list.iter().skip(self.start).position(|error| error.rule.as_deref() == Some(&*rule));
        if let Some(before) = before {
            self.list.remove(self.start + before);
        }
        match message {
            Some(message) => {
                let path = self.path.clone();
                self.push(path, Some(rule), message);
            }
            None => self.messages += 1,
        }
    }

    /// An error that stands by itself, in a list.
    pub(crate) fn single(&mut self, path: Option<&str>, message: Cow<'_, str>) {
        self.push(path.map(Arc::from), None, message);
    }

    fn push(&mut self, path: Option<Arc<str>>, rule: Option<Cow<'_, str>>, message: Cow<'_, str>) {
        if self.messages < FieldError::LISTED {
            self.messages += 1;
            self.list.push(FieldError { path, rule: rule.map(Cow::into_owned), message: message.into_owned() });
        }
    }

    /// All of them, in the order of the reply.
    pub(crate) fn finish(self) -> Vec<FieldError> {
        self.list
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_field_shares_its_path_and_the_list_ends() {
        let mut errors = FieldErrors::default();
        assert!(errors.field(&"k".repeat(20_000)));
        for number in 0..4_000 {
            errors.message(Some(number.to_string().into()));
        }
        assert!(!errors.field("next"));
        let errors = errors.finish();
        assert_eq!(errors.len(), FieldError::LISTED);
        let first = errors.first().and_then(|error| error.path.clone()).unwrap_or_else(|| Arc::from(""));
        assert!(errors.iter().all(|error| error.path.as_ref().is_some_and(|path| Arc::ptr_eq(path, &first))));
    }

    #[test]
    fn repeated_names_end_the_list_too() {
        let mut errors = FieldErrors::default();
        for _ in 0..FieldError::LISTED / 2 {
            assert!(errors.field("a"));
            errors.message(Some("x".into()));
            errors.rule("r".into(), None);
        }
        assert!(!errors.field("a"), "no more than so many are looked at");
        errors.rule("r".into(), Some("late".into()));
        assert_eq!(errors.finish().len(), 1);
    }

    #[test]
    fn the_last_value_of_a_rule_counts() {
        let mut errors = FieldErrors::default();
        errors.field("a");
        errors.rule("r".into(), Some("first".into()));
        errors.rule("s".into(), Some("gone".into()));
        errors.rule("r".into(), Some("last".into()));
        errors.rule("s".into(), None);
        errors.single(Some("b 41793026727"), "no\nline".into());
        let printed = format!("{:?}", errors.finish());
        assert_eq!(
            printed,
            "[FieldError { path: Some(\"a\"), rule: Some(\"r\"), message: \"last\" }, \
             FieldError { path: Some(\"b 4179.....727\"), rule: None, message: \"no\\nline\" }]"
        );
    }
}
