//! Both languages say the same things, and the sources and the catalogue agree.
//!
//! A key stands in the sources as a literal (`lang.t("tab-today")`, or any other string that is exactly a key), or it is built by
//! `format!` from a prefix that ends in a hyphen, as in `format!("kind-{list}-{word}")`, where the families of keys are.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

type Messages = BTreeMap<String, BTreeSet<String>>;

/// The messages of a catalogue with the variables of each; panics when the file has an error or a message no text.
fn messages(lang: &str) -> Messages {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("src/text/{lang}.ftl"));
    let source = std::fs::read_to_string(&path).unwrap();
    let resource = match fluent_syntax::parser::parse(source) {
        Ok(resource) => resource,
        Err((_, errors)) => panic!("{}: {errors:?}", path.display()),
    };
    let mut messages = Messages::new();
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => {
                let key = message.id.name.clone();
                let pattern = message.value.as_ref().unwrap_or_else(|| panic!("{lang}: {key} has no text"));
                let mut variables = BTreeSet::new();
                assert!(says_something(pattern, &mut variables), "{lang}: {key} is empty");
                assert!(message.attributes.is_empty(), "{lang}: {key} has attributes, which nobody reads");
                assert!(messages.insert(key.clone(), variables).is_none(), "{lang}: {key} is there twice");
            }
            Entry::Junk { content } => panic!("{lang}: not a message: {content}"),
            Entry::Term(term) => panic!("{lang}: a term, {}: the catalogue has messages only", term.id.name),
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
        }
    }
    assert!(messages.len() > 100, "{lang}: only {} messages", messages.len());
    messages
}

/// Collects the variables; is there anything to read, in every variant?
fn says_something(pattern: &Pattern<String>, variables: &mut BTreeSet<String>) -> bool {
    let mut something = false;
    for element in &pattern.elements {
        something |= match element {
            PatternElement::TextElement { value } => !value.trim().is_empty(),
            PatternElement::Placeable { expression: Expression::Inline(inline) } => {
                variable(inline, variables);
                true
            }
            PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                variable(selector, variables);
                variants.iter().all(|variant| says_something(&variant.value, variables))
            }
        };
    }
    something
}

fn variable(expression: &InlineExpression<String>, variables: &mut BTreeSet<String>) {
    match expression {
        InlineExpression::VariableReference { id } => {
            variables.insert(id.name.clone());
        }
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        other @ (InlineExpression::FunctionReference { .. }
        | InlineExpression::MessageReference { .. }
        | InlineExpression::TermReference { .. }
        | InlineExpression::Placeable { .. }) => {
            panic!("the catalogue keeps to variables and literals: {other:?}")
        }
    }
}

/// What the sources say about keys.
#[derive(Default)]
struct Sources {
    /// Every string literal.
    literals: BTreeSet<String>,
    /// The literals given to `.t(` and `.ta(`, with the file.
    asked: BTreeMap<String, String>,
    /// The prefixes, with their hyphen, from which `format!` builds keys.
    prefixes: BTreeSet<String>,
}

fn sources() -> Sources {
    let mut sources = Sources::default();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut sources);
    assert!(sources.asked.len() > 10, "the sources were not found");
    sources
}

fn collect(folder: &Path, sources: &mut Sources) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, sources);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = std::fs::read_to_string(&path).unwrap();
            // The unit tests at the end of a file use keys too, on purpose also some that do not exist.
            let text = text.split("#[cfg(test)]").next().unwrap_or_default();
            scan(text, &path.display().to_string(), sources);
        }
    }
}

/// Every second part between quotes is a literal, which holds for code without a quote inside a literal or a character;
/// where there is one, parts of code are taken for literals too, so both parities are kept.
fn scan(text: &str, file: &str, sources: &mut Sources) {
    let code: Vec<&str> = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    let code = code.join("\n");
    let parts: Vec<&str> = code.split('"').collect();
    for (index, part) in parts.iter().enumerate().skip(1) {
        let before = parts[index - 1].trim_end();
        if is_key(part) {
            sources.literals.insert((*part).to_owned());
            let call = ["t(", "ta("].iter().any(|call| before.ends_with(&format!(".{call}")));
            if call {
                sources.asked.insert((*part).to_owned(), file.to_owned());
            }
            for (method, family) in [(".field(", "field"), (".tab(", "tab")] {
                if before.ends_with(method) {
                    let key = format!("{family}-{part}");
                    sources.literals.insert(key.clone());
                    sources.asked.insert(key, file.to_owned());
                }
            }
        }
        if before.ends_with("format!(")
            && let Some((prefix, _)) = part.split_once("-{")
            && is_key(prefix)
        {
            sources.prefixes.insert(format!("{prefix}-"));
        }
    }
}

fn is_key(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    text.starts_with(|c: char| c.is_ascii_lowercase()) && text.chars().all(plain)
}

#[test]
fn both_languages_have_the_same_messages_with_the_same_variables() {
    let (es, en) = (messages("es"), messages("en"));
    let keys = |messages: &Messages| messages.keys().cloned().collect::<BTreeSet<_>>();
    let (es_keys, en_keys) = (keys(&es), keys(&en));
    assert_eq!(es_keys.difference(&en_keys).collect::<Vec<_>>(), [""; 0], "only in es.ftl");
    assert_eq!(en_keys.difference(&es_keys).collect::<Vec<_>>(), [""; 0], "only in en.ftl");
    for (key, variables) in &es {
        assert_eq!(variables, &en[key], "variables of {key}");
        assert!(is_key(key), "{key} is not in kebab-case");
    }
}

#[test]
fn every_message_that_the_sources_ask_for_exists() {
    let messages = messages("en");
    for (key, file) in sources().asked {
        assert!(messages.contains_key(&key), "{file} asks for {key}, which is not in the catalogue");
    }
}

#[test]
fn every_message_is_used() {
    let sources = sources();
    let used = |key: &String| {
        sources.literals.contains(key) || sources.prefixes.iter().any(|prefix| key.starts_with(prefix))
    };
    let unused: Vec<String> = messages("en").into_keys().filter(|key| !used(key)).collect();
    assert_eq!(unused, [""; 0], "no source uses these messages");
}

#[test]
fn every_kind_has_its_message_and_no_other_has_one() {
    let expected: BTreeSet<String> = cartera::text::kinds::keys().into_iter().collect();
    let there: BTreeSet<String> = messages("en").into_keys().filter(|key| key.starts_with("kind-")).collect();
    assert_eq!(there, expected);
}
