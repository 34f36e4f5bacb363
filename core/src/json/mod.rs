//! JSON as a gateway's library needs it: text in, either as a tree or field by field, and compact text out.
//!
//! * [`decode::text`] turns the bytes of a body into text, whatever they are.
//! * [`parse`] makes the [`Value`] tree of a request: order, duplicate keys and the digits of every number are kept.
//! * [`Reader`] pulls one value after the other out of a reply, without a tree.
//! * [`Writer`] writes the bytes of a body.
#![allow(unreachable_pub, reason = "the crate's root decides which of these items leave the crate")]

pub mod decode;
mod error;
mod nested;
mod read;
mod scan;
mod strings;
mod tree;
mod write;

pub use error::{Error, ErrorKind};
pub use nested::{Array, Object};
pub use read::{Kind, Reader};
pub(crate) use scan::may_hold_nul_or_replacement;
pub use tree::{MAX_DEPTH, Value, parse, read};
pub use write::Writer;

#[cfg(test)]
use tree::read as read_tree;

#[cfg(test)]
mod tests;
