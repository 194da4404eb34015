//! Emails from templates: in which language, what stands for the placeholders, and the URL by which a mail program opens
//! one. It knows neither storage nor screen nor files.

mod placeholder;
mod url;

pub use placeholder::{Placeholder, Unfilled, fill, one_line, unknown};
pub use url::{MOST_URL, mailto};

use crate::domain::mail::MailTemplateDraft;
use crate::text::Lang;
use crate::text::fold::fold;

/// The templates that the program brings along, by their word in the catalogue.
const BUILT_IN: [&str; 5] = ["first", "visit", "offer", "silence", "survey"];

/// Countries by their code and their names, as a client's file may say them: those where Spanish is written …
const SPANISH: &[&str] = &[
    "es",
    "espana",
    "spain",
    "mx",
    "mexico",
    "ar",
    "argentina",
    "co",
    "colombia",
    "pe",
    "peru",
    "cl",
    "chile",
    "ve",
    "venezuela",
    "ec",
    "ecuador",
    "gt",
    "guatemala",
    "cu",
    "cuba",
    "bo",
    "bolivia",
    "do",
    "republica dominicana",
    "dominican republic",
    "hn",
    "honduras",
    "py",
    "paraguay",
    "sv",
    "el salvador",
    "ni",
    "nicaragua",
    "cr",
    "costa rica",
    "pa",
    "panama",
    "uy",
    "uruguay",
    "pr",
    "puerto rico",
    "gq",
    "guinea ecuatorial",
    "equatorial guinea",
];

/// … and those where English is.
const ENGLISH: &[&str] = &[
    "us",
    "usa",
    "estados unidos",
    "ee. uu.",
    "eeuu",
    "united states",
    "united states of america",
    "gb",
    "uk",
    "reino unido",
    "united kingdom",
    "inglaterra",
    "england",
    "escocia",
    "scotland",
    "gales",
    "wales",
    "ie",
    "irlanda",
    "ireland",
    "ca",
    "canada",
    "au",
    "australia",
    "nz",
    "nueva zelanda",
    "new zealand",
    "za",
    "sudafrica",
    "south africa",
];

/// The language to write in: the contact's, else that of the client's country, else the program's.
pub fn language(contact: &str, country: &str, program: Lang) -> Lang {
    let country = fold(country.trim());
    let of_country = if SPANISH.contains(&country.as_str()) {
        Some(Lang::Es)
    } else if ENGLISH.contains(&country.as_str()) {
        Some(Lang::En)
    } else {
        None
    };
    Lang::from_tag(contact).or(of_country).unwrap_or(program)
}

/// The templates that the program brings along in a language.
pub fn built_in(lang: Lang) -> Vec<MailTemplateDraft> {
    let names: Vec<_> = Placeholder::ALL
        .iter()
        .map(|it| (it.word(Lang::En), format!("{{{}}}", it.word(lang)).into()))
        .collect();
    let part = |template: &str, part: &str| lang.ta(&format!("mail-template-{template}-{part}"), &names);
    let template = |word: &&str| MailTemplateDraft {
        id: None,
        rev: 0,
        name: part(word, "name"),
        language: lang.code().to_owned(),
        subject: part(word, "subject"),
        body: part(word, "body"),
    };
    BUILT_IN.iter().map(template).collect()
}

/// What there is to choose from when writing in `lang`: its templates before those of other languages, the user's own
/// before the built-in ones. One of the user's stands in the place of a built-in one with its name and language.
pub fn offered(own: &[MailTemplateDraft], lang: Lang) -> Vec<MailTemplateDraft> {
    let is_own = |built_in: &MailTemplateDraft| {
        own.iter().any(|it| it.language == built_in.language && fold(&it.name) == fold(&built_in.name))
    };
    let built_in = Lang::ALL.into_iter().flat_map(built_in).filter(|it| !is_own(it));
    let mut offered: Vec<_> = own.iter().cloned().chain(built_in).collect();
    offered.sort_by_key(|it| it.language != lang.code());
    offered
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_contact_then_the_country_then_the_program_decide_about_the_language() {
        for (contact, country, lang) in [
            ("en", "España", Lang::En),
            ("es-MX", "UK", Lang::Es),
            ("", "México", Lang::Es),
            ("", " PE ", Lang::Es),
            ("fr", "Ireland", Lang::En),
            ("", "Deutschland", Lang::Es),
            ("", "", Lang::Es),
        ] {
            assert_eq!(language(contact, country, Lang::Es), lang, "{contact} {country}");
        }
        assert_eq!(language("", "", Lang::En), Lang::En);
    }

    #[test]
    fn every_built_in_template_is_complete_and_fits() {
        for lang in Lang::ALL {
            for it in built_in(lang) {
                for text in [&it.name, &it.subject, &it.body] {
                    assert!(!text.trim().is_empty() && !text.contains('⟦'), "{it:?}");
                    assert_eq!(unknown(text), Vec::<&str>::new(), "{it:?}");
                    assert!(!text.contains("{$"), "{it:?}");
                }
                assert!(it.subject.chars().count() <= 200 && !it.subject.contains('\n'), "{it:?}");
                assert!(it.body.contains("\n\n") && it.body.contains('{'), "{it:?}");
            }
        }
    }

    #[test]
    fn an_own_template_stands_in_the_place_of_the_built_in_one() {
        let own = MailTemplateDraft { subject: "Mine".into(), ..built_in(Lang::En).remove(0) };
        let offered = offered(std::slice::from_ref(&own), Lang::En);
        assert_eq!(offered.len(), 10);
        assert_eq!(offered[0], own);
        let languages: Vec<&str> = offered.iter().map(|it| it.language.as_str()).collect();
        assert_eq!(languages, [["en"; 5], ["es"; 5]].concat());
    }
}
