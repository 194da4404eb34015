//! A row as the command line shows it: fields with a name that never changes its meaning, for JSON, and some of them also
//! columns of the table.

use crate::analysis::trend::Trend;
use crate::attention::tell;
use crate::domain::client::ClientRow;
use crate::domain::contact::ContactRow;
use crate::domain::currency::Currency;
use crate::domain::custom::{Custom, CustomCells, CustomField, CustomFields, CustomValue};
use crate::domain::day::Day;
use crate::domain::follow_up::FollowUpRow;
use crate::domain::interaction::InteractionRow;
use crate::domain::kinds::{CustomEntity, CustomKind};
use crate::domain::list::Column;
use crate::domain::offer::OfferRow;
use crate::domain::product::ProductRow;
use crate::domain::recurrence::Every;
use crate::domain::sale::SaleRow;
use crate::domain::salesperson::SalespersonRow;
use crate::domain::stars::Stars;
use crate::domain::survey::SurveyRow;
use crate::domain::today::TodayRow;
use crate::domain::totals::{TotalRow, Whose};
use crate::rating::star_line;
use crate::repository::request::Rows;
use crate::text::dates::every;
use crate::text::tags;
use crate::text::{Label, Locale, dates, numbers};
use serde_json::{Map, Value as Json, json};

/// A value with what is needed to show it.
#[derive(Debug, Clone)]
pub enum Value {
    /// Raw text from the data; empty is "not known".
    Text(String),
    /// Several of them; there may be none.
    Texts(Vec<String>),
    /// A stored word, and the catalogue's key of what users read for it.
    Word(&'static str, String),
    /// A word that may be absent.
    OptionalWord(Option<(&'static str, String)>),
    /// How often something comes back.
    Every(Option<Every>),
    Number(Option<i64>),
    Flag(bool),
    Day(Option<Day>),
    Stars(Option<Stars>, Overridden),
    /// Minor units.
    Money(Option<i64>, Option<Currency>),
    /// More or less than before, in hundredths; null where there was nothing before.
    Trend(Trend),
    /// Millionths of a unit.
    Price(Option<i64>, Currency),
    /// Thousandths.
    Quantity(Option<i64>),
    /// Yes, no, or not known.
    YesNo(Option<bool>),
}

/// Do the stars stand because somebody said so?
pub type Overridden = bool;

impl Value {
    fn word<T: Label>(kind: T) -> Self {
        Self::Word(kind.stored_word(), kind.key())
    }

    /// As a person of this place reads it; still raw.
    pub fn text(&self, locale: &Locale) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Texts(texts) => tags::joined(texts),
            Self::Word(_, key) | Self::OptionalWord(Some((_, key))) => locale.t(key),
            Self::Every(Some(every)) => every::label(*every, locale.lang),
            Self::Number(number) => number.map_or_else(String::new, |number| numbers::int(number, locale)),
            Self::Flag(true) => locale.t("cli-yes"),
            Self::Flag(false) => locale.t("cli-no"),
            Self::Day(day) => {
                day.and_then(Day::date).map_or_else(String::new, |date| dates::date(date, locale))
            }
            Self::Stars(stars, overridden) => star_line(*stars, *overridden),
            Self::Quantity(Some(number)) => numbers::quantity(*number, locale),
            Self::YesNo(Some(yes)) => Self::Flag(*yes).text(locale),
            Self::Trend(trend) => trend.label(locale),
            Self::Money(Some(minor), Some(currency)) => numbers::money(*minor, *currency, locale),
            // A code that is no currency: the amount has no decimals that we know of.
            Self::Money(Some(minor), None) => numbers::int(*minor, locale),
            Self::OptionalWord(None)
            | Self::Every(None)
            | Self::Money(None, _)
            | Self::Price(None, _)
            | Self::Quantity(None)
            | Self::YesNo(None) => String::new(),
            Self::Price(Some(micros), currency) => numbers::price(*micros, *currency, locale),
        }
    }

    /// Is it set flush right?
    pub fn is_number(&self) -> bool {
        matches!(
            self,
            Self::Number(_) | Self::Quantity(_) | Self::Money(..) | Self::Price(..) | Self::Trend(_)
        )
    }

    /// As a spreadsheet reads it, in any country.
    pub fn csv(&self) -> String {
        match self {
            Self::Text(text) => harmless(text),
            Self::Texts(texts) => harmless(&tags::joined(texts)),
            Self::Money(Some(minor), currency) => {
                numbers::plain(*minor, currency.map_or(0, Currency::exponent))
            }
            Self::Price(Some(micros), _) => numbers::plain(*micros, 6),
            Self::Word(..)
            | Self::OptionalWord(_)
            | Self::Every(_)
            | Self::Number(_)
            | Self::Flag(_)
            | Self::Day(_)
            | Self::Stars(..)
            | Self::Money(None, _)
            | Self::Trend(_)
            | Self::Quantity(_)
            | Self::YesNo(_)
            | Self::Price(None, _) => {
                let json = self.json();
                let text = json.as_str().map(str::to_owned);
                text.unwrap_or_else(|| if json.is_null() { String::new() } else { json.to_string() })
            }
        }
    }

    fn json(&self) -> Json {
        match self {
            Self::Text(text) if text.is_empty() => Json::Null,
            Self::Text(text) => json!(text),
            Self::Texts(texts) => json!(texts),
            Self::Word(word, _) | Self::OptionalWord(Some((word, _))) => json!(word),
            Self::OptionalWord(None) => Json::Null,
            Self::Every(every) => json!(every.map(Every::word)),
            Self::Number(number) | Self::Money(number, _) | Self::Price(number, _) => json!(number),
            Self::Flag(flag) => json!(flag),
            Self::YesNo(flag) => json!(flag),
            Self::Quantity(Some(number)) if number % 1_000 == 0 => json!(number / 1_000),
            // As many digits as the data has: three decimals.
            Self::Quantity(number) => json!(number.and_then(|it| numbers::plain(it, 3).parse::<f64>().ok())),
            Self::Trend(trend) => json!(trend.percent()),
            Self::Day(day) => day.and_then(Day::date).map_or(Json::Null, |date| json!(date.to_string())),
            Self::Stars(stars, _) => json!(stars.map(Stars::get)),
        }
    }
}

/// A text that a spreadsheet would run as a formula, with an apostrophe before it. A sign before digits is a telephone.
fn harmless(text: &str) -> String {
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let is_number = |text: &str| {
        let mut rest = text.chars().skip(1);
        rest.all(|letter| letter.is_ascii_digit() || matches!(letter, ' ' | '(' | ')' | '.' | '/' | '-'))
    };
    let is_phone = text.starts_with('+') && is_number(text);
    if is_formula && !is_phone { format!("'{text}") } else { text.to_owned() }
}

/// One field of a row.
#[derive(Debug, Clone)]
pub struct Field {
    /// The key in JSON.
    pub name: &'static str,
    pub column: Option<Column>,
    pub value: Value,
}

/// A row, field by field.
#[derive(Debug, Clone)]
pub struct Record {
    fields: Vec<Field>,
    /// What it has in the fields that users may define for its kind, by their names; `None` where they may not.
    own: Option<Vec<(Custom, String, Value)>>,
}

impl Record {
    /// The value in a column; `None` where the kind has no such column.
    pub fn value(&self, column: Column) -> Option<&Value> {
        if let Column::Custom(wanted) = column {
            let mut own = self.own.iter().flatten();
            return own.find(|(field, _, _)| *field == wanted).map(|(_, _, value)| value);
        }
        self.fields.iter().find(|field| field.column == Some(column)).map(|field| &field.value)
    }

    /// One object: money as minor units, days as `YYYY-MM-DD`, what is absent as null.
    pub fn json(&self) -> Map<String, Json> {
        let mut object: Map<String, Json> =
            self.fields.iter().map(|field| (field.name.to_owned(), field.value.json())).collect();
        if let Some(own) = &self.own {
            let own: Map<String, Json> =
                own.iter().map(|(_, key, value)| (key.clone(), value.json())).collect();
            object.insert("custom".to_owned(), Json::Object(own));
        }
        object
    }

    /// With what it has in the fields that users defined for its kind.
    fn with_own(
        mut self,
        entity: CustomEntity,
        custom: &CustomFields,
        has: &CustomCells,
        base: Currency,
    ) -> Self {
        let value = |field: &CustomField| {
            let (text, number) = match has.get(&field.id) {
                None => (String::new(), None),
                Some(CustomValue::Text(text)) => (text.clone(), None),
                Some(CustomValue::Number(number)) => (String::new(), Some(*number)),
            };
            match field.kind {
                CustomKind::Text | CustomKind::Choice => Value::Text(text),
                CustomKind::Number => Value::Quantity(number),
                CustomKind::Money => Value::Money(number, Some(base)),
                CustomKind::Date => Value::Day(number.and_then(|days| i32::try_from(days).ok()).map(Day)),
                CustomKind::Flag => Value::YesNo(number.map(|number| number != 0)),
            }
        };
        let own = custom.of(entity).map(|field| (Custom::from(field), field.key.clone(), value(field)));
        self.own = Some(own.collect());
        self
    }

    fn shown(mut self, column: Column, name: &'static str, value: Value) -> Self {
        self.fields.push(Field { name, column: Some(column), value });
        self
    }

    fn hidden(mut self, name: &'static str, value: Value) -> Self {
        self.fields.push(Field { name, column: None, value });
        self
    }

    fn starting(id: i64) -> Self {
        Self { fields: Vec::new(), own: None }.hidden("id", Value::Number(Some(id)))
    }
}

/// The rows in order; `base` is the currency of the portfolio, and `custom` what users defined in it.
pub fn records(rows: Rows, base: Currency, custom: &CustomFields, locale: &Locale) -> Vec<Record> {
    match rows {
        Rows::Today(rows) => rows.into_iter().map(|row| today(row, base, locale)).collect(),
        Rows::Clients(rows) => rows.into_iter().map(|row| client(row, base, custom)).collect(),
        Rows::Contacts(rows) => rows.into_iter().map(contact).collect(),
        Rows::Sales(rows) => rows.into_iter().map(|row| sale(row, base)).collect(),
        Rows::Activity(rows) => rows.into_iter().map(interaction).collect(),
        Rows::Totals(rows) => rows.into_iter().map(week).collect(),
        Rows::FollowUps(rows) => rows.into_iter().map(follow_up).collect(),
        Rows::Offers(rows) => rows.into_iter().map(|row| offer(row, base)).collect(),
        Rows::Surveys(rows) => rows.into_iter().map(survey).collect(),
        Rows::Products(rows) => rows.into_iter().map(|row| product(row, base)).collect(),
        Rows::Salespeople(rows) => rows.into_iter().map(salesperson).collect(),
    }
}

/// A client.
pub fn client(row: ClientRow, base: Currency, custom: &CustomFields) -> Record {
    use Value as V;
    let has = row.custom;
    Record::starting(row.id.0)
        .shown(Column::Code, "code", V::Text(row.code))
        .shown(Column::Name, "name", V::Text(row.name))
        .shown(Column::Stars, "stars", V::Stars(row.stars, row.overridden))
        .hidden("stars_overridden", V::Flag(row.overridden))
        .shown(Column::City, "city", V::Text(row.city))
        .shown(Column::Stage, "stage", V::word(row.stage))
        .shown(Column::Sector, "sector", V::Text(row.sector))
        .shown(Column::Tags, "tags", V::Texts(row.tags))
        .shown(Column::Owner, "owner", V::Text(row.owner))
        .shown(Column::Phone, "phone", V::Text(row.phone))
        .shown(Column::Email, "email", V::Text(row.email))
        .shown(Column::SalesYear, "sales_year_minor", V::Money(Some(row.sales_year), Some(base)))
        .shown(Column::Potential, "potential_minor", V::Money(row.potential, Some(base)))
        .hidden("currency", V::Text(base.code().to_owned()))
        .shown(Column::LastBuy, "last_buy", V::Day(row.last_buy))
        .shown(Column::LastVisit, "last_visit", V::Day(row.last_visit))
        .shown(Column::LastTouch, "last_touch", V::Day(row.last_touch))
        .shown(Column::NextDue, "next_due", V::Day(row.next_due))
        .hidden("archived", V::Flag(row.archived))
        .with_own(CustomEntity::Client, custom, &has, base)
}

/// A client in Today; why it is there is for whoever knows the language.
pub fn today(row: TodayRow, base: Currency, locale: &Locale) -> Record {
    use Value as V;
    let why = tell::line(&row, false, locale);
    let next = row.follow_up;
    let (due, kind, title) = match next {
        Some(next) => (Some(next.due), V::word(next.kind), next.title),
        None => (None, V::Text(String::new()), String::new()),
    };
    Record::starting(row.id.0)
        .shown(Column::Name, "client", V::Text(row.name))
        .shown(Column::Stars, "stars", V::Stars(row.stars, row.overridden))
        .hidden("stars_overridden", V::Flag(row.overridden))
        .shown(Column::City, "city", V::Text(row.city))
        .shown(Column::Phone, "phone", V::Text(row.phone))
        .hidden("contact", V::Text(row.contact))
        .shown(Column::Owner, "owner", V::Text(row.owner))
        .shown(Column::Stake, "stake_minor", V::Money(Some(row.stake), Some(base)))
        .hidden("potential_minor", V::Money(row.potential, Some(base)))
        .hidden("currency", V::Text(base.code().to_owned()))
        .hidden("last_visit", V::Day(row.last_visit))
        .shown(Column::LastTouch, "last_touch", V::Day(row.last_touch))
        .hidden("last_buy", V::Day(row.last_buy))
        .shown(Column::NextDue, "next_due", V::Day(due))
        .hidden("next_kind", kind)
        .hidden("next_title", V::Text(title))
        .hidden("launch", V::Text(row.launch))
        .shown(Column::PutOffs, "put_offs", V::Number(Some(row.times_put_off)))
        .hidden("put_off_to", V::Day(row.put_off_to))
        .shown(Column::Why, "why", V::Text(why))
}

/// A contact.
pub fn contact(row: ContactRow) -> Record {
    use Value as V;
    Record::starting(row.id.0)
        .shown(Column::Name, "name", V::Text(row.name))
        .shown(Column::Client, "client", V::Text(row.client_name))
        .hidden("client_id", V::Number(Some(row.client.0)))
        .shown(Column::Role, "role", V::word(row.role))
        .shown(Column::JobTitle, "job_title", V::Text(row.job_title))
        .hidden("main", V::Flag(row.main))
        .shown(Column::Phone, "phone", V::Text(row.phone))
        .shown(Column::Email, "email", V::Text(row.email))
        .shown(Column::Stars, "stars", V::Stars(row.stars, false))
        .shown(Column::City, "city", V::Text(row.city))
        .shown(Column::LastTouch, "last_touch", V::Day(row.last_touch))
        .hidden("left_on", V::Day(row.left_on))
}

fn sale(row: SaleRow, base: Currency) -> Record {
    use Value as V;
    let currency = Currency::from_code(&row.currency);
    Record::starting(row.id.0)
        .shown(Column::Date, "date", V::Day(Some(row.day)))
        .shown(Column::Number, "number", V::Text(row.number))
        .shown(Column::Kind, "kind", V::word(row.kind))
        .shown(Column::Client, "client", V::Text(row.client_name))
        .hidden("client_id", V::Number(Some(row.client.0)))
        .shown(Column::Stars, "stars", V::Stars(row.stars, false))
        .shown(Column::Contact, "contact", V::Text(row.contact))
        .shown(Column::Owner, "salesperson", V::Text(row.salesperson))
        .shown(Column::Amount, "total_minor", V::Money(Some(row.total_minor), currency))
        .hidden("currency", V::Text(row.currency))
        .hidden("base_minor", V::Money(Some(row.base_minor), Some(base)))
        .hidden("base_currency", V::Text(base.code().to_owned()))
        .hidden("lines", V::Number(Some(row.lines)))
        .shown(Column::Products, "products", V::Text(row.products))
}

/// A follow-up.
pub fn follow_up(row: FollowUpRow) -> Record {
    use Value as V;
    Record::starting(row.id.0)
        .shown(Column::Due, "due", V::Day(Some(row.due)))
        .shown(Column::Kind, "kind", V::word(row.kind))
        .shown(Column::Title, "title", V::Text(row.title))
        .shown(Column::State, "state", V::word(row.state))
        .shown(Column::Client, "client", V::Text(row.client_name))
        .hidden("client_id", V::Number(Some(row.client.0)))
        .shown(Column::Stars, "stars", V::Stars(row.stars, false))
        .shown(Column::City, "city", V::Text(row.city))
        .shown(Column::Contact, "contact", V::Text(row.contact))
        .shown(Column::Owner, "salesperson", V::Text(row.salesperson))
        .shown(Column::Repeats, "repeats", V::Every(row.recurrence.map(|it| it.every)))
        .hidden("repeats_until", V::Day(row.recurrence.and_then(|it| it.until)))
        .shown(Column::Snoozes, "snoozes", V::Number(Some(row.snoozes)))
        .hidden("closed", V::Day(row.closed))
        .shown(
            Column::Ended,
            "done_by",
            V::OptionalWord(row.done_by.as_ref().map(|by| (by.kind.word(), by.kind.key()))),
        )
        .hidden("done_by_id", V::Number(row.done_by.as_ref().map(|by| by.id.0)))
        .hidden("done_by_date", V::Day(row.done_by.as_ref().map(|by| by.day)))
}

fn survey(row: SurveyRow) -> Record {
    use Value as V;
    Record::starting(row.id.0)
        .shown(Column::SentOn, "sent", V::Day(Some(row.sent)))
        .shown(Column::Client, "client", V::Text(row.client_name))
        .hidden("client_id", V::Number(Some(row.client.0)))
        .shown(Column::Survey, "survey", V::Text(row.survey))
        .shown(Column::Score, "score", V::Number(row.score))
        .hidden("scale_min", V::Number(Some(row.scale.min)))
        .hidden("scale_max", V::Number(Some(row.scale.max)))
        .shown(Column::AnsweredOn, "answered", V::Day(row.answered))
        .shown(Column::Comment, "comment", V::Text(row.comment))
        .shown(Column::Contact, "contact", V::Text(row.contact))
        .shown(Column::Stars, "stars", V::Stars(row.stars, false))
}

fn offer(row: OfferRow, base: Currency) -> Record {
    use Value as V;
    Record::starting(row.id.0)
        .shown(Column::Date, "date", V::Day(Some(row.day)))
        .shown(Column::Client, "client", V::Text(row.client_name))
        .hidden("client_id", V::Number(Some(row.client.0)))
        .shown(Column::Stars, "stars", V::Stars(row.stars, false))
        .shown(Column::Product, "product", V::Text(row.product_name))
        .hidden("product_id", V::Number(Some(row.product.0)))
        .shown(Column::Answer, "answer", V::word(row.answer))
        .shown(Column::AnsweredOn, "answered", V::Day(row.answered))
        .shown(Column::Reason, "reason", V::Text(row.reason))
        .shown(Column::Age, "waiting_days", V::Number(row.waiting.map(i64::from)))
        .hidden("bought_since", V::Day(row.bought_since))
        .shown(Column::Price, "price_micros", V::Price(row.price_micros, base))
        .hidden("currency", V::Text(base.code().to_owned()))
        .shown(Column::Owner, "salesperson", V::Text(row.salesperson))
}

/// What was done with a client.
pub fn interaction(row: InteractionRow) -> Record {
    use Value as V;
    let outcome = row.outcome.map_or_else(|| V::Text(String::new()), V::word);
    Record::starting(row.id.0)
        .shown(Column::Date, "date", V::Day(Some(row.day)))
        .shown(Column::Kind, "kind", V::word(row.kind))
        .hidden("direction", V::word(row.direction))
        .shown(Column::Client, "client", V::Text(row.client_name))
        .hidden("client_id", V::Number(Some(row.client.0)))
        .shown(Column::Stars, "stars", V::Stars(row.stars, false))
        .shown(Column::City, "city", V::Text(row.city))
        .shown(Column::Contact, "contact", V::Text(row.contact))
        .shown(Column::Owner, "salesperson", V::Text(row.salesperson))
        .shown(Column::Minutes, "minutes", V::Number(row.minutes))
        .shown(Column::Outcome, "outcome", outcome)
        .shown(Column::Text, "text", V::Text(row.text))
        .hidden("offered", V::Text(row.offered.join(", ")))
}

/// What was done in a week by somebody; the salesperson is null for everybody together.
pub fn week(row: TotalRow) -> Record {
    use Value as V;
    let count = |count| V::Number(Some(count));
    Record::starting(row.of.key())
        .shown(Column::Week, "week", V::Day(Some(row.of.week.monday())))
        .shown(Column::Owner, "salesperson", V::Text(row.salesperson))
        .hidden("everybody", V::Flag(row.of.whose == Whose::Everybody))
        .shown(Column::Touches, "touches", count(row.done.touches))
        .shown(Column::Capacity, "touches_per_week", V::Number(row.capacity))
        .shown(Column::Clients, "clients", count(row.done.clients))
        .shown(Column::Visits, "visits", count(row.done.visits))
        .shown(Column::Calls, "calls", count(row.done.calls))
        .shown(Column::Emails, "emails", count(row.done.emails))
        .shown(Column::Messages, "messages", count(row.done.messages))
        .shown(Column::Meetings, "meetings", count(row.done.meetings))
        .shown(Column::Offers, "offers", count(row.done.offers))
}

fn product(row: ProductRow, base: Currency) -> Record {
    use Value as V;
    Record::starting(row.id.0)
        .shown(Column::Sku, "sku", V::Text(row.sku))
        .shown(Column::Name, "name", V::Text(row.name))
        .shown(Column::Family, "family", V::Text(row.family))
        .shown(Column::Unit, "unit", V::Text(row.unit))
        .shown(Column::Price, "price_micros", V::Price(row.price_micros, base))
        .hidden("currency", V::Text(base.code().to_owned()))
        .shown(Column::Active, "active", V::Flag(row.active))
        .shown(Column::SalesYear, "sales_year_minor", V::Money(Some(row.sales_year), Some(base)))
        .shown(Column::Clients, "clients_year", V::Number(Some(row.clients_year)))
        .shown(Column::LastSale, "last_sale", V::Day(row.last_sale))
        .shown(Column::Trend, "trend_percent", V::Trend(row.trend))
}

fn salesperson(row: SalespersonRow) -> Record {
    use Value as V;
    Record::starting(row.id.0)
        .shown(Column::Code, "code", V::Text(row.code))
        .shown(Column::Name, "name", V::Text(row.name))
        .shown(Column::Email, "email", V::Text(row.email))
        .shown(Column::Role, "role", V::word(row.role))
        .shown(Column::ReportsTo, "reports_to", V::Text(row.reports_to))
        .shown(Column::Clients, "clients", V::Number(Some(row.clients)))
        .shown(Column::Capacity, "touches_per_week", V::Number(row.touches_per_week))
        .shown(Column::Active, "active", V::Flag(row.active))
}
