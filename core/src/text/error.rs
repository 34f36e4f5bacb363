//! Why a text cannot be sent as asked, or octets cannot be read.

use crate::sentence::{Say, Sentence, print_as_said};

/// Why a text cannot be sent as asked, or octets cannot be read. Its text says where, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TextError {
    /// A message has 255 parts at most, for their numbers are one octet.
    TooManyParts {
        /// How many it would have.
        parts: usize,
    },
    /// A reference of one octet is at most 255.
    ReferenceTooLarge {
        /// The reference.
        reference: u16,
    },
    /// A character that the encoding does not have.
    NotEncodable {
        /// The byte of the text where it stands.
        offset: usize,
        /// The character.
        character: char,
    },
    /// A user data header that breaks its own form.
    MalformedHeader {
        /// The octet at which it does; the header begins at 0.
        offset: usize,
        /// How, as a clause.
        reason: String,
    },
    /// Fewer octets than the length of the user data needs.
    Truncated {
        /// How many it needs.
        needed: usize,
        /// How many there are.
        held: usize,
    },
    /// An octet that cannot be a septet, or a character of ASCII.
    NotASeptet {
        /// Where it is.
        offset: usize,
        /// The octet.
        octet: u8,
    },
    /// An octet alone where code units of two are expected.
    OddOctets {
        /// Where it is.
        offset: usize,
    },
    /// More than a short message carries.
    TooLong {
        /// The first octet that is too much, and so how many it carries.
        offset: usize,
    },
    /// No part to put a message together from.
    NoParts,
    /// Not all parts of a message.
    MissingParts {
        /// The numbers of those that are missing, in their order.
        missing: Vec<usize>,
        /// How many the message has.
        total: usize,
    },
    /// Parts that are not of one message, or two different ones of one number.
    ContradictoryParts {
        /// Which of the given parts it is; the first is 0.
        position: usize,
        /// Which one it contradicts.
        other: usize,
        /// How, as a clause.
        reason: String,
    },
}

/// How many numbers of missing parts an error tells.
const MOST_TOLD: usize = 8;

impl TextError {
    /// A stable name: `too_many_parts`, `reference_too_large`, `not_encodable`, `malformed_header`, `truncated`, `not_a_septet`,
    /// `odd_octets`, `too_long`, `no_parts`, `missing_parts`, `contradictory_parts`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            TextError::TooManyParts { .. } => "too_many_parts",
            TextError::ReferenceTooLarge { .. } => "reference_too_large",
            TextError::NotEncodable { .. } => "not_encodable",
            TextError::MalformedHeader { .. } => "malformed_header",
            TextError::Truncated { .. } => "truncated",
            TextError::NotASeptet { .. } => "not_a_septet",
            TextError::OddOctets { .. } => "odd_octets",
            TextError::TooLong { .. } => "too_long",
            TextError::NoParts => "no_parts",
            TextError::MissingParts { .. } => "missing_parts",
            TextError::ContradictoryParts { .. } => "contradictory_parts",
        }
    }

    /// Its text.
    #[must_use]
    pub fn message(&self) -> String {
        self.said()
    }

    /// Where in the text or the octets, if at one place.
    #[must_use]
    pub fn offset(&self) -> Option<usize> {
        match self {
            TextError::NotEncodable { offset, .. }
            | TextError::MalformedHeader { offset, .. }
            | TextError::NotASeptet { offset, .. }
            | TextError::OddOctets { offset }
            | TextError::TooLong { offset } => Some(*offset),
            TextError::Truncated { held, .. } => Some(*held),
            TextError::TooManyParts { .. }
            | TextError::ReferenceTooLarge { .. }
            | TextError::NoParts
            | TextError::MissingParts { .. }
            | TextError::ContradictoryParts { .. } => None,
        }
    }
}

impl Say for TextError {
    fn say(&self, sentence: &mut Sentence) {
        match self {
            TextError::TooManyParts { parts } => sentence
                .text("it would have ")
                .number(*parts)
                .text(" parts, and a message has 255 at most; send it as several messages"),
            TextError::ReferenceTooLarge { reference } => sentence
                .text("the reference ")
                .number(usize::from(*reference))
                .text(" is over 255; give a smaller one, or allow references of 16 bits"),
            TextError::NotEncodable { offset, character } => sentence
                .text("the character ")
                .code(u32::from(*character))
                .text(" at ")
                .number(*offset)
                .text(" is not in this encoding; send the text as UCS-2, or replace it"),
            TextError::MalformedHeader { offset, reason } => sentence
                .text("the user data header is malformed at octet ")
                .number(*offset)
                .text(": ")
                .text(reason)
                .text("; octets without a header go without 64 in esm_class"),
            TextError::Truncated { needed, held } => sentence
                .text("the user data has ")
                .number(*held)
                .text(" octets, and ")
                .number(*needed)
                .text(" by its length; give all of it, or no length"),
            TextError::NotASeptet { offset, octet } => sentence
                .text("the octet ")
                .hex(*octet)
                .text(" at ")
                .number(*offset)
                .text(" is over 0x7f; this data coding has one septet in each octet, not packed; data has the data coding 4"),
            TextError::OddOctets { offset } => sentence
                .text("the octet at ")
                .number(*offset)
                .text(" is half a code unit; UCS-2 has two octets for each"),
            TextError::TooLong { offset } => sentence
                .text("what begins at octet ")
                .number(*offset)
                .text(" is more than a short message carries; send it as parts with concatenation headers"),
            TextError::NoParts => sentence.text("there are no parts; give every part of one message"),
            TextError::MissingParts { missing, total } => sentence
                .text("of ")
                .number(*total)
                .text(" parts these are missing:")
                .first_of(missing, MOST_TOLD, &|number| number)
                .text("; give every part of the message"),
            TextError::ContradictoryParts { position, other, reason } => sentence
                .text("the part at ")
                .number(*position)
                .text(" contradicts the one at ")
                .number(*other)
                .text(": ")
                .text(reason)
                .text("; give the parts of one message"),
        };
    }
}

print_as_said!(TextError);

impl std::error::Error for TextError {}
