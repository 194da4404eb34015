//! The menu of what can be copied of a client and its people: exactly what is known of them. Where an email address is
//! known, an email can be written too.

#![expect(clippy::wildcard_enum_match_arm, reason = "in a list only its own actions do something")]

use super::modal::Modal;
use super::outside::Copied;
use super::row::Row;
use super::status::Tone;
use super::{Action, Effect, Model, act, layout, mailing, page};
use crate::domain::card::ClientCard;
use crate::domain::contact::ContactRow;
use crate::domain::ids::{ClientId, ContactId};
use crate::text::{Locale, safe};

/// What can be copied, one a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CopyMenu {
    id: ClientId,
    /// The client; raw text of the data.
    pub client: String,
    items: Vec<Item>,
    pub index: usize,
}

/// One of them; raw text of the data.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Item {
    label: &'static str,
    text: String,
    /// The contact, where it is not the client's own.
    whose: String,
    does: Does,
}

/// What happens to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Does {
    Copy,
    /// Writes to the contact, or to the client's own address.
    Mail(Option<ContactId>),
}

impl CopyMenu {
    /// Of a client and those who are still there, first the contact of the selected row.
    fn of(card: &ClientCard, first: Option<ContactId>) -> Self {
        let mut people: Vec<_> = card
            .contacts
            .iter()
            .filter(|contact| contact.left_on.is_none() || Some(contact.id) == first)
            .collect();
        people.sort_by_key(|contact| Some(contact.id) != first);
        let mut items = Vec::new();
        let mut push = |label, text: &str, whose: &str, does| {
            let text = clean(text);
            let is_known = if does == Does::Copy { !text.is_empty() } else { text.contains('@') };
            if is_known {
                items.push(Item { label, text, whose: whose.to_owned(), does });
            }
        };
        let file = &card.file;
        let (selected, others) = people.split_at(usize::from(first.is_some()).min(people.len()));
        for person in selected {
            person_lines(person, &mut push);
        }
        let street = [&file.address, &file.postcode, &file.city, &file.region, &file.country];
        let street: Vec<&str> =
            street.into_iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
        push("copy-phone", &file.phone, "", Does::Copy);
        push("copy-email", &file.email, "", Does::Copy);
        push("copy-write", &file.email, "", Does::Mail(None));
        push("copy-name", &file.name, "", Does::Copy);
        if !file.address.trim().is_empty() {
            push("copy-address", &street.join(", "), "", Does::Copy);
        }
        push("copy-tax-id", &file.tax_id, "", Does::Copy);
        push("copy-website", &file.website, "", Does::Copy);
        for person in others {
            person_lines(person, &mut push);
        }
        Self { id: card.row.id, client: file.name.clone(), items, index: 0 }
    }

    /// What the lines say.
    pub fn names(&self, locale: &Locale) -> Vec<String> {
        let labels: Vec<String> = self.items.iter().map(|item| locale.t(item.label)).collect();
        let width = labels.iter().map(|label| safe::width(label)).max().unwrap_or(0);
        let line = |(item, label): (&Item, &String)| {
            // Whom to write to is chosen by name, what to paste by what it is.
            let says = match (item.whose.as_str(), item.does) {
                ("", _) => item.text.clone(),
                (whose, Does::Copy) => format!("{} · {whose}", item.text),
                (whose, Does::Mail(_)) => format!("{whose} · {}", item.text),
            };
            format!("{}  {says}", safe::pad(label, width))
        };
        self.items.iter().zip(&labels).map(line).collect()
    }

    fn move_by(&mut self, rows: isize) {
        self.index = self.index.saturating_add_signed(rows).min(self.items.len().saturating_sub(1));
    }
}

/// What there is of a contact; who has left is not written to.
fn person_lines(person: &ContactRow, push: &mut impl FnMut(&'static str, &str, &str, Does)) {
    push("copy-phone", &person.phone, &person.name, Does::Copy);
    push("copy-email", &person.email, &person.name, Does::Copy);
    if person.left_on.is_none() {
        push("copy-write", &person.email, &person.name, Does::Mail(Some(person.id)));
    }
    push("copy-name", &person.name, "", Does::Copy);
}

/// A line without what would do something where it is pasted.
fn clean(text: &str) -> String {
    let text: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    text.trim().to_owned()
}

/// Asks for what can be copied of the client of the screen or the row.
pub fn begin(model: &mut Model) {
    let Some((client, _)) = model.client() else { return page::no_client_here(model) };
    model.copying = Some(client);
    show(model);
}

/// Opens the menu that was asked for, when the client's card is here.
pub fn show(model: &mut Model) {
    let Some(client) = model.copying.filter(|client| !model.card.is_awaited(*client)) else { return };
    let first = match model.selected().filter(|_| model.in_full().is_none()) {
        Some(Row::Contact(row)) => Some(row.id),
        Some(Row::FollowUp(row)) => row.contact_id,
        _ => None,
    };
    let Some(card) = model.card.of(client) else { return };
    let first = first.filter(|first| card.contacts.iter().any(|contact| contact.id == *first));
    let menu = CopyMenu::of(card, first);
    model.copying = None;
    model.modal = Some(Modal::Copy(menu));
}

/// In the menu.
pub fn choose(model: &mut Model, action: Action) -> Vec<Effect> {
    let height = usize::from(layout::modal_text(layout::modal(model.width, model.height)).height);
    let Some(Modal::Copy(mut menu)) = model.modal.take() else { return Vec::new() };
    match action {
        Action::Cancel => return Vec::new(),
        Action::Submit => {
            let Some(item) = menu.items.into_iter().nth(menu.index) else { return Vec::new() };
            match item.does {
                Does::Copy => return vec![Effect::Copy(item.text)],
                Does::Mail(contact) => mailing::begin(model, menu.id, contact),
            }
            return Vec::new();
        }
        _ => menu.move_by(act::steps(action, height).unwrap_or(0)),
    }
    model.modal = Some(Modal::Copy(menu));
    Vec::new()
}

/// Enough of a text to know it again: its beginning, where it has several lines.
fn shown(text: &str) -> String {
    match text.split_once('\n') {
        Some((first, _)) => format!("{} …", first.trim_end()),
        None => text.to_owned(),
    }
}

/// Says how copying ended.
pub fn copied(model: &mut Model, text: &str, how: &Copied) {
    let lang = model.locale.lang;
    let text = shown(text);
    let (tone, said) = match how {
        Copied::Sent => (Tone::Done, lang.ta("copied-sent", &[("text", text.into())])),
        Copied::Given => (Tone::Done, lang.ta("copied-given", &[("text", text.into())])),
        Copied::TooLong => (Tone::Error, lang.t("copied-too-long")),
        Copied::Failed { command, reason } => {
            let reason = reason.clone().unwrap_or_else(|| lang.t("copied-command-failed"));
            (Tone::Error, lang.ta("copied-not", &[("command", command.into()), ("reason", reason.into())]))
        }
    };
    model.say(tone, said);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_pasted_does_nothing_of_its_own() {
        assert_eq!(clean(" 600\u{1b}]52;x\u{7}\r\n111\u{9b}1m "), "600 ]52;x   111 1m");
        assert_eq!(clean("Ñandú 🦩"), "Ñandú 🦩");
        assert_eq!(clean("\n"), "");
    }
}
