//! `cartera rate`: publishes everybody's stars as of today and says how many clients have which.

use super::args::RateArgs;
use super::desk::{CHUNK, Desk};
use super::print::{self, Output};
use super::table::{Cell, Table};
use super::{Context, Exit, Failure};
use crate::domain::list::{ListKind, ListQuery};
use crate::domain::stars::Stars;
use crate::rating::star_line;
use crate::repository::request::{Request, Rows};
use crate::text::numbers;
use serde_json::json;

/// The clients with some stars together.
#[derive(Debug, Clone, Copy)]
struct Band {
    /// `None` for the clients that are not rated.
    stars: Option<Stars>,
    clients: i64,
    /// Minor units of the base currency.
    sales_year: i64,
}

pub fn run(args: &RateArgs, context: &Context, out: &mut Output) -> Result<Exit, Failure> {
    let mut desk = context.desk()?;
    desk.write(Request::PublishRatings { recalibrate: args.recalibrate })?;
    let bands = bands(&mut desk)?;
    let currency = desk.currency();
    if args.json {
        out.begin_array()?;
        for band in &bands {
            out.item(&json!({
                "stars": band.stars,
                "clients": band.clients,
                "sales_year_minor": band.sales_year,
                "currency": currency.code(),
            }))?;
        }
        out.end_array()?;
        return Ok(Exit::Done);
    }
    let lang = context.lang();
    let heads = vec![lang.field("stars"), lang.field("clients"), lang.field("sales-year")];
    let mut table = Table::new(heads, print::terminal_width());
    let cells = |band: &Band| {
        let number = |text| Cell { text, number: true };
        [
            Cell { text: star_line(band.stars, false), number: false },
            number(numbers::int(band.clients, &context.locale)),
            number(numbers::money(band.sales_year, currency, &context.locale)),
        ]
    };
    for band in &bands {
        table.measure(&cells(band));
    }
    table.print_heads(out)?;
    bands.iter().try_for_each(|band| table.print_row(&cells(band), out))?;
    Ok(Exit::Done)
}

/// From five stars down, then the unrated; every band is there.
fn bands(desk: &mut Desk) -> Result<Vec<Band>, Failure> {
    let ids = desk.list(ListQuery::all(ListKind::Clients))?.ids;
    let stars = (0..=Stars::MAX.get()).rev().map(Stars::new).chain([None]);
    let mut bands: Vec<Band> = stars.map(|stars| Band { stars, clients: 0, sales_year: 0 }).collect();
    for chunk in ids.chunks(CHUNK) {
        let Some(Rows::Clients(rows)) = desk.rows(ListKind::Clients, chunk)? else { continue };
        for row in rows {
            if let Some(band) = bands.iter_mut().find(|band| band.stars == row.stars) {
                band.clients += 1;
                band.sales_year = band.sales_year.saturating_add(row.sales_year);
            }
        }
    }
    Ok(bands)
}
