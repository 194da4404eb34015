//! What the keys do on what else fills the screen: the briefing of a client, the card of a product.

#![expect(clippy::wildcard_enum_match_arm, reason = "in each place only its own actions do something")]

use super::{act_on_both, no_client_here, show_of_client};
use crate::tui::tab::Tab;
use crate::tui::{Action, Effect, Model, act, layout};

/// On the card of a product: up and down go from client to client.
pub fn act_on_product(model: &mut Model, action: Action) -> Vec<Effect> {
    let height = model.screen().map_or(1, |screen| usize::from(screen.body.height));
    if let Some(rows) = act::steps(action, height) {
        model.product.move_by(rows, height);
        return Vec::new();
    }
    match action {
        Action::Back => model.product.close(),
        Action::Open => {
            let Some((client, name)) = model.client() else {
                no_client_here(model);
                return Vec::new();
            };
            let name = name.to_owned();
            model.card.open(client, &name);
        }
        _ => return act_on_both(model, action),
    }
    Vec::new()
}

/// On the briefing.
pub fn act_on_briefing(model: &mut Model, action: Action) -> Vec<Effect> {
    let height = briefing_height(model);
    if let Some(lines) = act::steps(action, height) {
        model.briefing.scroll_by(lines, height);
        return Vec::new();
    }
    match action {
        Action::Back | Action::Brief => model.briefing.close(),
        Action::Open => {
            if let Some((client, name)) = model.briefing.client() {
                let name = name.to_owned();
                model.briefing.close();
                model.card.open(client, &name);
            }
        }
        Action::ClientContacts => show_of_client(model, Tab::Contacts),
        Action::ClientSales => show_of_client(model, Tab::Sales),
        Action::ClientFollowUps => show_of_client(model, Tab::FollowUps),
        Action::ClientActivity => show_of_client(model, Tab::Activity),
        _ => return act_on_both(model, action),
    }
    Vec::new()
}

/// Lines of the briefing that are seen at once.
fn briefing_height(model: &Model) -> usize {
    model.screen().map_or(1, |screen| usize::from(layout::briefing(&screen).height)).max(1)
}

/// Opens the briefing of the client.
pub fn brief(model: &mut Model) {
    let Some((client, name)) = model.client() else { return no_client_here(model) };
    let name = name.to_owned();
    model.briefing.open(client, &name);
}
