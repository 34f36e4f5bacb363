//! Puts functions that are like one another side by side, so that the module is smaller when it travels.
//!
//! A compressor writes bytes that it has seen before as a reference to where they stood, and it looks back so far only,
//! gzip 32 kB: what two functions have in common costs nothing the second time if they stand close together, and all of it
//! if they do not. `wasm-opt` orders functions by how often they are called, whatever is in them. To an engine the order
//! means nothing, so it is chosen for the compressor: the next function is the one of which the largest part is in those
//! just written. Compressed, that saves three parts in a hundred; the numbers of functions in calls get hardly longer.

#![expect(clippy::indexing_slicing, reason = "functions and pieces are numbered by the lists that they index")]

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;
use std::error::Error;

use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{CodeSectionReader, FunctionSectionReader, Parser, Payload, TypeRef, Validator};

/// Functions are compared by the runs of so many bytes that are in them. A shorter run is no shorter as a reference.
const PIECE: usize = 6;
/// A run that is in so many functions does not tell which belong together.
const COMMON: usize = 60;
/// How many bytes before a function it is compared with: less than compressors look back, since a near one costs less.
const WINDOW: usize = 6_000;
/// Counts as part of every function and is never found again, or the shortest ones would always come next.
const NEVER_SHARED: usize = 30;

/// The module with its functions in another order, and proved to be valid.
pub(crate) fn ordered(wasm: &[u8]) -> Result<Vec<u8>, Box<dyn Error>> {
    let (mut imported, mut bodies) = (0, Vec::new());
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes()),
            _ => {}
        }
    }
    let order = by_likeness(&bodies);
    let mut numbers = vec![0; order.len()];
    for (number, function) in (imported..).zip(&order) {
        numbers[*function] = number;
    }
    let mut module = Module::new();
    Renumber { imported, order, numbers }.parse_core_module(&mut module, Parser::new(0), wasm)?;
    let wasm = module.finish();
    Validator::new().validate_all(&wasm)?;
    Ok(wasm)
}

/// Writes a module anew, the functions of its own in that order and under their new numbers.
struct Renumber {
    imported: u32,
    order: Vec<usize>,
    numbers: Vec<u32>,
}

type Written = Result<(), reencode::Error>;

impl Reencode for Renumber {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, reencode::Error> {
        Ok(function.checked_sub(self.imported).map_or(function, |own| self.numbers[own as usize]))
    }

    fn parse_function_section(&mut self, section: &mut FunctionSection, given: FunctionSectionReader<'_>) -> Written {
        let types = given.into_iter().collect::<Result<Vec<_>, _>>()?;
        for function in &self.order {
            section.function(types[*function]);
        }
        Ok(())
    }

    fn parse_code_section(&mut self, section: &mut CodeSection, given: CodeSectionReader<'_>) -> Written {
        let bodies = given.into_iter().collect::<Result<Vec<_>, _>>()?;
        for function in self.order.clone() {
            self.parse_function_body(section, bodies[function].clone())?;
        }
        Ok(())
    }
}

/// All functions, each after those that it is most like. Of equals the first comes first, so the order is always the same.
fn by_likeness(bodies: &[&[u8]]) -> Vec<usize> {
    let mut likeness = Likeness::of(bodies);
    let (mut order, mut left) = (Vec::new(), (0..bodies.len()).collect::<BTreeSet<_>>());
    let (mut first_in_window, mut length) = (0, 0);
    let share = |likeness: &Likeness, function: usize| {
        likeness.shared[function] * 1_000_000 / (bodies[function].len() + NEVER_SHARED)
    };
    while let Some(next) = left.iter().copied().max_by_key(|function| (share(&likeness, *function), Reverse(*function)))
    {
        left.remove(&next);
        order.push(next);
        likeness.enter(next);
        length += bodies[next].len();
        while length > WINDOW && order[first_in_window] != next {
            likeness.leave(order[first_in_window]);
            length -= bodies[order[first_in_window]].len();
            first_in_window += 1;
        }
    }
    order
}

/// How much of each function is also in those of the window.
struct Likeness {
    /// The pieces of each function that others have too, as indexes into `holders` and `present`.
    pieces: Vec<Vec<usize>>,
    /// The functions that have each piece.
    holders: Vec<Vec<usize>>,
    /// How many functions of the window have each piece.
    present: Vec<usize>,
    /// How many pieces of each function are in the window.
    shared: Vec<usize>,
}

impl Likeness {
    /// That of an empty window.
    fn of(bodies: &[&[u8]]) -> Self {
        let mut holders: BTreeMap<&[u8], Vec<usize>> = BTreeMap::new();
        for (function, body) in bodies.iter().enumerate() {
            for piece in body.windows(PIECE) {
                let holders = holders.entry(piece).or_default();
                if holders.last() != Some(&function) {
                    holders.push(function);
                }
            }
        }
        let holders: Vec<_> =
            holders.into_values().filter(|functions| (2..COMMON).contains(&functions.len())).collect();
        let mut pieces = vec![Vec::new(); bodies.len()];
        for (piece, functions) in holders.iter().enumerate() {
            for function in functions {
                pieces[*function].push(piece);
            }
        }
        Self { pieces, present: vec![0; holders.len()], holders, shared: vec![0; bodies.len()] }
    }

    fn enter(&mut self, function: usize) {
        for piece in &self.pieces[function] {
            self.present[*piece] += 1;
            if self.present[*piece] == 1 {
                self.holders[*piece].iter().for_each(|holder| self.shared[*holder] += 1);
            }
        }
    }

    fn leave(&mut self, function: usize) {
        for piece in &self.pieces[function] {
            self.present[*piece] -= 1;
            if self.present[*piece] == 0 {
                self.holders[*piece].iter().for_each(|holder| self.shared[*holder] -= 1);
            }
        }
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use std::collections::BTreeMap;

    use wasm_encoder::{EntityType, ExportKind, ExportSection, Function, ImportSection, TypeSection, ValType};
    use wasmparser::Operator;

    use super::*;

    const FUNCTIONS: u32 = 40;
    const IMPORTED: u32 = 1;

    /// Functions of two kinds in turn. Each gives its own name, calls the import and the one after the next.
    fn module() -> Vec<u8> {
        let (mut types, mut imports, mut functions) =
            (TypeSection::new(), ImportSection::new(), FunctionSection::new());
        let (mut exports, mut code) = (ExportSection::new(), CodeSection::new());
        types.ty().function([], []);
        types.ty().function([], [ValType::I32]);
        imports.import("glue", "f", EntityType::Function(0));
        for name in 0..FUNCTIONS {
            functions.function(1);
            exports.export(&name.to_string(), ExportKind::Func, IMPORTED + name);
            let mut body = Function::new([]);
            let next = IMPORTED + (name + 2) % FUNCTIONS;
            body.instructions().call(0).call(next).drop();
            for value in 0..8 {
                body.instructions().i64_const(1_000_000 * (1 + i64::from(name % 2)) + value).drop();
            }
            body.instructions().i32_const(name.cast_signed()).end();
            code.function(&body);
        }
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions).section(&exports).section(&code);
        module.finish()
    }

    /// The functions in their order: the name that each gives, its calls, and its exported name.
    fn read(wasm: &[u8]) -> Vec<(i32, Vec<u32>, String)> {
        let (mut exports, mut found) = (BTreeMap::new(), Vec::new());
        for payload in Parser::new(0).parse_all(wasm) {
            match payload.unwrap() {
                Payload::ExportSection(section) => {
                    exports = section.into_iter().map(Result::unwrap).map(|e| (e.index, e.name.to_owned())).collect();
                }
                Payload::CodeSectionEntry(body) => {
                    let (mut name, mut calls) = (-1, Vec::new());
                    for operator in body.get_operators_reader().unwrap() {
                        match operator.unwrap() {
                            Operator::Call { function_index } => calls.push(function_index),
                            Operator::I32Const { value } => name = value,
                            _ => {}
                        }
                    }
                    let number = IMPORTED + u32::try_from(found.len()).unwrap();
                    found.push((name, calls, exports.remove(&number).unwrap()));
                }
                _ => {}
            }
        }
        found
    }

    #[test]
    fn every_function_is_there_once_and_called_by_its_new_number() {
        let given = module();
        let ordered = ordered(&given).unwrap();
        Validator::new().validate_all(&ordered).unwrap();
        let functions = read(&ordered);
        for (name, calls, exported) in &functions {
            assert_eq!(name.to_string(), *exported);
            assert_eq!(calls[0], 0);
            let called = &functions[(calls[1] - IMPORTED) as usize];
            assert_eq!(called.0, (name + 2) % FUNCTIONS.cast_signed());
        }
        let mut names: Vec<_> = functions.iter().map(|function| function.0).collect();
        let all: Vec<_> = (0..FUNCTIONS.cast_signed()).collect();
        assert_ne!(names, all);
        names.sort_unstable();
        assert_eq!(names, all);
    }

    #[test]
    fn like_functions_stand_together() {
        let names = read(&ordered(&module()).unwrap()).into_iter().map(|function| function.0);
        let kinds: Vec<_> = names.map(|name| name % 2).collect();
        assert_eq!(kinds, [[0; FUNCTIONS as usize / 2], [1; FUNCTIONS as usize / 2]].concat());
    }

    #[test]
    fn the_order_is_always_the_same() {
        assert_eq!(ordered(&module()).unwrap(), ordered(&module()).unwrap());
        assert!(by_likeness(&[]).is_empty());
        assert_eq!(by_likeness(&[b"ab", b"", b"ab"]), [0, 1, 2]);
    }

    #[test]
    fn what_is_no_module_is_refused() {
        assert!(ordered(b"text").is_err());
    }
}
