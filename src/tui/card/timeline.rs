//! The lower part of a card: what is to be done, and what happened, newest first.

use super::{REPEATS, push_heading};
use crate::domain::card::{ClientCard, TimelineEvent, TimelineItem};
use crate::domain::follow_up::FollowUpRow;
use crate::domain::kinds::{FollowUpState, InteractionKind, OfferAnswer, SaleKind};
use crate::domain::offer::OfferRow;
use crate::text::Terms;
use crate::text::dates::every;
use crate::text::{Label as _, safe};
use crate::tui::rich::{RichLine, Role, wrapped};

/// The open follow-ups, the most urgent first; late ones stand out.
pub fn push_open_follow_ups(lines: &mut Vec<RichLine>, card: &ClientCard, terms: Terms, width: usize) {
    if card.open_follow_ups.is_empty() {
        return;
    }
    push_heading(lines, &terms.t("card-follow-ups"));
    for row in &card.open_follow_ups {
        let role = if row.due < terms.today { Role::Warning } else { Role::Normal };
        push_dated(lines, &terms.date(row.due), role, &follow_up(row, terms), width);
    }
}

/// A follow-up in one paragraph.
pub fn follow_up(row: &FollowUpRow, terms: Terms) -> String {
    let mut parts = vec![row.kind.label(terms.locale.lang)];
    for part in [&row.title, &row.contact, &row.salesperson] {
        if !part.is_empty() {
            parts.push(part.clone());
        }
    }
    if let Some(recurrence) = row.recurrence {
        parts.push(format!("{REPEATS}{}", every::label(recurrence.every, terms.locale.lang)));
    }
    if row.snoozes > 0 {
        parts.push(terms.locale.ta("follow-up-snoozes", &[("count", row.snoozes.into())]));
    }
    parts.join(" · ")
}

/// The open offers in one paragraph; empty without any.
pub fn offers(card: &ClientCard, terms: Terms) -> String {
    let one = |row: &OfferRow| {
        let answer = match row.bought_since {
            Some(_) => offer_answer(row, terms),
            None => format!("{}, {}", offer_answer(row, terms), terms.ago(row.day)),
        };
        format!("{} ({answer})", row.product_name)
    };
    card.open_offers.iter().map(one).collect::<Vec<_>>().join(" · ")
}

/// The score that was given last, in one paragraph; empty without one.
pub fn last_score(card: &ClientCard, terms: Terms) -> String {
    let Some(last) = &card.last_score else { return String::new() };
    let mut parts = vec![
        format!("{}/{}", last.score, last.scale.max),
        last.survey.clone(),
        last.contact.clone(),
        terms.ago(last.answered),
    ];
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

/// The answer to an offer; of an open one whose product was bought, that it was.
fn offer_answer(row: &OfferRow, terms: Terms) -> String {
    let answer = row.answer.label(terms.locale.lang);
    match row.bought_since {
        Some(day) => {
            let args = [("answer", answer.into()), ("date", terms.date(day).into())];
            terms.locale.ta("offer-bought-since", &args)
        }
        None => answer,
    }
}

/// Sales, interactions, follow-ups and offers.
pub fn push_history(lines: &mut Vec<RichLine>, card: &ClientCard, terms: Terms, width: usize) {
    push_heading(lines, &terms.t("card-history"));
    if card.timeline.is_empty() {
        lines.push(RichLine::new(Role::Dim, terms.t("card-no-history")));
    }
    for item in &card.timeline {
        let (role, text) = event(item, terms);
        push_dated(lines, &terms.date(item.day), role, &text, width);
    }
    if card.timeline_more > 0 {
        let more = terms.locale.ta("card-more-history", &[("count", card.timeline_more.into())]);
        lines.push(RichLine::new(Role::Dim, more));
    }
}

/// What happened, in one paragraph.
pub fn event(item: &TimelineItem, terms: Terms) -> (Role, String) {
    let lang = terms.locale.lang;
    let (role, mut parts) = match &item.what {
        TimelineEvent::Sale { id: _, kind, number, base_minor, products } => {
            let role = match kind {
                SaleKind::Sale => Role::Success,
                SaleKind::Return => Role::Warning,
            };
            (role, vec![kind.label(lang), terms.money(*base_minor), products.clone(), number.clone()])
        }
        TimelineEvent::Interaction { id: _, kind, direction: _, minutes, outcome, text } => {
            let minutes = minutes.map(|minutes| format!("{minutes} min")).unwrap_or_default();
            let outcome = outcome.map(|outcome| outcome.label(lang)).unwrap_or_default();
            (Role::Normal, vec![kind.label(lang), outcome, minutes, text.clone()])
        }
        TimelineEvent::FollowUp { id: _, kind, state, title } => {
            let role = match state {
                FollowUpState::Open => Role::Normal,
                FollowUpState::Done | FollowUpState::Dropped => Role::Dim,
            };
            (role, vec![terms.t("card-follow-up"), kind.label(lang), state.label(lang), title.clone()])
        }
        TimelineEvent::Offer { id: _, product, answer, reason } => {
            let role = match answer {
                OfferAnswer::Pending | OfferAnswer::Interested => Role::Normal,
                OfferAnswer::Bought => Role::Success,
                OfferAnswer::Rejected => Role::Dim,
            };
            (role, vec![terms.t("card-offer"), product.clone(), answer.label(lang), reason.clone()])
        }
        TimelineEvent::Survey { id: _, survey, scale, score, comment } => {
            let told = match score {
                Some(score) => format!("{score}/{}", scale.max),
                None if comment.is_empty() => terms.t("survey-unanswered"),
                None => String::new(),
            };
            let role = if score.is_some() { Role::Success } else { Role::Normal };
            (role, vec![InteractionKind::Survey.label(lang), survey.clone(), told, comment.clone()])
        }
    };
    parts.push(item.contact.clone());
    parts.push(item.who.clone());
    parts.retain(|part| !part.trim().is_empty());
    (role, parts.join(" · "))
}

/// A paragraph beside its date.
fn push_dated(lines: &mut Vec<RichLine>, date: &str, role: Role, text: &str, width: usize) {
    let indent = (safe::width(date) + 1).min(width / 2);
    let mut date = safe::pad(date, indent.saturating_sub(1));
    date.push(' ');
    for part in wrapped(text, width.saturating_sub(indent)) {
        lines.push(RichLine::new(Role::Dim, date).and(role, part));
        date = " ".repeat(indent);
    }
}
