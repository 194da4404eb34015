//! What is known already and what a file says, put together; the one place that decides which of them holds.

use super::{Client, Contact, Product, Seller};
use crate::domain::client::{ClientDraft, PotentialEstimate};
use crate::domain::contact::ContactDraft;
use crate::domain::currency::Currency;
use crate::domain::day::Day;
use crate::domain::ids::SalespersonId;
use crate::domain::product::ProductDraft;
use crate::domain::salesperson::SalespersonDraft;
use crate::exchange::field::Field;
use crate::text::fold::fold;
use crate::text::numbers::round_half_away;

/// What a value of the file does to a value that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    Replace,
    /// Only where nothing is known.
    Fill,
}

impl Manner {
    fn text(self, known: &mut String, said: &str) {
        if !said.is_empty() && (self == Self::Replace || known.is_empty()) {
            said.clone_into(known);
        }
    }

    fn value<T>(self, known: &mut Option<T>, said: Option<T>) {
        if said.is_some() && (self == Self::Replace || known.is_none()) {
            *known = said;
        }
    }

    /// A value that is never absent: what is there was somebody's choice, unless the record is new.
    fn choice<T>(self, known: &mut T, said: Option<T>, new: bool) {
        if let Some(said) = said.filter(|_| self == Self::Replace || new) {
            *known = said;
        }
    }
}

/// Takes the parts of `said` into `known` that it lacks or, when `Replace`, that `said` has.
macro_rules! take {
    ($manner:expr, $known:expr, $said:expr; texts $($text:ident)*; values $($value:ident)*) => {{
        $(if !$said.$text.is_empty() && ($manner == Manner::Replace || $known.$text.is_empty()) {
            $known.$text = $said.$text;
        })*
        $($manner.value(&mut $known.$value, $said.$value);)*
    }};
}

/// Two rows of one file about the same thing; the later one holds where both say something.
pub mod fill {
    use super::{Client, Contact, Manner, Product, Seller};

    pub fn seller(known: &mut Seller, said: Seller, manner: Manner) {
        take!(manner, known, said; texts code name email reports_to;
            values role stars_from stars_to touches_per_week active);
    }

    pub fn product(known: &mut Product, said: Product, manner: Manner) {
        take!(manner, known, said; texts sku name family unit; values price_micros launched_on active);
    }

    pub fn client(known: &mut Client, said: Client, manner: Manner) {
        for (field, text) in said.texts {
            match known.texts.iter_mut().find(|(of, _)| *of == field) {
                Some((_, held)) if manner == Manner::Replace => *held = text,
                Some(_) => {}
                None => known.texts.push((field, text)),
            }
        }
        for (field, value) in said.custom {
            match known.custom.iter_mut().find(|(of, _)| *of == field) {
                Some((_, held)) if manner == Manner::Replace => *held = value,
                Some(_) => {}
                None => known.custom.push((field, value)),
            }
        }
        for tag in said.tags {
            if !known.tags.contains(&tag) {
                known.tags.push(tag);
            }
        }
        take!(manner, known, said; texts code name;
            values owner stage potential_micros potential_on visit_every touch_every do_not_contact);
    }

    pub fn contact(known: &mut Contact, said: Contact, manner: Manner) {
        take!(manner, known, said; texts name job_title phone email language notes;
            values role main consent left_on);
    }
}

impl Seller {
    /// Puts what the file says into the draft; `reports_to` is settled by whoever knows the ids.
    pub fn onto(&self, draft: &mut SalespersonDraft, manner: Manner) {
        let new = draft.id.is_none();
        manner.text(&mut draft.code, &self.code);
        manner.text(&mut draft.name, &self.name);
        manner.text(&mut draft.email, &self.email);
        manner.choice(&mut draft.role, self.role, new);
        manner.choice(&mut draft.stars_from, self.stars_from, new);
        manner.choice(&mut draft.stars_to, self.stars_to, new);
        manner.value(&mut draft.touches_per_week, self.touches_per_week);
        manner.choice(&mut draft.active, self.active, new);
    }
}

impl Product {
    /// Puts what the file says into the draft. A product that only its sku was known of gets its name.
    pub fn onto(&self, draft: &mut ProductDraft, manner: Manner) {
        let new = draft.id.is_none();
        if draft.name == draft.sku {
            draft.name.clear();
        }
        manner.text(&mut draft.sku, &self.sku);
        manner.text(&mut draft.name, &self.name);
        if draft.name.is_empty() {
            draft.name.clone_from(&draft.sku);
        }
        if fold(&draft.family) != fold(&self.family) {
            manner.text(&mut draft.family, &self.family);
        }
        manner.text(&mut draft.unit, &self.unit);
        manner.value(&mut draft.price_micros, self.price_micros);
        manner.value(&mut draft.launched_on, self.launched_on);
        manner.choice(&mut draft.active, self.active, new);
    }
}

/// What a client's draft needs besides the row: the owner by id, the day of the import, and the base currency.
#[derive(Debug, Clone, Copy)]
pub struct Setting {
    pub owner: Option<SalespersonId>,
    pub today: Day,
    pub base: Currency,
}

impl Client {
    /// Puts what the file says into the draft. A client that only its code was known of gets its name.
    pub fn onto(&self, draft: &mut ClientDraft, manner: Manner, setting: Setting) {
        let new = draft.id.is_none();
        if draft.name == draft.code {
            draft.name.clear();
        }
        manner.text(&mut draft.code, &self.code);
        manner.text(&mut draft.name, &self.name);
        if draft.name.is_empty() {
            draft.name.clone_from(&draft.code);
        }
        for (field, text) in &self.texts {
            if let Some(known) = text_of(draft, *field) {
                manner.text(known, text);
            }
        }
        for tag in &self.tags {
            if !draft.tags.iter().any(|known| fold(known) == fold(tag)) {
                draft.tags.push(tag.to_string());
            }
        }
        manner.value(&mut draft.owner, setting.owner);
        manner.choice(&mut draft.stage, self.stage, new);
        self.potential_onto(draft, manner, setting);
        manner.value(&mut draft.visit_every, self.visit_every);
        manner.value(&mut draft.touch_every, self.touch_every);
        manner.choice(&mut draft.do_not_contact, self.do_not_contact, new);
        for (field, value) in &self.custom {
            if new {
                draft.custom.insert(*field, Some(value.clone()));
            } else if let Some(known) = draft.custom.get_mut(field) {
                // A client that is there has every field; one that it lacks is gone since the file was read.
                manner.value(known, Some(value.clone()));
            }
        }
    }

    /// The same estimate without a day of its own keeps the day that it has: importing again changes nothing.
    fn potential_onto(&self, draft: &mut ClientDraft, manner: Manner, setting: Setting) {
        let minor = self
            .potential_micros
            .and_then(|micros| round_half_away(micros.into(), 6, setting.base.exponent()).ok());
        let source = self.text(Field::PotentialSource);
        let said = minor.map(|minor| {
            let known = draft.potential.as_ref().filter(|known| known.minor == minor);
            let on = self.potential_on.or(known.map(|known| known.on)).unwrap_or(setting.today);
            let kept = known.map_or("", |known| &known.source);
            let source = if source.is_empty() { kept } else { source };
            PotentialEstimate { minor, on, source: source.to_owned() }
        });
        manner.value(&mut draft.potential, said);
    }
}

/// The draft's text of a field that is one.
fn text_of(draft: &mut ClientDraft, field: Field) -> Option<&mut String> {
    #[expect(clippy::wildcard_enum_match_arm, reason = "the other fields are no text of a client's file")]
    match field {
        Field::TaxId => Some(&mut draft.tax_id),
        Field::Phone => Some(&mut draft.phone),
        Field::Email => Some(&mut draft.email),
        Field::Website => Some(&mut draft.website),
        Field::Address => Some(&mut draft.address),
        Field::City => Some(&mut draft.city),
        Field::Region => Some(&mut draft.region),
        Field::Postcode => Some(&mut draft.postcode),
        Field::Country => Some(&mut draft.country),
        Field::Sector => Some(&mut draft.sector),
        Field::Source => Some(&mut draft.source),
        Field::Notes => Some(&mut draft.notes),
        _ => None,
    }
}

impl Contact {
    /// Puts what the file says into the draft; whether it is the main contact depends on the others of its client.
    pub fn onto(&self, draft: &mut ContactDraft, manner: Manner) {
        let new = draft.id.is_none();
        manner.text(&mut draft.name, &self.name);
        manner.text(&mut draft.job_title, &self.job_title);
        manner.text(&mut draft.phone, &self.phone);
        manner.text(&mut draft.email, &self.email);
        manner.text(&mut draft.language, self.language);
        manner.text(&mut draft.notes, &self.notes);
        manner.choice(&mut draft.role, self.role, new);
        manner.choice(&mut draft.consent, self.consent, new);
        manner.value(&mut draft.left_on, self.left_on);
    }
}
