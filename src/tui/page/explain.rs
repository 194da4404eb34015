//! Why: of a client's stars, of its place in Today, of what surveys say.

use super::no_client_here;
use crate::domain::today::TodayRow;
use crate::repository::request::{Request, Ticket};
use crate::tui::modal::{Modal, Reader};
use crate::tui::rich::RichLine;
use crate::tui::status::Tone;
use crate::tui::tab::Tab;
use crate::tui::{Effect, Model, card, surveys, why};

/// Shows why the client has its stars, as soon as its card is here.
pub fn stars(model: &mut Model) {
    let Some((client, _)) = model.client() else { return no_client_here(model) };
    model.explaining = Some(client);
    show_explanation(model);
}

/// Opens the explanation that was asked for, when the client's card is here.
pub fn show_explanation(model: &mut Model) {
    let Some(client) = model.explaining else { return };
    let terms = model.terms();
    let Some(found) = model.card.of(client) else { return };
    let text = card::star_reason(found, terms).into_iter().map(|(role, text)| RichLine::new(role, text));
    let title = found.file.name.clone();
    let reader = Reader::new(title, text.collect());
    model.explaining = None;
    model.modal = Some(Modal::Reader(reader));
}

/// Shows what came back of every survey; it is known where they are listed.
pub fn figures(model: &mut Model) {
    if model.tab != Tab::Surveys || model.in_full().is_some() {
        let text = model.t("hint-figures-of-surveys");
        model.say(Tone::Hint, text);
        return;
    }
    let text = surveys::text(&model.figures, model.terms());
    model.modal = Some(Modal::Reader(Reader::new(model.t("survey-figures"), text)));
}

/// Asks why the client is in Today, or is not.
pub fn ask_why(model: &mut Model) -> Vec<Effect> {
    let Some((client, _)) = model.client() else {
        no_client_here(model);
        return Vec::new();
    };
    let ticket = model.tickets.give();
    model.asking_why = Some(ticket);
    vec![Effect::Store(Request::Why { ticket, client })]
}

/// Shows the answer, unless something else stands over the screen by now.
pub fn show_why(model: &mut Model, ticket: Ticket, row: Option<&TodayRow>) {
    if model.asking_why != Some(ticket) {
        return;
    }
    model.asking_why = None;
    // What came up meanwhile is not taken away from under the user's hands.
    if let (Some(row), None, None) = (row, &model.modal, &model.line) {
        let reader = Reader::new(row.name.clone(), why::text(row, model.terms()));
        model.modal = Some(Modal::Reader(reader));
    }
}
