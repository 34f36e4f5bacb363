//! Which entry of a reply is about which of our messages.

use std::borrow::Cow;
use std::cell::OnceCell;

use crate::lookup::Texts;
use crate::number::{self, Home};
use crate::sent::Sent;

/// What one entry of a reply names.
pub(crate) struct Named<'a> {
    /// An id, ours or the gateway's.
    pub(crate) id: Option<&'a str>,
    /// A number in our form; `None` when it has no digits.
    pub(crate) number: Option<Cow<'a, str>>,
    /// Whether the entry refuses its message.
    pub(crate) refusal: bool,
}

/// The result: for each message its entry, and the entries that are left over.
pub(crate) struct Joined {
    pub(crate) of_message: Vec<Option<usize>>,
    pub(crate) unmatched: Vec<usize>,
}

impl Joined {
    /// Whether any entry is about any of our messages.
    pub(crate) fn any(&self) -> bool {
        self.of_message.iter().any(Option::is_some)
    }

    /// Takes the entry of a message out of their list.
    pub(crate) fn take<E: Default>(&self, message: usize, entries: &mut [E]) -> Option<E> {
        let entry = self.of_message.get(message).copied().flatten()?;
        entries.get_mut(entry).map(std::mem::take)
    }

    /// Takes the left-over entries out of their list, and makes of each what is kept of it.
    pub(crate) fn take_unmatched<E: Default, U>(&self, entries: &mut [E], left_over: fn(E) -> U) -> Vec<U> {
        let mut unmatched = Vec::with_capacity(self.unmatched.len());
        for entry in &self.unmatched {
            if let Some(entry) = entries.get_mut(*entry) {
                unmatched.push(left_over(std::mem::take(entry)));
            }
        }
        unmatched
    }
}

/// A number of a reply, brought into the form in which we sent ours. `None` when it has no digits.
pub(crate) fn comparable(text: &str, home: Home) -> Option<Cow<'_, str>> {
    if number::is_clean(text.as_bytes(), home, 1, usize::MAX) {
        return Some(Cow::Borrowed(text));
    }
    let mut cleaned = String::new();
    if number::clean(text, home, 1, usize::MAX, &mut cleaned).is_err() {
        number::digits_only(text, &mut cleaned);
    }
    if cleaned.is_empty() { None } else { Some(Cow::Owned(cleaned)) }
}

/// The place of a key that several messages have.
const SEVERAL: u32 = u32::MAX - 1;

/// The message of each key, or [`SEVERAL`].
fn index<'a>(messages: usize, key: &dyn Fn(usize) -> Option<Cow<'a, str>>) -> Texts {
    let mut map = Texts::default();
    map.reserve(messages);
    for (place, message) in (0..).zip(0..messages) {
        if let Some(key) = key(message)
            && let Err(known) = map.insert(&key, place)
        {
            map.set_place(known, SEVERAL);
        }
    }
    map
}

/// Joins by an id that is unique in the call, then by a number that is unique in the call, then by position, if the
/// lengths are equal, `places` hold and nothing contradicts. Of two entries for one message the first that is no refusal counts, else
/// the first; the rest is left over.
///
/// Inferred: no gateway documents an order of its reply, and replies without ids were seen in the field.
pub(crate) fn join(sent: &Sent, entries: &mut dyn Iterator<Item = Named<'_>>, places: bool, home: Home) -> Joined {
    let entries: &[Named] = &entries.collect::<Vec<_>>();
    if let Some(joined) = in_order(sent, entries) {
        return joined;
    }
    let ids = index(sent.len(), &|message| sent.id(message).map(Cow::Borrowed));
    // Mostly the ids settle everything.
    let numbers = OnceCell::new();
    let numbers = || numbers.get_or_init(|| index(sent.len(), &|message| comparable(sent.number(message), home)));
    let by_name = |entry: &Named| -> Option<usize> {
        if let Some(id) = entry.id
            && let Some(place) = ids.get(id)
        {
            // An id of ours settles whose entry it is, or that nobody can tell.
            if place != SEVERAL {
                return Some(place as usize);
            }
        }
        entry
            .number
            .as_ref()
            .and_then(|number| numbers().get(number))
            .filter(|place| *place != SEVERAL)
            .map(|place| place as usize)
    };
    // Whether an entry that names no single message could be about the one at its place.
    let may_be = |entry: &Named, position: usize| {
        let number_fits = match &entry.number {
            Some(number) => comparable(sent.number(position), home).as_ref() == Some(number),
            None => true,
        };
        let id_fits = entry.id.is_none_or(|id| ids.get(id).is_none() || sent.id(position) == Some(id));
        number_fits && id_fits
    };
    let mut of_entry: Vec<Option<usize>> = entries.iter().map(by_name).collect();
    let positions_hold = places
        && entries.len() == sent.len()
        && entries.iter().zip(&of_entry).enumerate().all(|(position, (entry, named))| {
            named.map_or_else(|| may_be(entry, position), |message| message == position)
        });
    if positions_hold {
        of_entry = (0..entries.len()).map(Some).collect();
    }
    let mut joined = Joined { of_message: vec![None; sent.len()], unmatched: Vec::new() };
    for (entry, message) in of_entry.into_iter().enumerate() {
        let Some(slot) = message.and_then(|message| joined.of_message.get_mut(message)) else {
            joined.unmatched.push(entry);
            continue;
        };
        let is_refusal = |entry: usize| entries.get(entry).is_some_and(|named| named.refusal);
        match *slot {
            None => *slot = Some(entry),
            Some(first) if is_refusal(first) && !is_refusal(entry) => {
                *slot = Some(entry);
                joined.unmatched.push(first);
            }
            Some(_) => joined.unmatched.push(entry),
        }
    }
    joined.unmatched.sort_unstable();
    joined
}

/// The common case without any map: every entry stands at its message's place and names it.
fn in_order(sent: &Sent, entries: &[Named]) -> Option<Joined> {
    if entries.len() != sent.len() {
        return None;
    }
    let without_ids = (0..sent.len()).all(|message| sent.id(message).is_none());
    // An id alone would not do: it may stand at several messages.
    let fits = |(message, entry): (usize, &Named)| {
        entry.number.as_deref() == Some(sent.number(message))
            && match sent.id(message) {
                Some(id) => entry.id == Some(id),
                None => without_ids,
            }
    };
    entries
        .iter()
        .enumerate()
        .all(fits)
        .then(|| Joined { of_message: (0..sent.len()).map(Some).collect(), unmatched: Vec::new() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(messages: &[(&str, &str)]) -> Sent {
        let mut sent = Sent::default();
        for (position, (number, id)) in messages.iter().enumerate() {
            sent.text.push_str(number);
            assert!(sent.push(Some(id), position, 0));
        }
        sent
    }

    fn run(messages: &[(&str, &str)], entries: &[(&str, &str, bool)]) -> (Vec<Option<usize>>, Vec<usize>) {
        let mut named = entries.iter().map(|(number, id, refusal)| Named {
            id: Some(*id).filter(|id| !id.is_empty()),
            number: comparable(number, Home::International),
            refusal: *refusal,
        });
        let joined = join(&sent(messages), &mut named, true, Home::International);
        let mut places: Vec<usize> = (0..entries.len()).collect();
        let of_message = (0..messages.len()).map(|message| joined.take(message, &mut places)).collect();
        (of_message, joined.take_unmatched(&mut places, |place| place))
    }

    const A: &str = "41793026727";
    const B: &str = "41793026834";

    #[test]
    fn by_id_before_anything() {
        assert_eq!(run(&[(A, "1"), (B, "2")], &[(A, "2", false), (B, "1", false)]), (vec![Some(1), Some(0)], vec![]));
    }

    #[test]
    fn an_id_that_stands_twice_settles_nothing() {
        assert_eq!(run(&[(A, "1"), (B, "1")], &[(B, "1", false), (A, "1", false)]), (vec![Some(1), Some(0)], vec![]));
        assert_eq!(run(&[(A, "1"), (B, "1")], &[("", "1", false), ("", "1", false)]), (vec![Some(0), Some(1)], vec![]));
    }

    #[test]
    fn by_number_when_the_id_is_the_gateways() {
        assert_eq!(run(&[(A, "1"), (B, "")], &[(B, "99", false), (A, "98", false)]), (vec![Some(1), Some(0)], vec![]));
    }

    #[test]
    fn by_position_when_nothing_contradicts() {
        assert_eq!(run(&[(A, ""), (A, "")], &[(A, "7", false), ("", "8", false)]), (vec![Some(0), Some(1)], vec![]));
        assert_eq!(run(&[(A, ""), (A, "")], &[(A, "7", false)]), (vec![None, None], vec![0]));
        assert_eq!(run(&[(A, "1"), (B, "2")], &[("x", "1", false), ("x", "1", false)]), (vec![Some(0), None], vec![1]));
    }

    #[test]
    fn a_success_counts_before_a_refusal() {
        assert_eq!(run(&[(A, "1")], &[(A, "1", true), (A, "1", false)]), (vec![Some(1)], vec![0]));
        assert_eq!(run(&[(A, "1")], &[(A, "1", false), (A, "1", true)]), (vec![Some(0)], vec![1]));
        assert_eq!(run(&[(A, "1")], &[(A, "1", true), (A, "1", true)]), (vec![Some(0)], vec![1]));
    }

    #[test]
    fn numbers_of_a_reply_take_the_form_in_which_ours_were_sent() {
        let kenyan = ["254712345678", "2540712345678", "0712345678", "712345678", "+254 712 345 678", "00254712345678"];
        for text in kenyan {
            assert_eq!(comparable(text, Home::Kenya).as_deref(), Some("254712345678"), "{text}");
        }
        assert_eq!(comparable("2540712345678", Home::International).as_deref(), Some("2540712345678"));
        // What is no number for the gateway is compared by its digits.
        assert_eq!(comparable("to 0712", Home::International).as_deref(), Some("0712"));
        for text in ["", "xxxxxxxx", "٤١٧٩"] {
            assert_eq!(comparable(text, Home::Kenya), None);
        }
        assert!(matches!(comparable("254712345678", Home::Kenya), Some(Cow::Borrowed(_))));
        assert!(matches!(comparable("41793026727", Home::International), Some(Cow::Borrowed(_))));
    }

    #[test]
    fn strangers_are_left_over() {
        assert_eq!(run(&[(A, "1")], &[(B, "5", false)]), (vec![None], vec![0]));
        assert_eq!(run(&[(A, "1"), (B, "2")], &[]), (vec![None, None], vec![]));
    }
}
