//! What the keys do with the cell under the column cursor: only this value, all but this one.
use super::row::Row;
use super::status::Tone;
use super::{Model, page};
use crate::domain::custom::CustomValue;
use crate::domain::day::Day;
use crate::domain::kinds::CustomKind;
use crate::domain::list::{Column, ListKind};
use crate::domain::stars::Stars;
use crate::filter::{Field, Filter, Held, Subject};

/// Narrows the list to the value of the cell; its row stays selected.
pub fn only(model: &mut Model) {
    if let Some((subject, value)) = cell(model) {
        let filter = model.list().filter().only(subject, &value);
        apply(model, filter);
    }
}

/// Leaves the value of the cell out; what comes after its row is selected.
pub fn except(model: &mut Model) {
    if let Some((subject, value)) = cell(model) {
        let filter = model.list().filter().except(subject, &value);
        apply(model, filter);
    }
}

/// Filters the list, which stays where it stands, unless the line could not be read again.
pub fn apply(model: &mut Model, filter: Filter) {
    let line = filter.print(&model.reading(), model.locale.lang);
    match crate::filter::parse(&line, &model.reading()) {
        Ok(_) => model.list_mut().refine(filter),
        Err(error) => {
            let text = error.message(model.locale.lang);
            model.say(Tone::Hint, text);
        }
    }
}

/// What a column shows as a condition; where it is none, says why.
pub fn subject(model: &mut Model) -> Option<(Column, Subject)> {
    let column = model.list().column()?;
    let kind = model.list().kind();
    if let Some(subject) = Subject::of_column(kind, column) {
        return Some((column, subject));
    }
    let name = model.head(column);
    let text = match further(kind, column) {
        Some(field) => {
            let field = field.name(model.locale.lang);
            model.locale.ta("hint-column-is-less", &[("column", name.into()), ("field", field.into())])
        }
        None => model.locale.ta("hint-column-is-no-condition", &[("column", name.into())]),
    };
    model.say(Tone::Hint, text);
    None
}

/// The field that looks further than the column shows.
fn further(kind: ListKind, column: Column) -> Option<Field> {
    match (kind, column) {
        (ListKind::Clients, Column::Phone) => Some(Field::Phone),
        (ListKind::Clients, Column::Email) => Some(Field::Email),
        (ListKind::Contacts, Column::Role | Column::JobTitle) => Some(Field::Role),
        (ListKind::Contacts, Column::LastTouch) => Some(Field::LastTouch),
        _ => None,
    }
}

/// The value of the cell under the column cursor, as a condition; where there is none, says why.
fn cell(model: &mut Model) -> Option<(Subject, Held)> {
    let (column, subject) = subject(model)?;
    let Some(row) = model.list().selected() else {
        page::nothing_selected(model);
        return None;
    };
    let value = held(row, column);
    if value.is_none() {
        let text = model.t("hint-cell-of-several");
        model.say(Tone::Hint, text);
    }
    Some((subject, value?))
}

/// What a row has in a column that is a condition; `None` where it has several values.
fn held(row: &Row, column: Column) -> Option<Held> {
    use Column as C;
    if let C::Custom(field) = column {
        return Some(match row.custom(field.id) {
            None => Held::Nothing,
            Some(CustomValue::Text(it)) => text(it),
            Some(CustomValue::Number(days)) if field.kind == CustomKind::Date => {
                day(i32::try_from(*days).ok().map(Day))
            }
            Some(CustomValue::Number(number)) => Held::Number(*number),
        });
    }
    Some(match (row, column) {
        (Row::Today(row), C::Name) => text(&row.name),
        (Row::Today(row), C::City) => text(&row.city),
        (Row::Today(row), C::Stars) => stars(row.stars),
        (Row::Today(row), C::Owner) => person(&row.owner),
        (Row::Today(row), C::LastTouch) => day(row.last_touch),
        (Row::Client(row), C::Name) => text(&row.name),
        (Row::Client(row), C::City) => text(&row.city),
        (Row::Client(row), C::Sector) => text(&row.sector),
        (Row::Client(row), C::Code) => text(&row.code),
        (Row::Client(row), C::Owner) => person(&row.owner),
        (Row::Client(row), C::Stage) => Held::Choice(row.stage.word()),
        (Row::Client(row), C::Stars) => stars(row.stars),
        (Row::Client(row), C::SalesYear) => Held::Number(row.sales_year),
        (Row::Client(row), C::Potential) => row.potential.map_or(Held::Nothing, Held::Number),
        (Row::Client(row), C::LastBuy) => day(row.last_buy),
        (Row::Client(row), C::LastVisit) => day(row.last_visit),
        (Row::Client(row), C::LastTouch) => day(row.last_touch),
        (Row::Client(row), C::NextDue) => day(row.next_due),
        (Row::Client(row), C::Tags) => match row.tags.as_slice() {
            [] => Held::Nothing,
            [only] => text(only),
            _ => return None,
        },
        (Row::Contact(row), C::Name) => text(&row.name),
        (Row::Contact(row), C::Client) => text(&row.client_name),
        (Row::Contact(row), C::City) => text(&row.city),
        (Row::Contact(row), C::Phone) => text(&row.phone),
        (Row::Contact(row), C::Email) => text(&row.email),
        (Row::Contact(row), C::Stars) => stars(row.stars),
        (Row::Sale(row), C::Client) => text(&row.client_name),
        (Row::Sale(row), C::Date) => day(Some(row.day)),
        (Row::Sale(row), C::Amount) => Held::Number(row.base_minor),
        (Row::Sale(row), C::Number) => text(&row.number),
        (Row::Sale(row), C::Contact) => text(&row.contact),
        (Row::Sale(row), C::Owner) => person(&row.salesperson),
        (Row::Sale(row), C::Stars) => stars(row.stars),
        (Row::Sale(row), C::Kind) => Held::Choice(row.kind.word()),
        (Row::FollowUp(row), C::Client) => text(&row.client_name),
        (Row::FollowUp(row), C::City) => text(&row.city),
        (Row::FollowUp(row), C::Due) => day(Some(row.due)),
        (Row::FollowUp(row), C::Title) => text(&row.title),
        (Row::FollowUp(row), C::Contact) => text(&row.contact),
        (Row::FollowUp(row), C::Owner) => person(&row.salesperson),
        (Row::FollowUp(row), C::Stars) => stars(row.stars),
        (Row::FollowUp(row), C::Kind) => Held::Choice(row.kind.word()),
        (Row::FollowUp(row), C::State) => Held::Choice(row.state.word()),
        (Row::Offer(row), C::Client) => text(&row.client_name),
        (Row::Offer(row), C::Date) => day(Some(row.day)),
        (Row::Offer(row), C::Product) => text(&row.product_name),
        (Row::Offer(row), C::Reason) => text(&row.reason),
        (Row::Offer(row), C::Owner) => person(&row.salesperson),
        (Row::Offer(row), C::Stars) => stars(row.stars),
        (Row::Offer(row), C::Answer) => Held::Choice(row.answer.word()),
        (Row::Offer(row), C::AnsweredOn) => day(row.answered),
        (Row::Survey(row), C::SentOn) => day(Some(row.sent)),
        (Row::Survey(row), C::AnsweredOn) => day(row.answered),
        (Row::Survey(row), C::Survey) => text(&row.survey),
        (Row::Survey(row), C::Score) => decimal(row.score),
        (Row::Survey(row), C::Comment) => text(&row.comment),
        (Row::Survey(row), C::Client) => text(&row.client_name),
        (Row::Survey(row), C::Stars) => stars(row.stars),
        (Row::Interaction(row), C::Client) => text(&row.client_name),
        (Row::Interaction(row), C::City) => text(&row.city),
        (Row::Interaction(row), C::Date) => day(Some(row.day)),
        (Row::Interaction(row), C::Contact) => text(&row.contact),
        (Row::Interaction(row), C::Owner) => person(&row.salesperson),
        (Row::Interaction(row), C::Stars) => stars(row.stars),
        (Row::Interaction(row), C::Kind) => Held::Choice(row.kind.word()),
        (Row::Interaction(row), C::Minutes) => decimal(row.minutes),
        (Row::Interaction(row), C::Outcome) => {
            row.outcome.map_or(Held::Nothing, |outcome| Held::Choice(outcome.word()))
        }
        (Row::Product(row), C::Name) => text(&row.name),
        (Row::Product(row), C::Sku) => text(&row.sku),
        (Row::Product(row), C::Family) => text(&row.family),
        (Row::Product(row), C::Unit) => text(&row.unit),
        (Row::Product(row), C::Price) => {
            row.price_micros.map_or(Held::Nothing, |micros| Held::Number(micros / 1_000))
        }
        (Row::Salesperson(row), C::Name) => text(&row.name),
        (Row::Salesperson(row), C::Code) => text(&row.code),
        (Row::Salesperson(row), C::Email) => text(&row.email),
        _ => return None,
    })
}

/// A whole number, in thousandths as fields that take decimals have it.
fn decimal(number: Option<i64>) -> Held {
    number.map_or(Held::Nothing, |number| Held::Number(number.saturating_mul(1_000)))
}

fn text(text: &str) -> Held {
    if text.trim().is_empty() { Held::Nothing } else { Held::Text(text.to_owned()) }
}

fn person(name: &str) -> Held {
    if name.is_empty() { Held::Nothing } else { Held::Person(name.to_owned()) }
}

fn stars(stars: Option<Stars>) -> Held {
    stars.map_or(Held::Nothing, |stars| Held::Number(stars.get().into()))
}

fn day(day: Option<Day>) -> Held {
    day.and_then(Day::date).map_or(Held::Nothing, Held::Day)
}
