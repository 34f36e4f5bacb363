//! What was sent: one number and id for each message, in one buffer. Built while a request is judged, written into the
//! body from there, and kept by the reply reader, which needs nothing else to understand the reply.

/// One message: where its number and id end in the buffer, and which of the caller's messages it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) number_end: u32,
    pub(crate) id_end: u32,
    /// Index of the message in the input.
    pub(crate) position: u32,
    /// Index of the destination within the message.
    pub(crate) destination: u32,
}

/// The messages of one call, one text to one number each, in the order sent.
#[derive(Clone, Default, PartialEq, Eq)]
pub(crate) struct Sent {
    pub(crate) text: String,
    pub(crate) entries: Vec<Entry>,
}

impl Sent {
    /// How many messages.
    pub(crate) fn len(&self) -> usize {
        self.entries.len()
    }

    fn start(&self, index: usize) -> usize {
        match index.checked_sub(1).and_then(|before| self.entries.get(before)) {
            Some(entry) => entry.id_end as usize,
            None => 0,
        }
    }

    /// The number of a message as it was sent; empty for one that is not there.
    pub(crate) fn number(&self, index: usize) -> &str {
        let end = self.entries.get(index).map_or(0, |entry| entry.number_end as usize);
        self.text.get(self.start(index)..end).unwrap_or_default()
    }

    /// The caller's id of a message.
    pub(crate) fn id(&self, index: usize) -> Option<&str> {
        let entry = self.entries.get(index)?;
        self.text.get(entry.number_end as usize..entry.id_end as usize).filter(|id| !id.is_empty())
    }

    /// Which message of the input, and which destination of it.
    pub(crate) fn place(&self, index: usize) -> (u32, u32) {
        self.entries.get(index).map_or((0, 0), |entry| (entry.position, entry.destination))
    }

    /// The text of the number that was written last and not yet closed by [`push`](Sent::push).
    pub(crate) fn open_number(&self) -> &str {
        self.text.get(self.start(self.entries.len())..).unwrap_or_default()
    }

    /// Closes the message whose number has been written at the end of `text`. False when the buffer is full, which a
    /// body of four gigabytes would need.
    pub(crate) fn push(&mut self, id: Option<&str>, position: usize, destination: usize) -> bool {
        let number_end = self.text.len();
        self.text.push_str(id.unwrap_or_default());
        let ends = (
            u32::try_from(number_end),
            u32::try_from(self.text.len()),
            u32::try_from(position),
            u32::try_from(destination),
        );
        let (Ok(number_end), Ok(id_end), Ok(position), Ok(destination)) = ends else {
            self.text.truncate(number_end);
            return false;
        };
        self.entries.push(Entry { number_end, id_end, position, destination });
        true
    }

    /// Copies one message of another buffer.
    pub(crate) fn copy(&mut self, other: &Sent, index: usize) -> bool {
        let Some(entry) = other.entries.get(index) else { return false };
        self.text.push_str(other.number(index));
        self.push(other.id(index), entry.position as usize, entry.destination as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_ids_come_back() {
        let mut sent = Sent::default();
        sent.text.push_str("41793026727");
        assert_eq!(sent.open_number(), "41793026727");
        assert!(sent.push(Some("A"), 0, 0));
        sent.text.push_str("41793026834");
        assert!(sent.push(None, 0, 1));
        assert_eq!((sent.number(0), sent.id(0)), ("41793026727", Some("A")));
        assert_eq!((sent.number(1), sent.id(1)), ("41793026834", None));
        assert_eq!((sent.number(2), sent.id(2)), ("", None));
        let mut other = Sent::default();
        assert!(other.copy(&sent, 1));
        assert_eq!(other.number(0), "41793026834");
        assert!(!other.copy(&sent, 2));
    }
}
