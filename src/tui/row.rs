//! A row of any list, and what every row can say of itself.

use crate::domain::client::ClientRow;
use crate::domain::contact::ContactRow;
use crate::domain::custom::CustomValue;
use crate::domain::follow_up::FollowUpRow;
use crate::domain::ids::{ClientId, CustomFieldId};
use crate::domain::interaction::InteractionRow;
use crate::domain::offer::OfferRow;
use crate::domain::product::ProductRow;
use crate::domain::sale::SaleRow;
use crate::domain::salesperson::SalespersonRow;
use crate::domain::survey::SurveyRow;
use crate::domain::today::TodayRow;
use crate::domain::totals::TotalRow;
use crate::repository::request::{RecordId, Rows};

/// A row of one of the lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    Today(Box<TodayRow>),
    Client(ClientRow),
    Contact(ContactRow),
    Sale(SaleRow),
    FollowUp(FollowUpRow),
    Offer(OfferRow),
    Survey(SurveyRow),
    Interaction(InteractionRow),
    Total(TotalRow),
    Product(ProductRow),
    Salesperson(SalespersonRow),
}

impl Row {
    /// The key within its kind.
    pub fn id(&self) -> i64 {
        match self {
            Self::Today(row) => row.id.0,
            Self::Client(row) => row.id.0,
            Self::Contact(row) => row.id.0,
            Self::Sale(row) => row.id.0,
            Self::FollowUp(row) => row.id.0,
            Self::Offer(row) => row.id.0,
            Self::Survey(row) => row.id.0,
            Self::Interaction(row) => row.id.0,
            Self::Total(row) => row.of.key(),
            Self::Product(row) => row.id.0,
            Self::Salesperson(row) => row.id.0,
        }
    }

    /// What it has in a field that users defined.
    pub fn custom(&self, field: CustomFieldId) -> Option<&CustomValue> {
        match self {
            Self::Client(row) => row.custom.get(&field),
            Self::Today(_)
            | Self::Contact(_)
            | Self::Sale(_)
            | Self::FollowUp(_)
            | Self::Offer(_)
            | Self::Survey(_)
            | Self::Interaction(_)
            | Self::Total(_)
            | Self::Product(_)
            | Self::Salesperson(_) => None,
        }
    }

    /// The row of the database that it is; `None` for what is only counted.
    pub fn record(&self) -> Option<RecordId> {
        Some(match self {
            Self::Today(row) => RecordId::Client(row.id),
            Self::Client(row) => RecordId::Client(row.id),
            Self::Contact(row) => RecordId::Contact(row.id),
            Self::Sale(row) => RecordId::Sale(row.id),
            Self::FollowUp(row) => RecordId::FollowUp(row.id),
            Self::Offer(row) => RecordId::Offer(row.id),
            Self::Survey(row) => RecordId::Survey(row.id),
            Self::Interaction(row) => RecordId::Interaction(row.id),
            Self::Total(_) => return None,
            Self::Product(row) => RecordId::Product(row.id),
            Self::Salesperson(row) => RecordId::Salesperson(row.id),
        })
    }

    /// The client that it is, or that it belongs to.
    pub fn client(&self) -> Option<(ClientId, &str)> {
        match self {
            Self::Today(row) => Some((row.id, &row.name)),
            Self::Client(row) => Some((row.id, &row.name)),
            Self::Contact(row) => Some((row.client, &row.client_name)),
            Self::Sale(row) => Some((row.client, &row.client_name)),
            Self::FollowUp(row) => Some((row.client, &row.client_name)),
            Self::Offer(row) => Some((row.client, &row.client_name)),
            Self::Survey(row) => Some((row.client, &row.client_name)),
            Self::Interaction(row) => Some((row.client, &row.client_name)),
            Self::Total(_) | Self::Product(_) | Self::Salesperson(_) => None,
        }
    }

    /// What a question about it calls it.
    pub fn subject(&self) -> &str {
        match self {
            Self::Today(row) => &row.name,
            Self::Client(row) => &row.name,
            Self::Contact(row) => &row.name,
            Self::Sale(row) if row.number.is_empty() => &row.client_name,
            Self::Sale(row) => &row.number,
            Self::FollowUp(row) if row.title.is_empty() => &row.client_name,
            Self::FollowUp(row) => &row.title,
            Self::Offer(row) => &row.product_name,
            Self::Survey(row) => &row.survey,
            Self::Interaction(row) => &row.client_name,
            Self::Total(row) => &row.salesperson,
            Self::Product(row) => &row.name,
            Self::Salesperson(row) => &row.name,
        }
    }
}

/// The rows of a reply, each as a [`Row`].
pub fn rows(rows: Rows) -> Vec<Row> {
    match rows {
        Rows::Today(rows) => rows.into_iter().map(|row| Row::Today(Box::new(row))).collect(),
        Rows::Clients(rows) => rows.into_iter().map(Row::Client).collect(),
        Rows::Contacts(rows) => rows.into_iter().map(Row::Contact).collect(),
        Rows::Sales(rows) => rows.into_iter().map(Row::Sale).collect(),
        Rows::Activity(rows) => rows.into_iter().map(Row::Interaction).collect(),
        Rows::Totals(rows) => rows.into_iter().map(Row::Total).collect(),
        Rows::FollowUps(rows) => rows.into_iter().map(Row::FollowUp).collect(),
        Rows::Offers(rows) => rows.into_iter().map(Row::Offer).collect(),
        Rows::Surveys(rows) => rows.into_iter().map(Row::Survey).collect(),
        Rows::Products(rows) => rows.into_iter().map(Row::Product).collect(),
        Rows::Salespeople(rows) => rows.into_iter().map(Row::Salesperson).collect(),
    }
}
