//! Sets and maps of keys that may come from anybody. There is no random hasher: no run differs from another, and no choice of
//! keys makes them slow.

/// The hash of a text: eight bytes at a time, folded by a multiplication. Texts of one hash can be made on purpose.
#[cfg_attr(small, optimize(speed))]
pub(crate) fn fixed_hash(text: &str) -> u64 {
    let mut words = text.as_bytes().chunks_exact(8);
    let mut hash = 0;
    for word in words.by_ref() {
        hash = fold(hash, u64::from_le_bytes(word.try_into().unwrap_or_default()));
    }
    let mut last = [0; 8];
    for (slot, byte) in last.iter_mut().zip(words.remainder()) {
        *slot = *byte;
    }
    fold(hash, u64::from_le_bytes(last) ^ ((text.len() as u64) << 56))
}

/// An odd number with its bits well spread: 2^64 divided by the golden ratio.
const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;

fn fold(hash: u64, word: u64) -> u64 {
    let product = u128::from(hash ^ word) * u128::from(SPREAD);
    let [low, high] =
        [product & u128::from(u64::MAX), product >> 64].map(|half| u64::try_from(half).unwrap_or_default());
    low ^ high
}

/// Where there is nothing.
const NONE: u32 = u32::MAX;

/// A map from numbers to places: a digital search tree. A key's digits, two bits each, lead from node to node, so that no
/// search passes more than 32 nodes, whatever the keys, and mostly a few.
#[derive(Clone, Default)]
pub(crate) struct Lookup(Vec<Node>);

#[derive(Clone, Copy)]
struct Node {
    key: u64,
    /// What the key leads to; nothing where it was taken out.
    place: u32,
    next: [u32; 4],
}

/// The node that a key that is not there would hang on, and its digit there.
type Hook = (usize, usize);

impl Lookup {
    /// Makes room for so many keys.
    pub(crate) fn reserve(&mut self, keys: usize) {
        self.0.reserve(keys);
    }

    /// The node of a key, or where it can be hung.
    #[cfg_attr(small, optimize(speed))]
    fn find(&self, key: u64) -> Result<usize, Hook> {
        // A multiplication by an odd number loses nothing, and parts keys that follow each other.
        let mut digits = key.wrapping_mul(SPREAD);
        let mut here = 0;
        let mut from = (0, 0);
        while let Some(node) = self.0.get(here) {
            if node.key == key {
                return Ok(here);
            }
            digits = digits.rotate_left(2);
            let digit = usize::try_from(digits & 3).unwrap_or_default();
            from = (here, digit);
            here = node.next.get(digit).and_then(|next| usize::try_from(*next).ok()).unwrap_or(usize::MAX);
        }
        Err(from)
    }

    /// The place of a key.
    pub(crate) fn get(&self, key: u64) -> Option<u32> {
        let node = self.0.get(self.find(key).ok()?)?;
        Some(node.place).filter(|place| *place != NONE)
    }

    /// Enters a key that is not there; false when it is, and nothing changes.
    #[cfg_attr(small, optimize(speed))]
    pub(crate) fn insert(&mut self, key: u64, place: u32) -> bool {
        match self.find(key) {
            Ok(known) => {
                let Some(node) = self.0.get_mut(known).filter(|node| node.place == NONE) else { return false };
                node.place = place;
            }
            Err(from) => self.hang(from, key, place),
        }
        true
    }

    /// Enters a key that was not found there.
    #[cfg_attr(small, optimize(speed))]
    fn hang(&mut self, (parent, digit): Hook, key: u64, place: u32) {
        let new = u32::try_from(self.0.len()).unwrap_or(NONE);
        if let Some(slot) = self.0.get_mut(parent).and_then(|node| node.next.get_mut(digit)) {
            *slot = new;
        }
        self.0.push(Node { key, place, next: [NONE; 4] });
    }

    /// Takes a key out.
    pub(crate) fn remove(&mut self, key: u64) {
        if let Ok(known) = self.find(key)
            && let Some(node) = self.0.get_mut(known)
        {
            node.place = NONE;
        }
    }
}

/// How many texts of one hash are kept apart. There are no more unless somebody makes them, who is then told of fewer doubles.
const SAME_HASH: u64 = 8;

/// A map from texts to places, which copies the texts into one buffer.
#[derive(Clone, Default)]
pub(crate) struct Texts {
    by_hash: Lookup,
    text: String,
    entries: Vec<Entry>,
}

/// Four bytes each, for there are as many as a call has messages.
#[derive(Clone, Copy)]
struct Entry {
    start: u32,
    end: u32,
    /// What the text leads to; nothing where it was taken out.
    place: u32,
}

impl Texts {
    /// Makes room for so many texts.
    pub(crate) fn reserve(&mut self, texts: usize) {
        self.by_hash.reserve(texts);
        self.entries.reserve(texts);
        self.text.reserve(texts * 16);
    }

    /// Whether there is none.
    pub(crate) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The entry of a text, or where its key can be entered, if it can.
    fn find(&self, text: &str) -> Result<usize, Option<(u64, Hook)>> {
        let hash = fixed_hash(text);
        for key in (0..SAME_HASH).map(|nth| hash.wrapping_add(nth)) {
            let node = self.by_hash.find(key).map_err(|from| Some((key, from)))?;
            let entry = self.by_hash.0.get(node).and_then(|node| usize::try_from(node.place).ok());
            if let Some(entry) = entry.filter(|entry| self.text_of(*entry) == Some(text)) {
                return Ok(entry);
            }
        }
        Err(None)
    }

    fn text_of(&self, entry: usize) -> Option<&str> {
        let entry = self.entries.get(entry)?;
        self.text.get(entry.start as usize..entry.end as usize)
    }

    /// The place of a text.
    pub(crate) fn get(&self, text: &str) -> Option<u32> {
        Some(self.place(self.find(text).ok()?)).filter(|place| *place != NONE)
    }

    /// Enters a text that is not there, and gives the number of its entry. The error is the entry of one that is there.
    pub(crate) fn insert(&mut self, text: &str, place: u32) -> Result<usize, usize> {
        match self.find(text) {
            Ok(known) if self.place(known) != NONE => Err(known),
            Ok(known) => {
                self.set_place(known, place);
                Ok(known)
            }
            Err(free) => {
                let number = self.entries.len();
                let [start, end] = [self.text.len(), self.text.len() + text.len()].map(u32::try_from);
                // Beyond four gigabytes nothing more is remembered.
                if let (Some((key, hook)), Ok(start), Ok(end), Ok(entry)) = (free, start, end, u32::try_from(number)) {
                    self.text.push_str(text);
                    self.entries.push(Entry { start, end, place });
                    self.by_hash.hang(hook, key, entry);
                }
                Ok(number)
            }
        }
    }

    /// The place of an entry.
    pub(crate) fn place(&self, entry: usize) -> u32 {
        self.entries.get(entry).map_or(NONE, |entry| entry.place)
    }

    /// Changes the place of an entry.
    pub(crate) fn set_place(&mut self, entry: usize, place: u32) {
        if let Some(entry) = self.entries.get_mut(entry) {
            entry.place = place;
        }
    }

    /// Takes the text of an entry out.
    pub(crate) fn remove(&mut self, entry: usize) {
        self.set_place(entry, NONE);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_found_entered_once_and_taken_out() {
        // Keys in a row, keys far apart, and keys whose products share all of their first digits.
        let inverse = (0..6).fold(1_u64, |x, _| x.wrapping_mul(2_u64.wrapping_sub(SPREAD.wrapping_mul(x))));
        assert_eq!(inverse.wrapping_mul(SPREAD), 1);
        let keys = (0..2_000_u64)
            .chain((1..2_000).map(|key| key << 50))
            .chain((3_000..4_000).map(|key: u64| key.wrapping_mul(inverse)));
        let mut lookup = Lookup::default();
        let mut model = std::collections::BTreeMap::new();
        for (place, key) in (0..).zip(keys) {
            assert_eq!(lookup.insert(key, place), model.insert(key, place).is_none(), "{key}");
            assert!(!lookup.insert(key, 0));
        }
        for (key, place) in &model {
            assert_eq!(lookup.get(*key), Some(*place));
        }
        assert_eq!(lookup.get(u64::MAX), None);
        lookup.remove(7);
        lookup.remove(u64::MAX);
        assert_eq!((lookup.get(7), lookup.get(8)), (None, Some(8)));
        assert!(lookup.insert(7, 70));
        assert_eq!(lookup.get(7), Some(70));
    }

    #[test]
    fn texts_are_found_entered_once_and_taken_out() {
        let mut texts = Texts::default();
        assert!(texts.is_empty());
        assert_eq!(texts.insert("a", 1), Ok(0));
        assert_eq!(texts.insert("", 2), Ok(1));
        assert_eq!(texts.insert("a", 3), Err(0));
        assert_eq!((texts.get("a"), texts.get(""), texts.get("b")), (Some(1), Some(2), None));
        texts.remove(0);
        assert_eq!(texts.get("a"), None);
        assert_eq!(texts.insert("a", 4), Ok(0));
        assert_eq!(texts.get("a"), Some(4));
        for number in 0..10_000_u32 {
            assert!(texts.insert(&format!("text {number}"), number).is_ok());
        }
        assert!((0..10_000).all(|number| texts.get(&format!("text {number}")) == Some(number)));
    }

    #[test]
    fn texts_of_one_hash_are_kept_apart() {
        // What a first word folds to, taken with the second, leaves nothing to fold.
        let text = |first: u64| -> Option<String> {
            let second = fold(0, first) ^ 0x1111_1111_1111_1111;
            String::from_utf8([first.to_le_bytes(), second.to_le_bytes()].concat()).ok()
        };
        let same: Vec<String> = (0..5_000_000).filter_map(text).take(12).collect();
        let mut hashes: Vec<u64> = same.iter().map(|text| fixed_hash(text)).collect();
        hashes.dedup();
        assert_eq!((same.len(), hashes.len()), (12, 1));
        let mut texts = Texts::default();
        for (place, text) in (0..).zip(&same) {
            assert!(texts.insert(text, place).is_ok());
        }
        for (place, text) in (0..).zip(&same) {
            assert_eq!(texts.get(text), Some(place).filter(|place| *place < 8));
        }
    }
}
