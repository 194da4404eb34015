//! A reading in words: what will be written, or why nothing can be. Raw text of the data: it goes through the display
//! boundary like any other.

use super::{NameKind, Place, PriceFrom, Reading, Refusal, Said, Sold, Why};
use crate::domain::kinds::SaleKind;
use crate::quicklog::{self, Named, SaleEntry};
use crate::text::{Label as _, numbers};

/// `visita · hoy · 30 min · con Ana Ruiz · …`, `venta · hoy · 3 × Taladro a 45,90 € = 137,70 € · … · total 162,70 €`. Names
/// as the storage has them, else as typed.
pub fn meaning(reading: &Reading, place: &Place) -> String {
    match &reading.said {
        Said::Done { entry, contact, offers } => {
            let named = Named {
                contact: contact.as_ref().map(|(_, name)| name.clone()),
                offers: if reading.has_products() {
                    offers.iter().map(|(_, name)| name.clone()).collect()
                } else {
                    Vec::new()
                },
            };
            quicklog::meaning(entry, &named, place.today, &place.locale)
        }
        Said::Sale { entry, contact, lines } => {
            let contact = contact.as_ref().map(|(_, name)| name.as_str());
            sale(reading, entry, contact, lines, place)
        }
    }
}

fn sale(
    reading: &Reading,
    entry: &SaleEntry,
    contact: Option<&str>,
    lines: &[Sold],
    place: &Place,
) -> String {
    let locale = &place.locale;
    let kind = if entry.is_return { SaleKind::Return } else { SaleKind::Sale };
    let mut parts = vec![kind.label(locale.lang), quicklog::day(entry.day, place.today, locale)];
    if let Some(name) = contact.or(entry.contact.as_deref()) {
        parts.push(locale.ta("log-with", &[("contact", name.into())]));
    }
    if let Some(number) = &entry.number {
        parts.push(locale.ta("log-sale-number", &[("number", number.into())]));
    }
    parts.extend(lines.iter().map(|sold| item(sold, place)));
    let is_priced = lines.iter().all(|sold| sold.price != PriceFrom::Nowhere);
    if let Some(total) = reading.total_minor().filter(|_| !lines.is_empty() && is_priced) {
        let signed = if entry.is_return { -total } else { total };
        let amount = numbers::money(signed, place.currency, locale);
        parts.push(locale.ta("log-sale-total", &[("amount", amount.into())]));
    }
    parts.join(" · ")
}

/// `3 × Taladro a 45,90 € (último precio) − 10 % = 123,93 €`
fn item(sold: &Sold, place: &Place) -> String {
    let (locale, line) = (&place.locale, &sold.line);
    let mut product = line.description.clone();
    if line.product.is_none() {
        let key = if sold.is_known { "log-sale-text" } else { "log-sale-unknown" };
        product = locale.ta(key, &[("product", product.into())]);
    }
    let quantity = numbers::quantity(line.quantity_milli, locale);
    let Some(from) = (match sold.price {
        PriceFrom::Typed => Some(String::new()),
        PriceFrom::Paid => Some(locale.t("log-sale-paid")),
        PriceFrom::Listed => Some(locale.t("log-sale-listed")),
        PriceFrom::Nowhere => None,
    }) else {
        return locale.ta("log-sale-no-price", &[("quantity", quantity.into()), ("product", product.into())]);
    };
    let mut price = numbers::price(line.price_micros, place.currency, locale);
    if !from.is_empty() {
        price = format!("{price} ({from})");
    }
    if line.discount_bp != 0 {
        price = format!("{price} −{}", numbers::percent(line.discount_bp, locale));
    }
    let amount = sold.amount_minor.map_or_else(
        || locale.t("error-number-too-large"),
        |minor| numbers::money(minor, place.currency, locale),
    );
    locale.ta(
        "log-sale-item",
        &[
            ("quantity", quantity.into()),
            ("product", product.into()),
            ("price", price.into()),
            ("amount", amount.into()),
        ],
    )
}

/// Why a line is not written, and what to do.
pub fn refused(refusal: &Refusal, place: &Place) -> String {
    let locale = &place.locale;
    match refusal {
        Refusal::NotYet => locale.t("log-not-yet"),
        Refusal::NoClient => locale.t("log-no-client"),
        Refusal::NoteWithoutText => locale.t("log-note-without-text"),
        Refusal::TooLong(most) => locale.ta("log-too-long", &[("most", (*most).into())]),
        Refusal::Trouble(problem) => quicklog::problem(problem, locale),
        Refusal::NothingSold => locale.t("log-nothing-sold"),
        Refusal::NoPrice(product) => locale.ta("log-no-price", &[("product", product.into())]),
        Refusal::TooLarge => locale.t("error-number-too-large"),
        Refusal::Doubt(doubt) => {
            let key = match (doubt.why, doubt.kind) {
                (Why::Several, _) => "log-several",
                (Why::OtherClient, _) => "log-other-client",
                (Why::Nobody, NameKind::Client) => "log-nobody-client",
                (Why::Nobody, NameKind::Contact) => "log-nobody",
                (Why::Nobody, NameKind::Product) => "log-nobody-product",
            };
            locale.ta(key, &[("name", doubt.typed.as_str().into())])
        }
    }
}
