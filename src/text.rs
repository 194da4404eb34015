//! What users read: the catalogue of both languages, and numbers, dates and foreign text in a safe and local form.
//!
//! It knows neither files nor screen nor the clock: the day and the environment are passed in.

mod catalogue;
pub mod custom;
pub mod dates;
pub mod fold;
pub mod fuzzy;
pub mod groups;
pub mod kinds;
pub mod locale;
pub mod near;
pub mod numbers;
pub mod safe;
pub mod tags;
mod terms;
pub mod told;
pub mod views;

pub use catalogue::Arg;
pub use kinds::Label;
pub use locale::Locale;
pub use terms::Terms;

/// A language of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lang {
    Es,
    En,
}

impl Lang {
    pub const ALL: [Self; 2] = [Self::Es, Self::En];

    /// The other language.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Es => Self::En,
            Self::En => Self::Es,
        }
    }

    /// `es` or `en`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Es => "es",
            Self::En => "en",
        }
    }

    /// The language of a tag such as `es`, `es-MX` or `en_GB.UTF-8`; `None` for a language that we do not speak.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let language = tag.trim().split(['-', '_', '.', '@']).next()?;
        Self::ALL.into_iter().find(|lang| language.eq_ignore_ascii_case(lang.code()))
    }

    /// The message with this key; `⟦key⟧` when the catalogue has none.
    pub fn t(self, key: &str) -> String {
        self.ta(key, &[])
    }

    /// The message with this key and these variables; numbers are grouped as in [`Locale::of`] this language.
    pub fn ta(self, key: &str, args: &[(&str, Arg)]) -> String {
        Locale::of(self).ta(key, args)
    }

    /// The label of a field: `tax-id` is the message `field-tax-id`.
    pub fn field(self, name: &str) -> String {
        self.t(&format!("field-{name}"))
    }

    /// The name of a tab: `clients` is the message `tab-clients`.
    pub fn tab(self, name: &str) -> String {
        self.t(&format!("tab-{name}"))
    }
}

impl Locale {
    /// The message with this key; `⟦key⟧` when the catalogue has none.
    pub fn t(&self, key: &str) -> String {
        self.ta(key, &[])
    }

    /// The message with this key and these variables, numbers grouped as this locale does.
    pub fn ta(&self, key: &str, args: &[(&str, Arg)]) -> String {
        catalogue::message(self, key, args)
    }

    /// How many there are: `clients` and 2 is the message `count-clients`, "2 clients".
    pub fn count(&self, what: &str, count: impl Into<Arg>) -> String {
        self.ta(&format!("count-{what}"), &[("count", count.into())])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_names_its_language() {
        for (tag, lang) in [
            ("es", Some(Lang::Es)),
            ("ES-mx", Some(Lang::Es)),
            ("en_GB.UTF-8", Some(Lang::En)),
            (" en@euro", Some(Lang::En)),
            ("de_DE.UTF-8", None),
            ("est", None),
            ("C", None),
            ("", None),
        ] {
            assert_eq!(Lang::from_tag(tag), lang, "{tag}");
        }
    }

    #[test]
    fn a_missing_message_shows_its_key() {
        assert_eq!(Lang::Es.t("there-is-no-such-message"), "⟦there-is-no-such-message⟧");
    }

    #[test]
    fn a_message_is_in_the_language_asked_for() {
        assert_eq!(Lang::Es.tab("clients"), "Clientes");
        assert_eq!(Lang::En.tab("clients"), "Clients");
        assert_eq!(Lang::Es.field("tax-id"), "NIF");
    }
}
