//! What a briefing says, section by section, whatever the room there is for it.

use crate::analysis::peers::LEAST;
use crate::domain::brief::{Alike, Brief, BriefSale, OpenOffer, Proposal, StoppedProduct, Wallet};
use crate::domain::card::{TimelineEvent, TimelineItem};
use crate::domain::follow_up::FollowUpRow;
use crate::domain::kinds::SaleKind;
use crate::rating::star_line;
use crate::text::Terms;
use crate::text::{Label as _, numbers};
use crate::tui::card::{follow_up, person};
use crate::tui::rich::Role;

/// A part of the briefing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Who,
    Stars,
    Wallet,
    People,
    Bought,
    Stopped,
    Proposals,
    Offers,
    ToDo,
    Contacts,
}

impl Part {
    /// The word of it in the catalogue's keys; what stands under the client's name has none.
    fn word(self) -> Option<&'static str> {
        match self {
            Self::Who | Self::Stars | Self::Wallet => None,
            Self::People => Some("people"),
            Self::Bought => Some("bought"),
            Self::Stopped => Some("stopped"),
            Self::Proposals => Some("proposals"),
            Self::Offers => Some("offers"),
            Self::ToDo => Some("to-do"),
            Self::Contacts => Some("contacts"),
        }
    }

    /// Does it stand under the client's name, without a title of its own?
    pub fn is_of_head(self) -> bool {
        self.word().is_none()
    }
}

/// A paragraph of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What stands before the text, such as its day; items of a section have it of one width.
    pub before: String,
    pub role: Role,
    pub text: String,
}

impl Item {
    fn new(role: Role, text: impl Into<String>) -> Self {
        Self { before: String::new(), role, text: text.into() }
    }

    fn dated(before: String, role: Role, parts: &[&str]) -> Self {
        Self { before, role, text: joined(parts) }
    }
}

/// A section with all that it has to say, the weightiest first; never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    pub part: Part,
    /// A word or two, for the margin.
    pub label: String,
    /// A whole title, where there is room for one.
    pub title: String,
    pub items: Vec<Item>,
    /// How many there are in all, when some were not even read.
    pub count: usize,
}

/// All of the briefing, in the order in which it is read.
pub fn sections(brief: &Brief, terms: Terms) -> Vec<Section> {
    let section = |part: Part, items: Vec<Item>, nothing: &str| {
        let count = items.len();
        let items = if items.is_empty() { vec![Item::new(Role::Dim, nothing)] } else { items };
        let label = part.word().map(|word| terms.t(&format!("brief-label-{word}"))).unwrap_or_default();
        let title = part.word().map(|word| terms.t(&format!("brief-title-{word}"))).unwrap_or_default();
        Section { part, label, title, items, count }
    };
    let mut stopped = section(
        Part::Stopped,
        brief.stopped.iter().map(|it| stopped(it, terms)).collect(),
        &terms.t(if brief.row.last_buy.is_none() {
            "brief-nothing-bought-yet"
        } else {
            "brief-nothing-stopped"
        }),
    );
    stopped.count = brief.stopped_count;
    vec![
        who(brief, terms, section(Part::Who, Vec::new(), "")),
        section(Part::Stars, vec![Item::new(Role::Stars, stars(brief, terms))], ""),
        section(Part::Wallet, vec![wallet(brief, terms)], ""),
        section(
            Part::People,
            brief.people.iter().map(|it| Item::new(Role::Normal, person(it, terms))).collect(),
            &terms.t("brief-no-people"),
        ),
        section(
            Part::Bought,
            brief.purchases.iter().map(|it| purchase(it, terms)).collect(),
            &terms.t("brief-no-purchases"),
        ),
        stopped,
        section(
            Part::Proposals,
            brief.proposals.products.iter().map(|it| proposal(it, brief, terms)).collect(),
            &terms.t(if brief.proposals.peers < LEAST { "brief-no-peers" } else { "brief-no-proposals" }),
        ),
        section(
            Part::Offers,
            brief.offers.iter().map(|it| offer(it, terms)).collect(),
            &terms.t("brief-no-offers"),
        ),
        section(
            Part::ToDo,
            brief.follow_ups.iter().map(|it| to_do(it, terms)).collect(),
            &terms.t("brief-nothing-to-do"),
        ),
        section(
            Part::Contacts,
            brief.contacts.iter().map(|it| contact(it, terms)).collect(),
            &terms.t("brief-no-contacts"),
        ),
    ]
}

/// The name stands as the title; what else is known of the client follows it.
fn who(brief: &Brief, terms: Terms, section: Section) -> Section {
    let (file, lang) = (&brief.file, terms.locale.lang);
    let archived = if brief.row.archived { terms.t("card-archived") } else { String::new() };
    let standing =
        [&file.city, &file.phone, &file.sector, &file.stage.label(lang), &brief.row.owner, &archived];
    let mut items = vec![Item::new(Role::Dim, joined(&standing.map(String::as_str)))];
    if file.do_not_contact {
        items.push(Item::new(Role::Warning, terms.t("card-do-not-contact")));
    }
    Section { title: file.name.clone(), items, ..section }
}

/// The stars and the shortest reason that is true.
fn stars(brief: &Brief, terms: Terms) -> String {
    let line = star_line(brief.row.stars, brief.row.overridden);
    if let Some(word) = &brief.star_override {
        let args = [
            ("stars", line.into()),
            ("reason", word.reason.clone().into()),
            ("by", word.by.clone().into()),
            ("until", terms.date(word.until).into()),
        ];
        return terms.locale.ta("card-override", &args);
    }
    let Some((rating, _)) = &brief.rating else { return terms.t("card-unrated") };
    let score = &rating.score;
    let value = numbers::money_short(rating.value_minor, terms.currency, &terms.locale);
    let mut args = vec![("stars", line.into()), ("value", value.into())];
    let (Some(activity), Some(last)) = (score.activity_ppm, score.last) else {
        return terms.locale.ta("brief-stars-never-bought", &args);
    };
    args.push(("activity", numbers::percent((activity + 5_000) / 10_000 * 100, &terms.locale).into()));
    args.push(("last", terms.ago(last).into()));
    args.push(("gap", ((score.gap_millidays + 500) / 1_000).into()));
    terms.locale.ta(if score.purchase_days > 1 { "brief-stars" } else { "brief-stars-once" }, &args)
}

/// The share of what it could buy that it buys from us.
fn wallet(brief: &Brief, terms: Terms) -> Item {
    let money = |minor| numbers::money_short(minor, terms.currency, &terms.locale);
    let sales = ("sales", money(brief.row.sales_year).into());
    match Wallet::of(brief.row.sales_year, brief.row.potential) {
        None => Item::new(Role::Normal, terms.locale.ta("brief-no-potential", &[sales])),
        Some(wallet) => {
            let percent = numbers::percent(wallet.percent.saturating_mul(100), &terms.locale);
            let args =
                [sales, ("potential", money(wallet.potential_minor).into()), ("percent", percent.into())];
            let (role, key) = if wallet.is_beyond() {
                (Role::Warning, "brief-wallet-beyond")
            } else {
                (Role::Normal, "brief-wallet")
            };
            Item::new(role, terms.locale.ta(key, &args))
        }
    }
}

fn purchase(sale: &BriefSale, terms: Terms) -> Item {
    let money = numbers::money_short(sale.base_minor, terms.currency, &terms.locale);
    let (role, kind) = match sale.kind {
        SaleKind::Sale => (Role::Normal, String::new()),
        SaleKind::Return => (Role::Warning, sale.kind.label(terms.locale.lang)),
    };
    Item::dated(terms.date(sale.day), role, &[&money, &kind, &sale.products])
}

fn stopped(stopped: &StoppedProduct, terms: Terms) -> Item {
    let args = [
        ("count", stopped.days.into()),
        ("gap", stopped.gap_days.into()),
        ("amount", numbers::money_short(stopped.year_minor, terms.currency, &terms.locale).into()),
    ];
    let habit = terms.locale.ta("brief-habit", &args);
    Item::dated(terms.date(stopped.last), Role::Warning, &[&stopped.name, &habit])
}

fn proposal(proposal: &Proposal, brief: &Brief, terms: Terms) -> Item {
    let key = match brief.proposals.alike {
        Alike::Basket => "brief-alike-basket",
        Alike::Sector => "brief-alike-sector",
    };
    let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let args = [("buyers", count(proposal.buyers).into()), ("peers", count(brief.proposals.peers).into())];
    Item::new(Role::Normal, joined(&[&proposal.name, &terms.locale.ta(key, &args)]))
}

fn offer(offer: &OpenOffer, terms: Terms) -> Item {
    let answer = offer.answer.label(terms.locale.lang);
    Item::dated(terms.date(offer.day), Role::Normal, &[&offer.product, &answer, &offer.salesperson])
}

fn to_do(row: &FollowUpRow, terms: Terms) -> Item {
    let role = if row.due < terms.today { Role::Warning } else { Role::Normal };
    Item::dated(terms.date(row.due), role, &[&follow_up(row, terms)])
}

fn contact(item: &TimelineItem, terms: Terms) -> Item {
    let lang = terms.locale.lang;
    let TimelineEvent::Interaction { kind, outcome, text, .. } = &item.what else {
        return Item::dated(terms.date(item.day), Role::Normal, &[]);
    };
    let outcome = outcome.map(|outcome| outcome.label(lang)).unwrap_or_default();
    let with = if item.contact.is_empty() { &item.who } else { &item.contact };
    // Several lines of a text are one here: its first words are what is told.
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    Item::dated(terms.date(item.day), Role::Normal, &[&kind.label(lang), with, &outcome, &text])
}

fn joined(parts: &[&str]) -> String {
    parts.iter().copied().filter(|part| !part.trim().is_empty()).collect::<Vec<_>>().join(" · ")
}
