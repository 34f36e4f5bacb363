//! Maps for keys that may come from anybody, without a random hasher: no run differs from another, and no choice of keys
//! makes them slow.

use std::collections::BTreeMap;
use std::hash::{BuildHasherDefault, Hash, Hasher};

/// A hasher without a random key: eight bytes at a time, folded by a multiplication. Keys that collide can be made, so
/// [`Lookup`] trusts it with a bounded number of them only.
#[derive(Default)]
pub(crate) struct FixedHasher(u64);

impl FixedHasher {
    fn fold(&mut self, word: u64) {
        // An odd constant with its bits well spread: 2^64 divided by the golden ratio.
        let product = u128::from(self.0 ^ word) * u128::from(0x9E37_79B9_7F4A_7C15_u64);
        let [low, high] =
            [product & u128::from(u64::MAX), product >> 64].map(|half| u64::try_from(half).unwrap_or_default());
        self.0 = low ^ high;
    }
}

impl Hasher for FixedHasher {
    fn write(&mut self, bytes: &[u8]) {
        let mut words = bytes.chunks_exact(8);
        for word in words.by_ref() {
            self.fold(u64::from_le_bytes(word.try_into().unwrap_or_default()));
        }
        let mut last = [0; 8];
        for (slot, byte) in last.iter_mut().zip(words.remainder()) {
            *slot = *byte;
        }
        self.fold(u64::from_le_bytes(last) ^ ((bytes.len() as u64) << 56));
    }

    fn write_u64(&mut self, word: u64) {
        self.fold(word);
    }

    fn write_u8(&mut self, byte: u8) {
        self.fold(u64::from(byte));
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// The hash of a text.
pub(crate) fn fixed_hash(text: &str) -> u64 {
    let mut hasher = FixedHasher::default();
    hasher.write(text.as_bytes());
    hasher.finish()
}

#[expect(clippy::disallowed_types, reason = "fixed hasher, and looked up only, never iterated over")]
type FixedMap<K, V> = std::collections::HashMap<K, V, BuildHasherDefault<FixedHasher>>;

/// How many keys are hashed. So many cost little even if all of them collide.
const HASHED: usize = 4_096;

/// A map from keys to values. The first [`HASHED`] keys are hashed, which is fast; the others are sorted, which stays so.
pub(crate) struct Lookup<K, V> {
    hashed: FixedMap<K, V>,
    sorted: BTreeMap<K, V>,
}

impl<K, V> Default for Lookup<K, V> {
    fn default() -> Self {
        Lookup { hashed: FixedMap::default(), sorted: BTreeMap::new() }
    }
}

impl<K: Hash + Ord, V> Lookup<K, V> {
    /// Makes room for so many keys.
    pub(crate) fn reserve(&mut self, keys: usize) {
        self.hashed.reserve(keys.min(HASHED));
    }

    /// The value of a key.
    pub(crate) fn get<Q: Hash + Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: std::borrow::Borrow<Q>,
    {
        self.hashed.get(key).or_else(|| self.sorted.get(key))
    }

    /// Enters a key that is new; false when it is there already, and nothing changes.
    pub(crate) fn insert(&mut self, key: K, value: V) -> bool {
        if self.hashed.len() < HASHED && self.sorted.is_empty() {
            let before = self.hashed.len();
            self.hashed.entry(key).or_insert(value);
            return self.hashed.len() > before;
        }
        if self.hashed.contains_key(&key) {
            return false;
        }
        let before = self.sorted.len();
        self.sorted.entry(key).or_insert(value);
        self.sorted.len() > before
    }

    /// Enters a key, or changes the value of one that is there.
    pub(crate) fn insert_or(&mut self, key: K, value: V, change: impl FnOnce(&mut V)) {
        let slot = match self.hashed.get_mut(&key) {
            Some(slot) => Some(slot),
            None => self.sorted.get_mut(&key),
        };
        match slot {
            Some(slot) => change(slot),
            None => {
                self.insert(key, value);
            }
        }
    }

    /// Forgets a key.
    pub(crate) fn remove(&mut self, key: &K) {
        if self.hashed.remove(key).is_none() {
            self.sorted.remove(key);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_found_on_both_sides_of_the_border() {
        let mut lookup = Lookup::default();
        for key in 0..10_000_u64 {
            assert!(lookup.insert(key, key));
            assert!(!lookup.insert(key, 0));
        }
        assert!((0..10_000_u64).all(|key| lookup.get(&key) == Some(&key)));
        for key in [5, 9_000] {
            lookup.insert_or(key, 0, |value| *value += 1);
            assert_eq!(lookup.get(&key), Some(&(key + 1)));
            lookup.remove(&key);
            assert_eq!(lookup.get(&key), None);
            assert!(lookup.insert(key, 7));
        }
    }
}
