//! What a product's card says.

use super::Listed;
use crate::analysis::trend::{Trend, Window, sparkline};
use crate::domain::product_card::{ProductCard, ProductClient};
use crate::rating::star_line;
use crate::text::Terms;
use crate::text::{Arg, dates, numbers, safe};
use crate::tui::card::push_labelled;
use crate::tui::rich::{RichLine, Role, wrapped};

/// The whole card as lines, and the clients on it in their order.
pub fn lines(card: &ProductCard, terms: Terms, width: usize) -> (Vec<RichLine>, Vec<Listed>) {
    let mut lines = Vec::new();
    for line in wrapped(&card.row.name, width) {
        lines.push(RichLine::new(Role::Title, line));
    }
    for line in wrapped(&standing(card, terms), width) {
        lines.push(RichLine::new(Role::Dim, line));
    }
    for (label, text) in figures(card, terms) {
        push_labelled(&mut lines, &terms.t(label), Role::Normal, &text, width);
    }
    let mut clients = Vec::new();
    let stopped = (card.stopped.as_slice(), card.stopped_count, "product-stopped", "product-nobody-stopped");
    let buyers = (card.buyers.as_slice(), card.buyers_count, "product-buyers", "product-nobody-buys");
    let stopped = Some(stopped).filter(|_| card.row.active);
    for (list, count, title, nobody) in stopped.into_iter().chain([buyers]) {
        lines.push(RichLine::default());
        let title = RichLine::new(Role::Head, terms.t(title));
        lines.push(if count == 0 { title } else { title.and(Role::Dim, format!(" ({count})")) });
        if list.is_empty() {
            lines.extend(wrapped(&terms.t(nobody), width).into_iter().map(|it| RichLine::new(Role::Dim, it)));
        }
        for client in list {
            clients.push(Listed { line: lines.len(), client: client.client, name: client.name.clone() });
            lines.push(client_line(client, terms));
        }
        let more = count.saturating_sub(list.len());
        if more > 0 && !list.is_empty() {
            let more = ("count", i64::try_from(more).unwrap_or(i64::MAX).into());
            lines.push(RichLine::new(Role::Dim, terms.locale.ta("product-more-clients", &[more])));
        }
    }
    (lines, clients)
}

/// The selected product in five lines, for screens without room for a card.
pub fn detail(card: &ProductCard, terms: Terms) -> Vec<RichLine> {
    /// Wider than any screen: what does not fit is cut where it is drawn.
    const ENDLESS: usize = 10_000;
    let mut lines = Vec::new();
    let head = RichLine::new(Role::Title, card.row.name.clone());
    lines.push(head.and(Role::Dim, format!("  {}", standing(card, terms))));
    for (label, text) in figures(card, terms).into_iter().take(2) {
        push_labelled(&mut lines, &terms.t(label), Role::Normal, &text, ENDLESS);
    }
    for (list, label) in [(&card.stopped, "product-label-stopped"), (&card.buyers, "product-label-buyers")] {
        let names: Vec<&str> = list.iter().map(|client| client.name.as_str()).collect();
        let role = if label == "product-label-stopped" { Role::Warning } else { Role::Normal };
        push_labelled(&mut lines, &terms.t(label), role, &names.join(" · "), ENDLESS);
    }
    lines
}

/// What the product is: code, family, list price, since when it is sold.
fn standing(card: &ProductCard, terms: Terms) -> String {
    let row = &card.row;
    let price = |micros| numbers::price(micros, terms.currency, &terms.locale);
    let mut parts =
        vec![row.sku.clone(), row.family.clone(), row.price_micros.map(price).unwrap_or_default()];
    if let Some(day) = card.launched_on {
        let key = if day > terms.today { "product-to-launch" } else { "product-launched" };
        parts.push(terms.locale.ta(key, &[("date", terms.date(day).into())]));
    }
    if !row.active {
        parts.push(terms.t("product-inactive"));
    }
    parts.retain(|part| !part.trim().is_empty());
    parts.join(" · ")
}

/// Labels and what stands under them.
fn figures(card: &ProductCard, terms: Terms) -> Vec<(&'static str, String)> {
    let row = &card.row;
    let money = |minor| -> Arg { numbers::money_short(minor, terms.currency, &terms.locale).into() };
    let (against, as_before) = match card.window {
        Window::Year => ("product-against-year", "product-as-year"),
        Window::Quarter => ("product-against-quarter", "product-as-quarter"),
    };
    let trend = match row.trend {
        Trend::Up(_) | Trend::Down(_) => {
            format!(" · {} {}", row.trend.label(&terms.locale), terms.t(against))
        }
        Trend::Steady(_) => format!(" · {}", terms.t(as_before)),
        Trend::New => format!(" · {}", row.trend.label(&terms.locale)),
        Trend::Nothing => String::new(),
    };
    let sales = [("year", money(row.sales_year)), ("count", row.clients_year.into())];
    let mut figures = vec![("product-label-sales", terms.locale.ta("product-sales", &sales) + &trend)];
    figures.push(("product-label-months", months(card, terms)));
    let last = |day| format!("{} ({})", terms.date(day), terms.ago(day));
    figures.push(("product-label-last", row.last_sale.map_or_else(|| terms.t("never"), last)));
    if let Some((low, high)) = card.paid_micros {
        let price = |micros| numbers::price(micros, terms.currency, &terms.locale);
        let paid = if low == high {
            price(low)
        } else {
            terms.locale.ta("product-paid", &[("low", price(low).into()), ("high", price(high).into())])
        };
        figures.push(("product-label-paid", paid));
    }
    let [pending, interested, bought, rejected] = card.offers;
    let made = pending + interested + bought + rejected;
    let offers = [
        ("count", made.into()),
        ("open", (pending + interested).into()),
        ("bought", bought.into()),
        ("rejected", rejected.into()),
    ];
    let offers =
        if made == 0 { terms.t("product-no-offers") } else { terms.locale.ta("product-offers", &offers) };
    figures.push(("product-label-offers", offers));
    figures
}

/// The months as a drawing, and in figures: the best one and this one.
fn months(card: &ProductCard, terms: Terms) -> String {
    let amounts: Vec<i64> = card.months.iter().map(|(_, minor)| *minor).collect();
    let best =
        card.months.iter().max_by_key(|(first, minor)| (*minor, *first)).filter(|(_, minor)| *minor > 0);
    let Some(((best, most), (_, now))) = best.zip(card.months.last()) else {
        return terms.t("product-no-months");
    };
    let money = |minor: i64| -> Arg { numbers::money_short(minor, terms.currency, &terms.locale).into() };
    let month = best.date().map(|date| dates::month(date, terms.locale.lang)).unwrap_or_default();
    let args = [
        ("line", sparkline(&amounts).into()),
        ("month", month.into()),
        ("most", money(*most)),
        ("now", money(*now)),
    ];
    terms.locale.ta("product-months", &args)
}

/// A client on one line: what it bought a year, when it last did, who it is.
fn client_line(client: &ProductClient, terms: Terms) -> RichLine {
    /// Room for a year's amount.
    const AMOUNT: usize = 10;
    let money = numbers::money_short(client.year_minor, terms.currency, &terms.locale);
    let habit = [("count", client.days.into()), ("gap", client.gap_days.into())];
    let habit = terms.locale.ta(if client.days > 1 { "product-habit" } else { "product-once" }, &habit);
    let parts = [habit.as_str(), &client.city];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    RichLine::new(Role::Normal, format!("{} ", safe::pad_left(&money, AMOUNT)))
        .and(Role::Dim, format!("{} ", terms.date(client.last)))
        .and(Role::Stars, format!("{} ", star_line(client.stars, false)))
        .and(Role::Title, client.name.clone())
        .and(Role::Dim, format!(" · {}", parts.join(" · ")))
}
