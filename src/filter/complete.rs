//! What may stand at the cursor of a line that is being typed: names of fields, values, windows, columns. It proposes only
//! what can be read.

mod slot;
#[cfg(test)]
mod tests;
mod values;

use super::field::{Field, Kind};
use super::key_of;
use super::parse::{Reading, column_said, directive_names, parse};
use super::print::quoted;
use crate::domain::custom::Custom;
use crate::text::fold::fold;
use slot::{Slot, Want};
use std::ops::Range;
pub use values::are_data;

/// What the data must be asked, to propose values of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    pub field: Field,
    /// What is typed of it.
    pub text: String,
}

/// Values that the data has, the best first, and how many there are besides.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Known {
    pub values: Vec<String>,
    pub more: usize,
}

/// What may stand in place of a part of the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// The bytes of the line, up to the cursor.
    pub span: Range<usize>,
    /// Never empty; the likeliest first.
    pub proposals: Vec<String>,
    /// How many there are that the data did not give.
    pub more: usize,
}

/// What the data must be asked before anything can be proposed at the cursor.
pub fn asks(before: &str, after: &str, reading: &Reading<'_>) -> Option<Ask> {
    let slot = Slot::find(before, after, reading)?;
    match slot.want {
        Want::Value(field) if values::are_data(field) && !slot.is_compared => {
            Some(Ask { field, text: slot.typed })
        }
        Want::Name { .. } | Want::Window(_) | Want::Value(_) | Want::Column | Want::Limit => None,
    }
}

/// What may stand at the cursor between two parts of a line; `known` is what the data said when it was asked.
pub fn complete(
    before: &str,
    after: &str,
    reading: &Reading<'_>,
    known: Option<&Known>,
) -> Option<Completion> {
    let slot = Slot::find(before, after, reading)?;
    let lang = reading.locale.lang;
    let typed = fold(&slot.typed);
    let mut more = 0;
    let mut proposals = match slot.want {
        Want::Name { depth } => names(&typed, depth == 0, reading),
        Want::Window(field) => values::windows(&typed, field, reading),
        Want::Value(field) => {
            let mut values = values::fixed(field, &slot, &typed, reading);
            if let Some(known) = known.filter(|_| values::are_data(field) && !slot.is_compared) {
                let plain = |text: &String| if field.kind() == Kind::Person { is_me(text) } else { false };
                values.extend(known.values.iter().filter(|text| !plain(text)).map(|text| quoted(text)));
                more = known.more;
            }
            values
        }
        Want::Column => {
            let (columns, custom) = (reading.columns(), reading.custom);
            let both = |column| {
                [lang, lang.other()].map(|lang| quoted(&column_said(&columns, custom, column, lang)))
            };
            best(columns.iter().map(|column| both(*column).to_vec()), &typed, true)
        }
        Want::Limit => {
            best(["10", "20", "50", "100"].map(|it| vec![it.to_owned()]).into_iter(), &typed, false)
        }
    };
    let typed = before.get(slot.span.clone()).unwrap_or_default();
    let term = before.get(slot.term..slot.span.start).unwrap_or_default();
    // A name alone is no condition yet where it wants a value.
    let is_read = |text: &String| {
        matches!(slot.want, Want::Name { .. }) || parse(&format!("{term}{text}"), reading).is_ok()
    };
    let mut seen = std::collections::HashSet::new();
    proposals.retain(|text| text != typed && is_read(text) && seen.insert(text.clone()));
    (!proposals.is_empty()).then_some(Completion { span: slot.span, proposals, more })
}

/// Would a salesperson of this name be taken for who works here?
fn is_me(text: &str) -> bool {
    matches!(fold(text).as_str(), "yo" | "me")
}

/// The names of fields, and of what else a line can say, that begin with what is typed.
fn names(typed: &str, directives: bool, reading: &Reading<'_>) -> Vec<String> {
    let lang = reading.locale.lang;
    let fields = Field::ALL.iter().filter(|field| field.is_on(reading.list));
    let of_field = |field: &Field| {
        let own = std::iter::once(field.name(lang)).chain(field.names(lang).iter().skip(1).copied());
        own.chain(field.names(lang.other()).iter().copied()).map(str::to_owned).collect()
    };
    let others = directive_names(lang).into_iter().filter(|_| directives);
    let named = |it: Vec<&'static str>| it.into_iter().map(str::to_owned).collect::<Vec<String>>();
    let own = reading.custom.iter().filter(|own| Field::Custom(Custom::from(*own)).is_on(reading.list));
    let own = own.map(|own| std::iter::once(own.key.clone()).chain(key_of(&own.label)).collect());
    let mut found = best(fields.map(of_field).chain(own).chain(others.map(named)), typed, false);
    for name in &mut found {
        name.push(':');
    }
    // Whoever has written the whole name may want to say in which time.
    let field =
        Field::from_name(typed).filter(|field| field.is_on(reading.list) && field.kind().takes_window());
    if let Some(field) = field {
        let windows = values::windows("", field, reading);
        let name = if field.names(lang).contains(&typed) { field.name(lang) } else { typed };
        found.extend(windows.into_iter().map(|window| format!("{name}.{window}")));
    }
    found
}

/// Of each thing the first of its names that begins with what is typed, in their order; those of which only a later name
/// does stand after those of which the first does, and last, where that counts, those in which it stands further on.
fn best(all: impl Iterator<Item = Vec<String>>, typed: &str, inner: bool) -> Vec<String> {
    let mut ranked: Vec<(usize, String)> = Vec::new();
    for names in all {
        let begins = |name: &String| bare(name).starts_with(typed);
        let holds = |name: &String| inner && bare(name).contains(typed);
        if let Some(at) = names.iter().position(begins) {
            ranked.extend(names.into_iter().nth(at).map(|name| (at.min(1), name)));
        } else if let Some(at) = names.iter().position(holds) {
            ranked.extend(names.into_iter().nth(at).map(|name| (2, name)));
        }
    }
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.into_iter().map(|(_, name)| name).collect()
}

/// A name as it is compared: folded, without its quotes.
fn bare(name: &str) -> String {
    fold(name.trim_matches('"'))
}
