//! `cartera list KIND [FILTER]`: a list, found and sorted as on the screen.

use super::args::ListArgs;
use super::desk::{CHUNK, Desk, Listing};
use super::print::{self, Output};
use super::record::{Record, records};
use super::table::{Cell, Table};
use super::{Context, Exit, Failure};
use crate::domain::list::{Column, Group, ListKind, ListQuery, Sort};
use crate::filter::{self, Filter, Reading, parse};
use crate::text::{Terms, groups, numbers};

pub fn run(args: &ListArgs, context: &Context, out: &mut Output) -> Result<Exit, Failure> {
    let sort = sort_levels(args)?;
    let columns = columns(args)?;
    let mut desk = context.desk()?;
    let filter = filter(args, &desk, context)?;
    let sort = if sort.is_empty() { filter.sort.clone() } else { sort };
    let limit = args.limit.or(filter.limit).unwrap_or(usize::MAX);
    let group = filter.group;
    // All are counted, also those that are not shown; but in the groups only those that are.
    let filter = Filter { limit: args.limit.or(filter.limit).filter(|_| group.is_some()), ..filter };
    let query = ListQuery { closed: args.closed, sort, group, filter, ..ListQuery::all(args.kind) };
    let Listing { ids, sum_minor: sum, groups } = desk.list(query)?;
    let shown = ids.get(..limit.min(ids.len())).unwrap_or_default();
    if args.json {
        print_json(args.kind, shown, &mut desk, out)?;
    } else {
        let grouped = Grouped { column: group, groups: &groups };
        print_table(args.kind, shown, &columns, grouped, &mut desk, context, out)?;
    }
    if ids.is_empty() {
        out.note(&context.locale.t("cli-nothing-found"))?;
        return Ok(Exit::NothingFound);
    }
    if print::is_terminal() && !args.json {
        let base = desk.currency();
        let mut parts = vec![
            context
                .locale
                .ta("cli-list-count", &[("shown", shown.len().into()), ("count", ids.len().into())]),
        ];
        parts.extend(sum.map(|sum| numbers::money(sum, base, &context.locale)));
        out.note(&parts.join(" · "))?;
    }
    Ok(Exit::Done)
}

fn filter(args: &ListArgs, desk: &Desk, context: &Context) -> Result<Filter, Failure> {
    let line = args.words.join(" ");
    let reading =
        Reading { list: args.kind, today: context.today, locale: &context.locale, currency: desk.currency() };
    parse(&line, &reading).map_err(|error| Failure::BadFilter { line, error })
}

fn print_json(kind: ListKind, ids: &[i64], desk: &mut Desk, out: &mut Output) -> Result<(), Failure> {
    out.begin_array()?;
    for chunk in ids.chunks(CHUNK) {
        for record in read(kind, chunk, desk)? {
            out.item(&record.json())?;
        }
    }
    Ok(out.end_array()?)
}

/// The rows that stand together.
#[derive(Clone, Copy)]
struct Grouped<'a> {
    column: Option<Column>,
    groups: &'a [Group],
}

impl Grouped<'_> {
    /// What stands above the row at this place, when a group begins there.
    fn head(self, kind: ListKind, place: usize, terms: &Terms) -> Option<String> {
        let at = self.groups.binary_search_by_key(&place, |group| group.start).ok()?;
        let group = self.groups.get(at)?;
        let count = numbers::int(i64::try_from(group.count).unwrap_or(i64::MAX), &terms.locale);
        let subtotal = group.subtotal_minor.map(|minor| format!(" · {}", terms.money(minor)));
        let value = groups::label(kind, self.column?, &group.value, terms);
        Some(format!("▾ {value} · {count}{}", subtotal.unwrap_or_default()))
    }
}

/// Twice through the rows, so that a long list is aligned without being held.
fn print_table(
    kind: ListKind,
    ids: &[i64],
    columns: &[Column],
    grouped: Grouped<'_>,
    desk: &mut Desk,
    context: &Context,
    out: &mut Output,
) -> Result<(), Failure> {
    let lang = context.lang();
    let heads = columns.iter().map(|&column| lang.field(&word(column).replace('_', "-"))).collect();
    let mut table = Table::new(heads, print::terminal_width());
    for chunk in ids.chunks(CHUNK) {
        for record in read(kind, chunk, desk)? {
            table.measure(&cells(&record, columns, context));
        }
    }
    let left_out = columns.len() - table.columns_that_fit();
    table.print_heads(out)?;
    let terms = Terms { locale: context.locale, currency: desk.currency(), today: context.today.into() };
    for (at, chunk) in ids.chunks(CHUNK).enumerate() {
        // What is gone meanwhile has no row: places are those of the keys only while all are there.
        for (place, record) in (at * CHUNK..).zip(read(kind, chunk, desk)?) {
            if let Some(head) = grouped.head(kind, place, &terms) {
                out.line(&head)?;
            }
            table.print_row(&cells(&record, columns, context), out)?;
        }
    }
    if left_out > 0 {
        out.note(&context.locale.ta("cli-columns-left-out", &[("count", left_out.into())]))?;
    }
    Ok(())
}

fn read(kind: ListKind, ids: &[i64], desk: &mut Desk) -> Result<Vec<Record>, Failure> {
    let base = desk.currency();
    Ok(desk.rows(kind, ids)?.map(|rows| records(rows, base)).unwrap_or_default())
}

fn cells(record: &Record, columns: &[Column], context: &Context) -> Vec<Cell> {
    let cell = |&column: &Column| {
        record.value(column).map_or_else(Cell::default, |value| Cell {
            text: value.text(&context.locale),
            number: value.is_number(),
        })
    };
    columns.iter().map(cell).collect()
}

/// The columns asked for, or all of the kind.
fn columns(args: &ListArgs) -> Result<Vec<Column>, Failure> {
    if args.columns.is_empty() {
        return Ok(args.kind.columns().to_vec());
    }
    args.columns.iter().map(|text| column(args.kind, text)).collect()
}

/// `name,-sales_year`: a hyphen turns the order round.
fn sort_levels(args: &ListArgs) -> Result<Vec<Sort>, Failure> {
    let level = |text: &String| {
        let (descending, text) = text.strip_prefix('-').map_or((false, text.as_str()), |rest| (true, rest));
        Ok(Sort { column: column(args.kind, text)?, descending })
    };
    args.sort.iter().map(level).collect()
}

/// By its word, or by its head in either language.
fn column(kind: ListKind, text: &str) -> Result<Column, Failure> {
    filter::column(kind.columns(), text).ok_or_else(|| Failure::NoColumn {
        column: text.to_owned(),
        columns: kind.columns().iter().map(|&column| word(column)).collect::<Vec<_>>().join(", "),
    })
}

/// The word of a column: its name in snake case.
fn word(column: Column) -> String {
    match serde_json::to_value(column) {
        Ok(serde_json::Value::String(word)) => word,
        Ok(_) | Err(_) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn every_column_of_every_list_has_a_head_in_both_languages() {
        // Today has a command of its own.
        for &kind in ListKind::ALL.iter().filter(|kind| !kind.is_today()) {
            for &named in kind.columns() {
                for lang in Lang::ALL {
                    let head = lang.field(&word(named).replace('_', "-"));
                    assert!(!head.contains('⟦'), "{kind:?}: {head}");
                    assert!(column(kind, &head).is_ok(), "{kind:?}: {head}");
                }
            }
        }
    }
}
