//! `smskernel-wasm-build MODULE NODE_MODULES FILE` makes of a compiled module what the npm package needs beside its
//! TypeScript: the module itself (`FILE`, such as `smskernel.wasm`, and `smskernel.d.wasm.ts`), and in the same folder its glue
//! (`glue.js`, `glue.d.ts`), and the module as text (`bytes.js`, `bytes.d.ts`).
//!
//! wasm-bindgen is here as a library of the very version that the lock file pins; npm's `wasm-opt` makes the module smaller,
//! and the order of its functions makes it smaller once compressed. At last the module's imports are looked at: it may import its own glue and nothing else.

mod order;

use std::error::Error;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::{env, fs};

use wasm_bindgen_cli_support::{Bindgen, EncodeInto};

/// What makes the module smaller once it is compressed.
///
/// A function with one caller stays on its own if it is larger than this: moved into its caller, it is like nothing near
/// it, and the compressed module is larger by two parts in a hundred. The call takes no time that `make bench` shows. Zeros
/// stay in the data, for the addresses with which they would be left out look like nothing else. Nothing is ever used below
/// the address 1024, which is the end of the stack. What one round leaves the next may find, so there are rounds until nothing
/// changes.
const FOR_COMPRESSORS: &[&str] =
    &["--one-caller-inline-max-function-size=20", "--skip-pass=memory-packing", "--low-memory-unused", "--converge"];

/// What rustc's default features for the target ask of `wasm-opt`, and what it takes away.
const WASM_OPT: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-multivalue",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
];

/// What the glue keeps to itself: two functions with which the package makes the instance, at once or later, and what the
/// instance at hand exports.
const GLUE: &str = "export { __wbg_get_imports as imports, __wbg_finalize_init as adopt, wasm };\n";
const GLUE_TYPES: &str = "\
export function imports(): WebAssembly.Imports;
export function adopt(instance: WebAssembly.Instance, module: WebAssembly.Module): InitOutput;
export const wasm: InitOutput;
";

/// What bundlers and edge runtimes make of the module's file when it is imported.
const MODULE_TYPES: &str = "declare const module: WebAssembly.Module;\nexport default module;\n";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // The standard error stream is this program's only way to say why.
            let _ = writeln!(std::io::stderr(), "build of the module failed: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let mut paths = env::args_os().skip(1).map(PathBuf::from);
    let (Some(module), Some(node_modules), Some(file)) = (paths.next(), paths.next(), paths.next()) else {
        return Err("say the module, the folder of npm's packages, and the file that the module goes to".into());
    };
    let out = file.parent().map(Path::to_path_buf).unwrap_or_default();
    fs::create_dir_all(&out)?;
    bind(&module, &out)?;
    optimize(&node_modules, &out.join("glue_bg.wasm"), &file)?;
    let wasm = order::ordered(&fs::read(&file)?)?;
    fs::write(&file, &wasm)?;
    check_imports(&wasm, &fs::read_to_string(out.join("glue.js"))?)?;
    let text = format!("// The module, in base64.\nexport const bytes =\n  \"{}\";\n", base64(&wasm));
    fs::write(out.join("bytes.js"), text)?;
    fs::write(out.join("bytes.d.ts"), "export declare const bytes: string;\n")?;
    fs::write(file.with_extension("d.wasm.ts"), MODULE_TYPES)?;
    Ok(())
}

/// Writes the glue and the module that belongs to it.
fn bind(module: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(module).web(true)?;
    bindgen.out_name("glue").typescript(true).omit_default_module_path(true);
    bindgen
        .encode_into(EncodeInto::Always)
        .reset_state_function(true)
        .remove_name_section(true)
        .remove_producers_section(true);
    bindgen.generate(out)?;
    append(&out.join("glue.js"), GLUE)?;
    append(&out.join("glue.d.ts"), GLUE_TYPES)?;
    let declarations = out.join("glue_bg.wasm.d.ts");
    if declarations.exists() {
        fs::remove_file(declarations)?;
    }
    Ok(())
}

fn append(path: &Path, text: &str) -> Result<(), Box<dyn Error>> {
    fs::OpenOptions::new().append(true).open(path)?.write_all(text.as_bytes())?;
    Ok(())
}

/// Lets npm's `wasm-opt` make the module smaller.
fn optimize(node_modules: &Path, before: &Path, after: &Path) -> Result<(), Box<dyn Error>> {
    let mut command = Command::new("node");
    command.arg(node_modules.join("binaryen/bin/wasm-opt")).arg("-O3").args(FOR_COMPRESSORS).args(WASM_OPT);
    command.arg(before).arg("-o").arg(after);
    if !command.status()?.success() {
        return Err("wasm-opt failed".into());
    }
    fs::remove_file(before)?;
    Ok(())
}

/// The core is pure: what the module imports must be functions that its own glue defines.
fn check_imports(wasm: &[u8], glue: &str) -> Result<(), Box<dyn Error>> {
    for (from, name) in imports(wasm).ok_or("the module's import section could not be read")? {
        if from != "./glue_bg.js" || !glue.contains(&name) {
            return Err(format!("the module imports {name:?} of {from:?}, which is not its glue").into());
        }
    }
    Ok(())
}

/// Module and field names of all imports.
fn imports(wasm: &[u8]) -> Option<Vec<(String, String)>> {
    let mut sections = wasm.strip_prefix(b"\0asm\x01\0\0\0")?;
    while let Some((kind, rest)) = sections.split_first() {
        let mut rest = rest;
        let length = number(&mut rest)?;
        let (mut section, after) = rest.split_at_checked(length)?;
        sections = after;
        if *kind != 2 {
            continue;
        }
        let count = number(&mut section)?;
        let mut found = Vec::new();
        for _ in 0..count {
            found.push((name(&mut section)?, name(&mut section)?));
            let (kind, rest) = section.split_first()?;
            section = rest;
            // A function's type; tables, memories and globals are never imported here, so their form is refused.
            if *kind != 0 {
                found.push(("something that is no function".into(), String::new()));
                return Some(found);
            }
            number(&mut section)?;
        }
        return Some(found);
    }
    Some(Vec::new())
}

fn name(bytes: &mut &[u8]) -> Option<String> {
    let length = number(bytes)?;
    let (text, rest) = bytes.split_at_checked(length)?;
    *bytes = rest;
    String::from_utf8(text.to_vec()).ok()
}

/// A number in groups of seven bits, lowest first.
fn number(bytes: &mut &[u8]) -> Option<usize> {
    let mut value = 0;
    for shift in (0..35).step_by(7) {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        value |= usize::from(byte & 0x7F) << shift;
        if byte & 0x80 == 0 {
            return Some(value);
        }
    }
    None
}

fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let group = chunk.iter().fold(0_u32, |group, byte| group << 8 | u32::from(*byte)) << (8 * (3 - chunk.len()));
        for place in 0..4 {
            let index = (group >> (18 - 6 * place)) as usize & 63;
            let letter = ALPHABET.get(index).copied().unwrap_or(b'A');
            out.push(if place <= chunk.len() { char::from(letter) } else { '=' });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_of_every_length() {
        let texts = ["", "f", "fo", "foo", "foob", "fooba", "foobar"].map(|text| base64(text.as_bytes()));
        assert_eq!(texts, ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy"]);
    }

    #[test]
    fn imports_are_listed() {
        let wasm = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x02\x09\x01\x03env\x01f\0\0";
        assert_eq!(imports(wasm), Some(vec![("env".to_owned(), "f".to_owned())]));
        assert_eq!(imports(b"\0asm\x01\0\0\0"), Some(vec![]));
        assert_eq!(imports(b"text"), None);
        let memory = b"\0asm\x01\0\0\0\x02\x0A\x01\x03env\x01m\x02\0\x01";
        assert_eq!(imports(memory).map(|found| found.len()), Some(2));
    }
}
