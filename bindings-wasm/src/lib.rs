//! The functions of the WebAssembly modules: pure, of texts and bytes, private to the npm package `smskernel`.
//!
//! JavaScript holds plain data and nothing has to be freed. The module of `smskernel` has [`gateways`], [`webhooks`] and
//! [`text`], that of `smskernel/text` the last alone, that of `smskernel/webhooks` the second with XML.

#![cfg_attr(small, feature(optimize_attribute))]

#[cfg_attr(target_arch = "wasm32", path = "arena/wasm.rs")]
#[cfg_attr(not(target_arch = "wasm32"), path = "arena/host.rs")]
#[cfg_attr(not(feature = "gateways"), allow(dead_code, reason = "only plans have arenas of their own"))]
mod arena;
#[cfg(feature = "gateways")]
pub mod gateways;
#[cfg(feature = "webhooks")]
mod report;
#[cfg(feature = "webhooks")]
mod shared;
#[cfg(feature = "texts")]
pub mod text;
#[cfg(feature = "webhooks")]
mod tree;
#[cfg(feature = "webhooks")]
pub mod webhooks;

use wasm_bindgen::prelude::wasm_bindgen;

/// Lets go of the memory of all calls that came back. JavaScript has copied what they gave.
#[wasm_bindgen]
pub fn release() {
    arena::release();
}
