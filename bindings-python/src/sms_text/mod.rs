//! The Python module `smskernel.text`: what texts cost, how they are cut, and what their octets are.

mod arguments;
mod bodies;
mod counts;
mod header;
mod octets;
mod positions;
mod read;
mod segments;
mod split;
mod transliterate;

use pyo3::prelude::*;

pub(crate) use smskernel::text as core;

/// Adds the module's classes and functions.
pub(crate) fn fill(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_class::<segments::Cost>()?;
    module.add_class::<segments::Culprit>()?;
    module.add_class::<segments::Segments>()?;
    module.add_class::<counts::Counts>()?;
    module.add_class::<split::Part>()?;
    module.add_class::<transliterate::Replacement>()?;
    module.add_class::<transliterate::Transliterated>()?;
    module.add_class::<bodies::Body>()?;
    module.add_class::<header::Element>()?;
    module.add_class::<header::Waiting>()?;
    module.add_class::<header::DataCoding>()?;
    module.add_class::<read::Decoded>()?;
    module.add_class::<read::Whole>()?;
    module.add_function(wrap_pyfunction!(bodies::binary_bodies, module)?)?;
    module.add_function(wrap_pyfunction!(bodies::octet_bodies, module)?)?;
    module.add_function(wrap_pyfunction!(read::decode_part, module)?)?;
    module.add_function(wrap_pyfunction!(read::describe, module)?)?;
    module.add_function(wrap_pyfunction!(read::reassemble, module)?)?;
    module.add_function(wrap_pyfunction!(segments::segments, module)?)?;
    module.add_function(wrap_pyfunction!(counts::count_many, module)?)?;
    module.add_function(wrap_pyfunction!(split::split, module)?)?;
    module.add_function(wrap_pyfunction!(octets::encode, module)?)?;
    module.add_function(wrap_pyfunction!(octets::decode, module)?)?;
    module.add_function(wrap_pyfunction!(octets::pack, module)?)?;
    module.add_function(wrap_pyfunction!(octets::unpack, module)?)?;
    module.add_function(wrap_pyfunction!(transliterate::transliterate, module)?)
}
