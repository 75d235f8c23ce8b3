//! Runs the JSON Schema validators of Rust over a job file and prints one line of verdicts for every configuration
//! and group.

use std::error::Error;
use std::io::{stdout, BufWriter, Write};
use std::panic::{catch_unwind, AssertUnwindSafe};
use std::path::Path;
use std::{env, fs, process, thread};

use jsonschema::error::ValidationErrorKind;
use serde::Deserialize;
use serde_json::{json, Value};

type Result<T> = std::result::Result<T, Box<dyn Error>>;
/// Tells whether a payload is valid; `None` when the validator failed.
type Check = Box<dyn Fn(&Value) -> Option<bool>>;

struct Configuration {
    validator: &'static str,
    draft: &'static str,
    settings: &'static str,
    asserts: bool,
    compile: fn(&Value) -> Result<Check>,
}

const fn configuration(
    validator: &'static str,
    draft: &'static str,
    settings: &'static str,
    asserts: bool,
    compile: fn(&Value) -> Result<Check>,
) -> Configuration {
    Configuration { validator, draft, settings, asserts, compile }
}

/// Both libraries assert `format` in draft-07 by default and do not in 2020-12; only jsonschema can be told not to.
#[rustfmt::skip]
const CONFIGURATIONS: &[Configuration] = &[
    configuration("jsonschema", "2020-12", "default", false, |s| jsonschema(s, false)),
    configuration("jsonschema", "2020-12", "should_validate_formats(true)", true, |s| jsonschema(s, true)),
    configuration("jsonschema", "draft-07", "should_validate_formats(false)", false, |s| jsonschema(s, false)),
    configuration("jsonschema", "draft-07", "default", true, |s| jsonschema(s, true)),
    configuration("boon", "2020-12", "default", false, |s| boon(s, false)),
    configuration("boon", "2020-12", "enable_format_assertions", true, |s| boon(s, true)),
    configuration("boon", "draft-07", "default", true, |s| boon(s, false)),
    configuration("boon", "draft-07", "enable_format_assertions", true, |s| boon(s, true)),
];

fn jsonschema(schema: &Value, formats: bool) -> Result<Check> {
    let validator = jsonschema::options().should_validate_formats(formats).build(schema)?;
    Ok(Box::new(move |payload| {
        if validator.is_valid(payload) {
            return Some(true);
        }
        match validator.validate(payload) {
            // The regular expression engine gave up: that is no verdict.
            Err(e) if matches!(e.kind(), ValidationErrorKind::BacktrackLimitExceeded { .. }) => None,
            _ => Some(false),
        }
    }))
}

fn boon(schema: &Value, formats: bool) -> Result<Check> {
    let mut compiler = boon::Compiler::new();
    compiler.use_loader(Box::new(boon::SchemeUrlLoader::new())); // loads no other file
    if formats {
        compiler.enable_format_assertions();
    }
    compiler.add_resource("memory:///schema.json", schema.clone())?;
    let mut schemas = boon::Schemas::new();
    let index = compiler.compile("memory:///schema.json", &mut schemas)?;
    Ok(Box::new(move |payload| Some(schemas.validate(payload, index).is_ok())))
}

/// Runs `f`; a panic in it becomes an error.
fn guarded<T>(f: impl FnOnce() -> T) -> Result<T> {
    catch_unwind(AssertUnwindSafe(f)).map_err(|_| "panic".into())
}

fn parse(text: &[u8]) -> Result<Value> {
    let mut deserializer = serde_json::Deserializer::from_slice(text);
    deserializer.disable_recursion_limit(); // of 128, which is the parser's and no verdict of the validator
    let value = Value::deserialize(&mut deserializer)?;
    deserializer.end()?;
    Ok(value)
}

fn verdicts(compile: fn(&Value) -> Result<Check>, schema: &Path, payloads: &Path) -> Result<String> {
    let schema = parse(&fs::read(schema)?)?;
    let payloads = fs::read(payloads)?;
    let check = guarded(|| compile(&schema))??;
    let verdict = |line: &[u8]| {
        let payload = parse(line).ok()?;
        guarded(|| check(&payload)).ok()?
    };
    let lines = payloads.split_inclusive(|&byte| byte == b'\n');
    Ok(lines.map(|line| verdict(line).map_or('e', |valid| if valid { '1' } else { '0' })).collect())
}

/// The version of a package in the lock file that this program was built with.
fn locked_version(package: &str) -> Option<&'static str> {
    let (_, rest) = include_str!("../Cargo.lock").split_once(&format!("name = \"{package}\"\nversion = \""))?;
    rest.split('"').next()
}

fn run(job_path: &str) -> Result<()> {
    let job: Value = serde_json::from_slice(&fs::read(job_path)?)?;
    let folder = Path::new(job_path).parent().ok_or("the job has no folder")?;
    let groups = job["groups"].as_array().ok_or("the job has no groups")?;
    let mut out = BufWriter::new(stdout().lock());
    for c in CONFIGURATIONS {
        for group in groups {
            let Some(schema) = group["schemas"][c.draft].as_str() else { continue };
            let payloads = group["payloads"].as_str().ok_or("a group has no payloads")?;
            let mut line = json!({
                "validator": c.validator, "version": locked_version(c.validator), "draft": c.draft,
                "settings": c.settings, "asserts": c.asserts, "group": group["id"],
            });
            // An absolute path stays as it is when it is joined.
            match verdicts(c.compile, &folder.join(schema), &folder.join(payloads)) {
                Ok(verdicts) => line["verdicts"] = verdicts.into(),
                Err(error) => {
                    let message = error.to_string();
                    line["error"] = message.lines().next().unwrap_or("").chars().take(300).collect::<String>().into();
                }
            }
            writeln!(out, "{line}")?;
        }
    }
    Ok(out.flush()?)
}

fn main() {
    let Some(job) = env::args().nth(1) else {
        eprintln!("usage: conformance JOB");
        process::exit(2);
    };
    // Deep payloads are parsed and dropped recursively: a large stack, of which only what is used takes memory.
    let work = move || run(&job).map_err(|error| error.to_string());
    let runner = thread::Builder::new().stack_size(1 << 30).spawn(work).expect("a thread");
    if let Err(error) = runner.join().expect("no panic outside of the validators") {
        eprintln!("conformance: {error}");
        process::exit(1);
    }
}
