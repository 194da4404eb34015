//! The upper part of a card: who the client is, what it is worth and why, who buys there, the whole file.

use super::{push_heading, push_labelled};
use crate::domain::brief::Wallet;
use crate::domain::card::ClientCard;
use crate::domain::contact::ContactRow;
use crate::domain::kinds::ContactRole;
use crate::rating::{explain, star_line};
use crate::text::Terms;
use crate::text::{Label as _, custom, numbers};
use crate::tui::rich::{RichLine, Role, wrapped};

/// Who the client is, what it is worth and what it buys: what stands above all else.
pub fn lines(card: &ClientCard, terms: Terms, width: usize) -> Vec<RichLine> {
    let mut lines = Vec::new();
    for line in wrapped(&card.file.name, width) {
        lines.push(RichLine::new(Role::Title, line));
    }
    lines.push(RichLine::new(Role::Dim, standing(card, terms)));
    if card.file.do_not_contact {
        lines.push(RichLine::new(Role::Warning, terms.t("card-do-not-contact")));
    }
    if let Some(they_call) = card.file.they_call.filter(|it| it.until.is_none_or(|until| until > terms.today))
    {
        let text = match they_call.until {
            Some(until) => terms.locale.ta("card-they-call-until", &[("until", terms.date(until).into())]),
            None => terms.t("card-they-call"),
        };
        lines.push(RichLine::new(Role::Warning, text));
    }
    push_stars(&mut lines, card, terms, width);
    push_trade(&mut lines, card, terms, width);
    lines
}

/// Where the client stands: stage, city, owner, archived.
fn standing(card: &ClientCard, terms: Terms) -> String {
    let mut parts = vec![card.file.stage.label(terms.locale.lang)];
    for part in [&card.row.city, &card.row.owner, &card.file.phone] {
        if !part.is_empty() {
            parts.push(part.clone());
        }
    }
    if card.row.archived {
        parts.push(terms.t("card-archived"));
    }
    parts.join(" · ")
}

/// Stars and the reason for them; a manager's word with its reason and end.
fn push_stars(lines: &mut Vec<RichLine>, card: &ClientCard, terms: Terms, width: usize) {
    for (role, text) in star_reason(card, terms) {
        lines.extend(wrapped(&text, width).into_iter().map(|line| RichLine::new(role, line)));
    }
}

/// The stars and their reason in one or two paragraphs.
pub fn star_reason(card: &ClientCard, terms: Terms) -> Vec<(Role, String)> {
    let mut paragraphs = Vec::new();
    if let Some(word) = &card.star_override {
        let args = [
            ("stars", star_line(Some(word.stars), true).into()),
            ("reason", word.reason.clone().into()),
            ("by", word.by.clone().into()),
            ("until", terms.date(word.until).into()),
        ];
        paragraphs.push((Role::Stars, terms.locale.ta("card-override", &args)));
    }
    let by = card.file.potential.as_ref().map(|potential| potential.source.as_str());
    let by = by.filter(|source| !source.is_empty());
    paragraphs.push(match &card.rating {
        Some((rating, calibration)) => {
            (Role::Stars, explain(rating, calibration, terms.currency, by, &terms.locale))
        }
        None => (Role::Dim, terms.t("card-unrated")),
    });
    paragraphs
}

/// What it buys, when it last did and who did it, and how often we were in touch.
fn push_trade(lines: &mut Vec<RichLine>, card: &ClientCard, terms: Terms, width: usize) {
    let field = |key: &str| terms.t(key);
    let sales = terms.locale.ta(
        "card-sales",
        &[
            ("year", terms.money(card.sales_year).into()),
            ("total", terms.money(card.sales_total).into()),
            ("count", card.sales_count.into()),
        ],
    );
    push_labelled(lines, &field("card-label-sales"), Role::Normal, &sales, width);
    let last = card.row.last_buy.map_or_else(
        || terms.t("never"),
        |day| {
            let mut text = format!("{} ({})", terms.date(day), terms.ago(day));
            if let Some((name, _)) = card.last_buyer.as_ref().filter(|(name, _)| !name.is_empty()) {
                text.push_str(" · ");
                text.push_str(name);
            }
            text
        },
    );
    push_labelled(lines, &field("card-label-last-buy"), Role::Normal, &last, width);
    if let Some(buyer) = &card.buyer {
        push_labelled(lines, &field("card-label-buyer"), Role::Normal, &person(buyer, terms), width);
    }
    let touch = terms.locale.ta(
        "card-touches",
        &[
            ("visits", card.visits_year.into()),
            ("calls", card.calls_year.into()),
            ("emails", card.emails_year.into()),
            ("last", card.row.last_touch.map_or_else(|| terms.t("never"), |day| terms.ago(day)).into()),
        ],
    );
    let role = if card.row.last_touch.is_none() { Role::Warning } else { Role::Normal };
    push_labelled(lines, &field("card-label-touches"), role, &touch, width);
    push_labelled(
        lines,
        &terms.t("card-label-offers"),
        Role::Normal,
        &super::timeline::offers(card, terms),
        width,
    );
    push_labelled(
        lines,
        &terms.t("card-label-score"),
        Role::Normal,
        &super::timeline::last_score(card, terms),
        width,
    );
    if let Some(potential) = &card.file.potential {
        let mut text = format!("{} · {}", terms.money(potential.minor), terms.date(potential.on));
        if !potential.source.is_empty() {
            text.push_str(" · ");
            text.push_str(&potential.source);
        }
        let mut role = Role::Normal;
        if let Some(wallet) = Wallet::of(card.sales_year, Some(potential.minor)) {
            let percent = numbers::percent(wallet.percent.saturating_mul(100), &terms.locale);
            let key = if wallet.is_beyond() { "card-wallet-beyond" } else { "card-wallet" };
            role = if wallet.is_beyond() { Role::Warning } else { role };
            text.push_str(" · ");
            text.push_str(&terms.locale.ta(key, &[("percent", percent.into())]));
        }
        push_labelled(lines, &terms.t("card-label-potential"), role, &text, width);
    }
}

/// Every field of the file that is filled in.
pub fn push_file(lines: &mut Vec<RichLine>, card: &ClientCard, terms: Terms, width: usize) {
    let file = &card.file;
    push_heading(lines, &terms.t("card-file"));
    let place = [file.postcode.as_str(), &file.city, &file.region, &file.country];
    let place: Vec<&str> = place.into_iter().filter(|part| !part.is_empty()).collect();
    let days = |days: Option<i64>| {
        days.map(|days| terms.locale.ta("card-days", &[("count", days.into())])).unwrap_or_default()
    };
    let (visit, touch) = (days(file.visit_every), days(file.touch_every));
    let (tags, place) = (file.tags.join(", "), place.join(" · "));
    let fields: [(&str, &str); 10] = [
        ("phone", &file.phone),
        ("email", &file.email),
        ("website", &file.website),
        ("address", &file.address),
        ("city", &place),
        ("code", &file.code),
        ("tax-id", &file.tax_id),
        ("sector", &file.sector),
        ("source", &file.source),
        ("tags", &tags),
    ];
    for (name, value) in fields {
        push_labelled(lines, &terms.locale.lang.field(name), Role::Normal, value, width);
    }
    for (label, value) in [("card-label-visit-every", visit), ("card-label-touch-every", touch)] {
        push_labelled(lines, &terms.t(label), Role::Normal, &value, width);
    }
    for (field, value) in &card.custom {
        let value = custom::shown(field.kind, value, terms.currency, &terms.locale);
        push_labelled(lines, &field.label, Role::Normal, &value, width);
    }
}

/// Everybody at the client; those who left are dim.
pub fn push_contacts(lines: &mut Vec<RichLine>, card: &ClientCard, terms: Terms, width: usize) {
    push_heading(lines, &terms.t("card-contacts"));
    if card.contacts.is_empty() {
        lines.push(RichLine::new(Role::Dim, terms.t("card-no-contacts")));
    }
    for contact in &card.contacts {
        let role = if contact.left_on.is_some() { Role::Dim } else { Role::Normal };
        for (index, line) in wrapped(&person(contact, terms), width.saturating_sub(2)).into_iter().enumerate()
        {
            let mark = if index == 0 && contact.main { "• " } else { "  " };
            lines.push(RichLine::new(Role::Key, mark).and(role, line));
        }
    }
}

/// A contact in one paragraph: name, what the person does, how to reach it.
pub fn person(contact: &ContactRow, terms: Terms) -> String {
    let mut parts = vec![contact.name.clone()];
    if contact.job_title.is_empty() && contact.role != ContactRole::Other {
        parts.push(contact.role.label(terms.locale.lang));
    }
    for part in [&contact.job_title, &contact.phone, &contact.email] {
        if !part.is_empty() {
            parts.push(part.clone());
        }
    }
    if let Some(day) = contact.left_on {
        parts.push(terms.locale.ta("card-left", &[("date", terms.date(day).into())]));
    }
    parts.join(" · ")
}
