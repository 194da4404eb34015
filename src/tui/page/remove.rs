//! The question before a row goes.

use super::record;
use crate::domain::ids::ClientId;
use crate::repository::request::{RecordId, Request};
use crate::text::Label as _;
use crate::tui::Model;
use crate::tui::modal::{Confirm, Modal, Yes};
use crate::tui::row::Row;

pub fn ask(model: &mut Model) {
    let Some(record) = record(model) else { return };
    let full = model.in_full().map(|(_, name)| name.to_owned());
    let subject = full.or_else(|| model.selected().map(|row| told_apart(row, model.terms())));
    let subject = subject.unwrap_or_default();
    let (mut on_yes, mut on_this_one) = (Request::Remove(record), None);
    let key = match record {
        RecordId::Client(id) if is_archived(model, id) => {
            on_yes = Request::RestoreClient(id);
            "confirm-restore-client"
        }
        RecordId::Client(_) => "confirm-remove-client",
        RecordId::Contact(_) => "confirm-remove-contact",
        RecordId::Product(_) => "confirm-remove-product",
        RecordId::Sale(_) => "confirm-remove-sale",
        RecordId::FollowUp(id) if is_of_series(model.selected()) => {
            on_this_one = Some(id);
            "confirm-remove-series"
        }
        RecordId::FollowUp(_) => "confirm-remove-follow-up",
        RecordId::Offer(_) => "confirm-remove-offer",
        RecordId::Survey(_) => "confirm-remove-survey",
        RecordId::Interaction(_) => "confirm-remove-interaction",
        RecordId::Salesperson(_) => "confirm-remove-salesperson",
        RecordId::MailTemplate(_) => "confirm-remove-mail-template",
        // The screen of fields asks itself.
        RecordId::CustomField(_) => return,
    };
    let question = model.locale.ta(key, &[("subject", subject.into())]);
    model.modal = Some(Modal::Confirm(Confirm { question, on_yes: Yes::Store(on_yes), on_this_one }));
}

/// Is the client out of the lists, as far as the screen knows?
fn is_archived(model: &Model, client: ClientId) -> bool {
    let on_card = model.card.of(client).is_some_and(|card| card.row.archived);
    on_card || matches!(model.selected(), Some(Row::Client(row)) if row.id == client && row.archived)
}

fn is_of_series(row: Option<&Row>) -> bool {
    matches!(row, Some(Row::FollowUp(row)) if row.recurrence.is_some())
}

/// What a row is called where it must not be taken for another one.
fn told_apart(row: &Row, terms: crate::text::Terms) -> String {
    let parts = match row {
        Row::Sale(sale) => {
            let (day, amount) = (terms.date(sale.day), terms.money(sale.base_minor));
            vec![sale.number.clone(), sale.client_name.clone(), day, amount]
        }
        Row::Interaction(done) => {
            let kind = done.kind.label(terms.locale.lang);
            vec![kind, done.client_name.clone(), terms.date(done.day)]
        }
        Row::FollowUp(task) => vec![task.title.clone(), task.client_name.clone(), terms.date(task.due)],
        Row::Offer(offer) => {
            vec![offer.product_name.clone(), offer.client_name.clone(), terms.date(offer.day)]
        }
        Row::Survey(sent) => vec![sent.survey.clone(), sent.client_name.clone(), terms.date(sent.sent)],
        Row::Today(_)
        | Row::Client(_)
        | Row::Contact(_)
        | Row::Total(_)
        | Row::Product(_)
        | Row::Salesperson(_) => {
            vec![row.subject().to_owned()]
        }
    };
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}
