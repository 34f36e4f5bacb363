//! What stands in a user data header, and what a data coding says.

use pyo3::prelude::*;
use pyo3::types::PyBytes;

use super::core;
use crate::answer::{Kind, answer};
use crate::violation::{flag, integer, some_integer, text};

answer! {
    /// An information element of a user data header. Which attributes it has goes by `element`.
    Element in "smskernel.text" {
        /// `concatenation`, `ports`, `locking_shift`, `single_shift` or `other`: one that is not known, or that a
        /// phone passes over.
        element: Kind::TEXT,
        /// Of a concatenation: what the parts of one message have in common.
        reference = None: Kind::SOME_INTEGER,
        /// How wide that is written: 8 or 16.
        reference_bits = None: Kind::SOME_INTEGER,
        /// How many parts there are.
        total = None: Kind::SOME_INTEGER,
        /// Which one this is; the first is 1.
        sequence = None: Kind::SOME_INTEGER,
        /// Of ports: how wide they are written, 8 or 16.
        bits = None: Kind::SOME_INTEGER,
        /// The port that it goes to.
        destination = None: Kind::SOME_INTEGER,
        /// The port that it comes from.
        source = None: Kind::SOME_INTEGER,
        /// Of a shift: the national language identifier.
        language = None: Kind::SOME_INTEGER,
        /// Of another one: its identifier.
        identifier = None: Kind::SOME_INTEGER,
        /// What it holds.
        data = None: Kind::SOME_OCTETS,
    }
}

answer! {
    /// That messages of some kind wait for the reader.
    Waiting in "smskernel.text" {
        /// `voicemail`, `fax`, `email` or `other`.
        kind: Kind::TEXT,
        /// Whether there are any; otherwise the sign for them goes out.
        active: Kind::FLAG,
        /// Whether the phone keeps the message.
        stored: Kind::FLAG,
    }
}

answer! {
    /// What a data coding says.
    DataCoding in "smskernel.text" {
        /// The value itself.
        octet: Kind::INTEGER,
        /// What the octets are: `gsm7`, `ucs2`, `octets`, `ascii`, `latin1`, or one of those that are not decoded.
        alphabet: Kind::TEXT,
        /// Whether they are compressed (3GPP TS 23.042), which is not undone here.
        compressed: Kind::FLAG,
        /// The message class, if it has one: 0 is shown at once (flash).
        message_class = None: Kind::SOME_INTEGER,
        /// That messages wait: a `Waiting`, or None.
        waiting = None: Kind::maybe::<Waiting>(),
        /// Whether the value is reserved.
        reserved: Kind::FLAG,
    }
}

/// An element as a Python object.
pub(crate) fn element(py: Python<'_>, element: &core::Element) -> PyResult<Py<Element>> {
    let none = || py.None();
    let nothing = Element {
        element: none(),
        reference: none(),
        reference_bits: none(),
        total: none(),
        sequence: none(),
        bits: none(),
        destination: none(),
        source: none(),
        language: none(),
        identifier: none(),
        data: none(),
    };
    let ports =
        |bits: u8, destination: u16, source: u16| (integer(py, bits), integer(py, destination), integer(py, source));
    let made = match element {
        core::Element::Concatenation(part) => Element {
            element: text(py, "concatenation"),
            reference: integer(py, part.reference),
            reference_bits: integer(py, part.width.bits()),
            total: integer(py, part.total),
            sequence: integer(py, part.sequence),
            ..nothing
        },
        core::Element::Ports8 { destination, source } => {
            let (bits, destination, source) = ports(8, (*destination).into(), (*source).into());
            Element { element: text(py, "ports"), bits, destination, source, ..nothing }
        }
        core::Element::Ports16(both) => {
            let (bits, destination, source) = ports(16, both.destination, both.source);
            Element { element: text(py, "ports"), bits, destination, source, ..nothing }
        }
        core::Element::LockingShift(language) => {
            Element { element: text(py, "locking_shift"), language: integer(py, *language), ..nothing }
        }
        core::Element::SingleShift(language) => {
            Element { element: text(py, "single_shift"), language: integer(py, *language), ..nothing }
        }
        core::Element::Other { identifier, data } => Element {
            element: text(py, "other"),
            identifier: integer(py, *identifier),
            data: PyBytes::new(py, data).into_any().unbind(),
            ..nothing
        },
    };
    Py::new(py, made)
}

/// A data coding as a Python object.
pub(crate) fn data_coding(py: Python<'_>, coding: core::DataCoding) -> PyResult<Py<DataCoding>> {
    let waiting = coding.waiting.map(|waiting| {
        let waiting = Waiting {
            kind: text(py, waiting.kind),
            active: flag(py, waiting.active),
            stored: flag(py, waiting.stored),
        };
        Py::new(py, waiting)
    });
    let made = DataCoding {
        octet: integer(py, coding.octet),
        alphabet: text(py, coding.alphabet.as_str()),
        compressed: flag(py, coding.compressed),
        message_class: some_integer(py, coding.class.map(i64::from)),
        waiting: waiting.transpose()?.map_or_else(|| py.None(), Py::into_any),
        reserved: flag(py, coding.reserved),
    };
    Py::new(py, made)
}
