//! A filter → a line that reads as the same filter.
#![expect(clippy::wildcard_enum_match_arm, reason = "a table of those that have it; the others have none")]

use super::custom;
use super::field::{Kind, choice_names};
use super::parse::{Reading, column_said, column_word};
use super::value::{Bound, Op, Pattern, Test, Wanted, Who};
use super::when::{DateValue, Window};
use super::{Field, Filter, Node, Term};
use crate::domain::list::{Column, Sort};
use crate::text::numbers;
use crate::text::{Lang, Locale};

impl Filter {
    /// The line in the words of a language; numbers as the reading's locale writes them.
    pub fn print(&self, reading: &Reading<'_>, lang: Lang) -> String {
        self.pieces(reading, lang).join(" ")
    }

    /// The parts that a space divides in the line: its conditions, then how it is grouped, its order and its limit.
    pub fn pieces(&self, reading: &Reading<'_>, lang: Lang) -> Vec<String> {
        let columns = reading.columns();
        self.written(reading, lang, &|column| quoted(&column_said(&columns, reading.custom, column, lang)))
    }

    /// The same with the columns by words that never change.
    pub(super) fn kept(&self, reading: &Reading<'_>) -> String {
        self.written(reading, Lang::En, &|column| column_word(column, reading.custom)).join(" ")
    }

    fn written(&self, reading: &Reading<'_>, lang: Lang, named: &dyn Fn(Column) -> String) -> Vec<String> {
        let printer = Printer { reading, lang };
        let mut parts = Vec::new();
        match &self.root {
            Some(Node::All(all)) => parts.extend(all.iter().map(|part| printer.atom(part))),
            Some(root) => parts.push(printer.bare(root)),
            None => {}
        }
        let directives = self.group.is_some() || !self.sort.is_empty() || self.limit.is_some();
        if directives && matches!(self.root, Some(Node::Any(_))) {
            parts = vec![format!("({})", parts.join(" "))];
        }
        let (by, sort, limit) = match lang {
            Lang::En => ("by", "sort", "limit"),
            Lang::Es => ("agrupar", "orden", "limite"),
        };
        parts.extend(self.group.map(|column| format!("{by}:{}", named(column))));
        if !self.sort.is_empty() {
            let level = |it: &Sort| format!("{}{}", if it.descending { "-" } else { "" }, named(it.column));
            let levels: Vec<String> = self.sort.iter().map(level).collect();
            parts.push(format!("{sort}:{}", levels.join(",")));
        }
        parts.extend(self.limit.map(|count| format!("{limit}:{count}")));
        parts
    }
}

struct Printer<'a> {
    reading: &'a Reading<'a>,
    lang: Lang,
}

impl Printer<'_> {
    /// As it stands alone.
    fn bare(&self, node: &Node) -> String {
        match node {
            Node::All(parts) => self.join(parts, " "),
            Node::Any(parts) => self.join(parts, if self.lang == Lang::Es { " O " } else { " OR " }),
            Node::Not(part) => format!("-{}", self.atom(part)),
            Node::Word(word) => quoted(word),
            Node::Term(term) => self.term(term),
        }
    }

    /// As it stands among others.
    fn atom(&self, node: &Node) -> String {
        match node {
            Node::All(_) | Node::Any(_) => format!("({})", self.bare(node)),
            Node::Not(_) | Node::Word(_) | Node::Term(_) => self.bare(node),
        }
    }

    fn join(&self, parts: &[Node], between: &str) -> String {
        let within = |part: &Node| match part {
            // What OR joins are conditions side by side.
            Node::All(_) if between != " " => self.bare(part),
            _ => self.atom(part),
        };
        parts.iter().map(within).collect::<Vec<_>>().join(between)
    }

    fn term(&self, term: &Term) -> String {
        let mut name = self.name(term.field);
        match term.window {
            Some(Window::Last(count, unit)) => {
                name.extend([".", &count.to_string(), &unit.letter(self.lang).to_string()]);
            }
            Some(Window::Year(year)) => name.extend([".", &format!("{year:04}")]),
            None => {}
        }
        let not = |not: bool| if not { "!=" } else { "" };
        let value = match &term.test {
            Test::Missing => String::new(),
            Test::Present => "*".to_owned(),
            Test::Text { not: is_not, any } => {
                // Words of a closed list are whole as they are.
                let is_word = term.field.kind() == Kind::Word;
                let exact = !is_word && any.iter().any(|it| it.how == Wanted::Exact);
                let op = if *is_not {
                    "!="
                } else if exact {
                    "="
                } else {
                    ""
                };
                format!("{op}{}", list(any.iter().map(pattern)))
            }
            Test::Person { not: is_not, any } => {
                let exact = any.iter().any(|it| matches!(it, Who::Called(it) if it.how == Wanted::Exact));
                let op = if *is_not {
                    "!="
                } else if exact {
                    "="
                } else {
                    ""
                };
                format!("{op}{}", list(any.iter().map(|who| self.who(who))))
            }
            Test::Choice { not: is_not, any } => {
                format!("{}{}", not(*is_not), list(any.iter().map(|word| self.choice(term.field, word))))
            }
            Test::Number { not: is_not, any } => {
                format!("{}{}", not(*is_not), list(any.iter().map(|it| self.number(term.field, it))))
            }
            Test::Date { not: is_not, bound } => {
                format!("{}{}", not(*is_not), bounded(bound, |it| self.date(*it)))
            }
            Test::Flag(flags) => list(
                flags
                    .iter()
                    .map(|flag| flag.names(self.lang).first().copied().unwrap_or_default().to_owned()),
            ),
        };
        format!("{name}:{value}")
    }

    fn name(&self, field: Field) -> String {
        match field {
            // What was deleted meanwhile has no name, and is refused when it is read again.
            Field::Custom(of) => custom::definition(self.reading.custom, field)
                .map_or_else(|| format!("custom-{}", of.id.0), |known| known.key.clone()),
            field => field.name(self.lang).to_owned(),
        }
    }

    fn who(&self, who: &Who) -> String {
        match (who, self.lang) {
            (Who::Me, Lang::En) => "me".to_owned(),
            (Who::Me, Lang::Es) => "yo".to_owned(),
            (Who::Called(it), _) => pattern(it),
        }
    }

    fn choice(&self, field: Field, word: &str) -> String {
        quoted(&choice_names(field, self.reading.list, word, self.lang).unwrap_or_else(|| word.to_owned()))
    }

    fn number(&self, field: Field, bound: &Bound<i64>) -> String {
        let Reading { locale, currency, .. } = self.reading;
        bounded(bound, |&value| match field.kind() {
            Kind::Money | Kind::Sum => plain(value, currency.exponent(), locale),
            Kind::Percent => plain(value, 2, locale),
            Kind::Decimal => numbers::quantity(value, locale).replace(locale.group, ""),
            Kind::YesNo => self.lang.t(if value == 0 { "no" } else { "yes" }),
            _ => value.to_string(),
        })
    }

    fn date(&self, value: DateValue) -> String {
        match value {
            DateValue::Never if self.lang == Lang::Es => "nunca".to_owned(),
            DateValue::Never => "never".to_owned(),
            DateValue::Ago(count, unit) => format!("{count}{}", unit.letter(self.lang)),
            DateValue::Ahead(0, _) if self.lang == Lang::Es => "hoy".to_owned(),
            DateValue::Ahead(0, _) => "today".to_owned(),
            DateValue::Ahead(count, unit) => format!("{count:+}{}", unit.letter(self.lang)),
            DateValue::Day(day) => day.format("%Y-%m-%d").to_string(),
            DateValue::Month(year, month) => format!("{year:04}-{month:02}"),
            DateValue::Quarter(year, quarter) if self.lang == Lang::Es => format!("{year:04}-T{quarter}"),
            DateValue::Quarter(year, quarter) => format!("{year:04}-Q{quarter}"),
            DateValue::Year(year) => format!("{year:04}"),
        }
    }
}

/// Without useless decimals, and without marks between the groups where they might be taken for decimals.
fn plain(minor: i64, exponent: u32, locale: &Locale) -> String {
    let unit = 10_i64.saturating_pow(exponent);
    if minor % unit == 0 {
        numbers::int(minor / unit, locale).replace(locale.group, "")
    } else {
        numbers::decimal(minor, exponent, locale).replace(locale.group, "")
    }
}

fn bounded<T>(bound: &Bound<T>, show: impl Fn(&T) -> String) -> String {
    let side = |side: &Option<T>| side.as_ref().map(&show).unwrap_or_default();
    match bound {
        Bound::Is(value) => show(value),
        Bound::Than(op, value) => format!("{}{}", Op::sign(*op), show(value)),
        Bound::Range(from, to) => format!("{}..{}", side(from), side(to)),
    }
}

fn list(values: impl Iterator<Item = String>) -> String {
    values.collect::<Vec<_>>().join(",")
}

fn pattern(pattern: &Pattern) -> String {
    let star = if pattern.how == Wanted::Starts { "*" } else { "" };
    format!("{}{star}", quoted(&pattern.text))
}

/// In quotes, if it would be read as something else without them.
pub(super) fn quoted(text: &str) -> String {
    let means = |char: char| char.is_whitespace() || "\"():,><=!*#".contains(char);
    let is_word = matches!(text, "OR" | "O" | "NOT" | "NO");
    if text.is_empty() || is_word || text.starts_with('-') || text.contains("..") || text.contains(means) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}
