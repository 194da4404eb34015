//! The messages of `es.ftl` and `en.ftl`, read once; a message that is missing or broken shows its key and never stops the program.

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::{Lang, Locale, numbers};

/// The value of a variable in a message. Numbers choose the plural form and are grouped by the locale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg {
    Text(String),
    Number(i64),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Arg {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

macro_rules! saturating_arg {
    ($($number:ty),+) => {$(
        impl From<$number> for Arg {
            fn from(number: $number) -> Self {
                Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }
    )+};
}
saturating_arg!(i32, u8, u32, u64, usize);

/// Integers up to this size are exact in the `f64` that Fluent computes with.
const EXACT: u64 = 1 << 53;

type Bundle = FluentBundle<FluentResource>;

/// How a catalogue groups the digits of its numbers, and for which locales it is made.
struct Style {
    lang: Lang,
    group: char,
    min_grouping: u8,
    build: fn(Lang) -> Bundle,
    bundle: OnceLock<Bundle>,
}

const fn style<const GROUP: char, const MIN: u8>(lang: Lang) -> Style {
    Style { lang, group: GROUP, min_grouping: MIN, build: build::<GROUP, MIN>, bundle: OnceLock::new() }
}

/// A bundle formats its numbers by a plain function, so there is one for each way of grouping; a process builds only
/// those that it uses. The first of a language is its default.
static STYLES: [Style; 5] = [
    style::<'.', 2>(Lang::Es),
    style::<',', 1>(Lang::En),
    style::<'.', 1>(Lang::Es),
    style::<',', 1>(Lang::Es),
    style::<'\u{a0}', 1>(Lang::Es),
];

/// The message in the locale's language; `⟦key⟧` when there is none.
pub(super) fn message(locale: &Locale, key: &str, args: &[(&str, Arg)]) -> String {
    let missing = || format!("⟦{key}⟧");
    let Some(bundle) = bundle(locale) else { return missing() };
    let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else { return missing() };
    let mut values = FluentArgs::with_capacity(args.len());
    for (name, value) in args {
        values.set(*name, fluent_value(value, locale));
    }
    // A variable that is missing stays readable in the text as {$name}; the errors say no more than that.
    bundle.format_pattern(pattern, Some(&values), &mut Vec::new()).into_owned()
}

fn bundle(locale: &Locale) -> Option<&'static Bundle> {
    let of_language = || STYLES.iter().filter(|style| style.lang == locale.lang);
    let style = of_language()
        .find(|style| (style.group, style.min_grouping) == (locale.group, locale.min_grouping))
        .or_else(|| of_language().next())?;
    Some(style.bundle.get_or_init(|| (style.build)(style.lang)))
}

fn build<const GROUP: char, const MIN: u8>(lang: Lang) -> Bundle {
    let source = match lang {
        Lang::Es => include_str!("es.ftl"),
        Lang::En => include_str!("en.ftl"),
    };
    let id: LanguageIdentifier = lang.code().parse().unwrap_or_default();
    // A resource with a syntax error still holds its other messages; a test keeps both files free of errors.
    let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, _)| resource);
    let mut bundle = Bundle::new_concurrent(vec![id]);
    // The marks that isolate right-to-left text are invisible characters, which the terminal must not get.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(|value, _| grouped::<GROUP, MIN>(value)));
    bundle.add_resource_overriding(resource);
    bundle
}

/// A number beyond the exact ones goes in as text; its plural form is then the default one, which is right for it.
fn fluent_value(arg: &Arg, locale: &Locale) -> FluentValue<'static> {
    match arg {
        Arg::Text(text) => FluentValue::from(text.clone()),
        Arg::Number(number) if number.unsigned_abs() > EXACT => {
            FluentValue::from(numbers::int(*number, locale))
        }
        Arg::Number(number) => FluentValue::from(*number),
    }
}

fn grouped<const GROUP: char, const MIN: u8>(value: &FluentValue) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    #[expect(
        clippy::cast_possible_truncation,
        reason = "our numbers are integers that a float holds exactly"
    )]
    let number = number.value as i64;
    Some(numbers::grouped(number, GROUP, MIN))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_and_choose_the_plural() {
        let count = |lang: Lang, n: i64| lang.ta("count-clients", &[("count", n.into())]);
        assert_eq!(count(Lang::Es, 1), "1 cliente");
        assert_eq!(count(Lang::Es, 12_345), "12.345 clientes");
        assert_eq!(count(Lang::Es, 1_000_000), "1.000.000 clientes");
        assert_eq!(count(Lang::En, 1), "1 client");
        assert_eq!(count(Lang::En, 0), "0 clients");
        assert_eq!(count(Lang::En, 12_345), "12,345 clients");
    }

    #[test]
    fn a_number_too_large_for_a_float_is_shown_to_its_last_digit() {
        let text = Lang::En.ta("count-clients", &[("count", i64::MAX.into())]);
        assert_eq!(text, "9,223,372,036,854,775,807 clients");
        assert_eq!(Arg::from(u64::MAX), Arg::Number(i64::MAX));
    }

    #[test]
    fn the_locale_groups_the_numbers() {
        let mexico = Locale::from_tag("es-MX").unwrap();
        assert_eq!(mexico.count("sales", 1), "1 venta");
        assert_eq!(mexico.ta("count-clients", &[("count", 12_345.into())]), "12,345 clientes");
    }

    #[test]
    fn a_message_can_name_one_number_exactly() {
        assert_eq!(Lang::Es.ta("date-in-days", &[("count", 1.into())]), "mañana");
        assert_eq!(Lang::Es.ta("date-in-days", &[("count", 3.into())]), "en 3 d");
    }

    #[test]
    fn every_way_of_grouping_has_its_catalogue() {
        for locale in Locale::known() {
            let found = STYLES.iter().any(|style| {
                (style.lang, style.group, style.min_grouping)
                    == (locale.lang, locale.group, locale.min_grouping)
            });
            assert!(found, "{locale:?}");
        }
    }

    #[test]
    fn nothing_invisible_is_put_around_variables() {
        let text = Lang::Es.ta("error-number-malformed", &[("text", "x".into())]);
        assert!(!text.contains(['\u{2068}', '\u{2069}']), "{text:?}");
    }
}
