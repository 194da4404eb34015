//! The selected client in five lines, for screens without room for a card.

use super::file::{person, star_reason};
use super::push_labelled;
use super::timeline::follow_up;
use crate::domain::card::ClientCard;
use crate::text::Terms;
use crate::tui::rich::{RichLine, Role};

/// Name and stars, the reason of the stars, who buys, what is next, what was last; each on one line.
pub fn detail(card: &ClientCard, terms: Terms) -> Vec<RichLine> {
    /// Wider than any screen: what does not fit is cut where it is drawn.
    const ENDLESS: usize = 10_000;
    let mut lines = Vec::new();
    let head = RichLine::new(Role::Title, card.file.name.clone());
    let phone = if card.file.phone.is_empty() { String::new() } else { format!("  {}", card.file.phone) };
    let place = if card.file.city.is_empty() { String::new() } else { format!("  {}", card.file.city) };
    lines.push(head.and(Role::Normal, phone).and(Role::Dim, place));
    if let Some((role, text)) = star_reason(card, terms).into_iter().next() {
        lines.push(RichLine::new(role, text));
    }
    if let Some(buyer) = &card.buyer {
        push_labelled(&mut lines, &terms.t("card-label-buyer"), Role::Normal, &person(buyer, terms), ENDLESS);
    }
    if let Some(next) = card.open_follow_ups.first() {
        let role = if next.due < terms.today { Role::Warning } else { Role::Normal };
        let text = format!("{} · {}", terms.date(next.due), follow_up(next, terms));
        push_labelled(&mut lines, &terms.t("card-label-next"), role, &text, ENDLESS);
    }
    for item in card.timeline.iter().take(2) {
        let (role, text) = super::timeline::event(item, terms);
        push_labelled(&mut lines, &terms.date(item.day), role, &text, ENDLESS);
    }
    lines
}
