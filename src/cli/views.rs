//! `cartera views`: the saved views, and which one a name or number means.

use super::args::ViewsArgs;
use super::desk::Desk;
use super::print::{self, Output};
use super::table::{Cell, Table};
use super::{Context, Exit, Failure};
use crate::domain::custom::CustomFields;
use crate::domain::list::ListKind;
use crate::domain::view::{NUMBERED, View};
use crate::filter::{Filter, Reading};
use serde_json::json;

pub fn run(args: &ViewsArgs, context: &Context, out: &mut Output) -> Result<Exit, Failure> {
    let lang = context.lang();
    let mut desk = context.desk()?;
    let views = desk.views()?;
    let custom = desk.custom_fields()?;
    let told = |view: &View| {
        let reading = reading(view.kind, &custom, &desk, context);
        Filter::from_stored(&view.filter, &reading)
            .map_or_else(|_| view.filter.clone(), |filter| filter.print(&reading, lang))
    };
    if args.json {
        out.begin_array()?;
        for (place, view) in (1..).zip(&views) {
            let name = view.word().map_or_else(|| view.name.clone(), str::to_owned);
            out.item(&json!({
                "number": (place <= NUMBERED).then_some(place), "name": name, "title": view.title(lang),
                "list": view.kind.word(), "filter": view.filter, "layout": view.layout,
            }))?;
        }
        out.end_array()?;
        return Ok(Exit::Done);
    }
    let rows: Vec<Vec<Cell>> = (1..)
        .zip(&views)
        .map(|(place, view)| {
            let number = if place <= NUMBERED { place.to_string() } else { String::new() };
            let texts = [number, view.title(lang), lang.tab(view.kind.word()), told(view)];
            texts.into_iter().map(|text| Cell { text, number: false }).collect()
        })
        .collect();
    let heads = ["number", "name", "list", "filter"].map(|name| lang.t(&format!("cli-view-{name}")));
    let mut table = Table::new(heads.into(), print::terminal_width());
    for row in &rows {
        table.measure(row);
    }
    table.print_heads(out)?;
    rows.iter().try_for_each(|row| table.print_row(row, out))?;
    Ok(Exit::Done)
}

/// How a line for a list is read, with the fields that users defined.
pub fn reading<'a>(
    list: ListKind,
    custom: &'a CustomFields,
    desk: &Desk,
    context: &'a Context,
) -> Reading<'a> {
    let (today, locale, currency) = (context.today, &context.locale, desk.currency());
    Reading { list, today, locale, currency, custom: custom.all() }
}

/// The view that is called so, in either language, or has this number; of the kind that was named, if one was.
pub fn called(
    name: &str,
    kind: Option<ListKind>,
    desk: &mut Desk,
    context: &Context,
) -> Result<View, Failure> {
    let views = desk.views()?;
    let number = name.trim().parse::<usize>().ok().filter(|number| (1..=NUMBERED).contains(number));
    let mut named: Vec<&View> = views.iter().filter(|view| view.is_called(name)).collect();
    if named.is_empty() {
        named.extend(number.and_then(|number| views.get(number - 1)));
    }
    let is_wanted = |view: &&&View| kind.is_none_or(|kind| kind == view.kind);
    match (named.iter().find(is_wanted), named.first()) {
        (Some(view), _) => Ok((**view).clone()),
        (None, Some(other)) => {
            let list = other.kind.word().to_owned();
            Err(Failure::OtherList { view: name.to_owned(), list })
        }
        (None, None) => {
            let lang = context.lang();
            let titles: Vec<String> = views.iter().map(|view| view.title(lang)).collect();
            Err(Failure::NoView { view: name.to_owned(), views: titles.join(", ") })
        }
    }
}
