//! Whether a request knows the secret that the gateway was given with the address.

use std::hint::black_box;

/// Whether what a request gave is the secret that you expect, in a time that does not tell how much of it was right.
///
/// Gateways sign nothing; what they can do is to call an address that nobody else knows. Put a long random text into the
/// path or the query of the address, or into a header where your operator lets you set one, and hand over here what arrived,
/// decoded as you gave it. An empty expectation never matches, so that a setting that was forgotten lets nobody in.
///
/// ```
/// use smskernel::webhook::secret_matches;
///
/// assert!(secret_matches("kMq2vXw7", "kMq2vXw7"));
/// assert!(!secret_matches("kMq2vXw8", "kMq2vXw7"));
/// assert!(!secret_matches("", ""));
/// ```
///
/// The time depends on how much was given, which the sender knows, and not on the secret, neither on where the two differ
/// nor on how long it is. What a compiler does to code without timing in it nobody promises: `black_box` keeps it from
/// ending the loop early, as the crates for this purpose do.
pub fn secret_matches(given: impl AsRef<[u8]>, expected: impl AsRef<[u8]>) -> bool {
    matches(given.as_ref(), expected.as_ref())
}

fn matches(given: &[u8], expected: &[u8]) -> bool {
    let mut difference = u8::from(given.len() != expected.len()) | u8::from(expected.is_empty());
    // Every byte given is compared with one of the secret's, over and over, so that its length shows nowhere.
    for (given, expected) in given.iter().zip(expected.iter().cycle()) {
        difference = black_box(difference | (given ^ expected));
    }
    black_box(difference) == 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_the_secret_matches() {
        let secret = "8f14e45f-ceea-4670-a1b2";
        assert!(secret_matches(secret, secret));
        assert!(secret_matches(secret.as_bytes(), secret));
        let longer = format!("{secret}{secret}");
        for given in ["", "8", "8f14e45f-ceea-4670-a1b3", "9f14e45f-ceea-4670-a1b2", "8f14e45f-ceea-4670-a1b", &longer]
        {
            assert!(!secret_matches(given, secret), "{given}");
            assert!(!secret_matches(secret, given), "{given}");
        }
        assert!(!secret_matches("", ""));
        assert!(secret_matches([0_u8], [0_u8]));
        assert!(!secret_matches([0_u8, 0], [0_u8]));
        assert!(!secret_matches([0_u8], [0_u8, 0]));
    }

    proptest! {
        #[test]
        fn it_is_equality_but_for_nothing(given: Vec<u8>, expected: Vec<u8>) {
            prop_assert_eq!(secret_matches(&given, &expected), given == expected && !expected.is_empty());
            prop_assert_eq!(secret_matches(&given, &given), !given.is_empty());
        }
    }
}
