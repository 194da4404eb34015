//! `cartera list KIND [FILTER]`: a list, found and sorted as on the screen.

use super::args::ListArgs;
use super::desk::{CHUNK, Desk, Listing};
use super::print::{self, Output};
use super::record::{Record, Value, records};
use super::table::{Cell, Table};
use super::{Context, Exit, Failure, views};
use crate::domain::custom::CustomField;
use crate::domain::list::{Column, Group, Layout, ListKind, ListQuery, Sort};
use crate::filter::{self, Filter, column_name, column_word, parse};
use crate::text::{Terms, groups, numbers};

/// What a command asks for.
struct Wanted {
    query: ListQuery,
    columns: Vec<Column>,
    limit: usize,
}

pub fn run(args: &ListArgs, context: &Context, out: &mut Output) -> Result<Exit, Failure> {
    let mut desk = match (context.desk(), misuse(args)) {
        (Ok(desk), _) => desk,
        // Where there is nothing to open, a misuse is told first.
        (Err(missing), misuse) => return Err(misuse.unwrap_or(missing)),
    };
    let Wanted { query, columns, limit } = wanted(args, &mut desk, context)?;
    let (kind, group) = (query.kind, query.group);
    let Listing { ids, sum_minor: sum, groups } = desk.list(query)?;
    let shown = ids.get(..limit.min(ids.len())).unwrap_or_default();
    let is_for_people = !args.json && !args.csv;
    if args.json {
        print_json(kind, shown, &mut desk, context, out)?;
    } else if args.csv {
        print_csv(kind, shown, &columns, &mut desk, context, out)?;
    } else {
        let grouped = Grouped { column: group, groups: &groups };
        print_table(kind, shown, &columns, grouped, &mut desk, context, out)?;
    }
    if ids.is_empty() {
        out.note(&context.locale.t("cli-nothing-found"))?;
        return Ok(Exit::NothingFound);
    }
    if print::is_terminal() && is_for_people {
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

/// A column that no list has, and that no user can have defined in a portfolio that is not there.
fn misuse(args: &ListArgs) -> Option<Failure> {
    let kind = args.kind.filter(|_| args.view.is_none())?;
    sort_levels(kind, &[], args).err().or_else(|| named_columns(kind, &[], args).err())
}

/// The rows of the view, if one is named, that the words keep too; what the options say goes before what they say, and that
/// before what the view does.
fn wanted(args: &ListArgs, desk: &mut Desk, context: &Context) -> Result<Wanted, Failure> {
    let view = args.view.as_deref().map(|name| views::called(name, args.kind, desk, context)).transpose()?;
    let kind = view.as_ref().map(|view| view.kind).or(args.kind).unwrap_or(ListKind::Clients);
    let custom = desk.custom_fields()?;
    let sort = sort_levels(kind, custom.all(), args)?;
    let mut filter = filter(kind, &args.words, desk, context)?;
    let all = kind.columns_with(custom.all());
    let mut layout = Layout::usual(kind, &all);
    if let Some(view) = &view {
        let kept = Filter::from_stored(&view.filter, &views::reading(kind, &custom, desk, context))
            .map_err(|error| Failure::BadFilter { line: view.filter.clone(), error })?;
        for condition in kept.conditions() {
            filter = filter.and(condition.clone());
        }
        filter.limit = filter.limit.or(kept.limit);
        filter.group = filter.group.or(kept.group);
        if filter.sort.is_empty() {
            filter.sort = kept.sort;
        }
        if let Some(own) = &view.layout {
            layout = own.kept_to(&all);
        }
    }
    let sort = [sort, filter.sort.clone(), layout.sort].into_iter().find(|sort| !sort.is_empty());
    let columns = if args.columns.is_empty() {
        layout.columns.iter().map(|shown| shown.column).collect()
    } else {
        named_columns(kind, custom.all(), args)?
    };
    let limit = args.limit.or(filter.limit).unwrap_or(usize::MAX);
    let group = filter.group.or(layout.group);
    // All are counted, also those that are not shown; but in the groups only those that are.
    let filter = Filter { limit: args.limit.or(filter.limit).filter(|_| group.is_some()), ..filter };
    let sort = sort.unwrap_or_default();
    let query = ListQuery { closed: args.closed, sort, group, filter, ..ListQuery::all(kind) };
    Ok(Wanted { query, columns, limit })
}

/// The filter that the words say.
pub fn filter(
    kind: ListKind,
    words: &[String],
    desk: &mut Desk,
    context: &Context,
) -> Result<Filter, Failure> {
    let custom = desk.custom_fields()?;
    let line = words.join(" ");
    parse(&line, &views::reading(kind, &custom, desk, context))
        .map_err(|error| Failure::BadFilter { line, error })
}

fn print_json(
    kind: ListKind,
    ids: &[i64],
    desk: &mut Desk,
    context: &Context,
    out: &mut Output,
) -> Result<(), Failure> {
    out.begin_array()?;
    for chunk in ids.chunks(CHUNK) {
        for record in read(kind, chunk, desk, context)? {
            out.item(&record.json())?;
        }
    }
    Ok(out.end_array()?)
}

/// Heads in English words, then the values: amounts with a point, days as `YYYY-MM-DD`, what is absent empty.
fn print_csv(
    kind: ListKind,
    ids: &[i64],
    columns: &[Column],
    desk: &mut Desk,
    context: &Context,
    out: &mut Output,
) -> Result<(), Failure> {
    let custom = desk.custom_fields()?;
    out.csv_row(columns.iter().map(|&column| column_word(column, custom.all())))?;
    for chunk in ids.chunks(CHUNK) {
        for record in read(kind, chunk, desk, context)? {
            let cell = |&column: &Column| record.value(column).map(Value::csv).unwrap_or_default();
            out.csv_row(columns.iter().map(cell))?;
        }
    }
    Ok(())
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
    let custom = desk.custom_fields()?;
    let heads = columns.iter().map(|&column| column_name(column, custom.all(), lang)).collect();
    let mut table = Table::new(heads, print::terminal_width());
    for chunk in ids.chunks(CHUNK) {
        for record in read(kind, chunk, desk, context)? {
            table.measure(&cells(&record, columns, context));
        }
    }
    let left_out = columns.len() - table.columns_that_fit();
    table.print_heads(out)?;
    let terms = Terms { locale: context.locale, currency: desk.currency(), today: context.today.into() };
    for (at, chunk) in ids.chunks(CHUNK).enumerate() {
        // What is gone meanwhile has no row: places are those of the keys only while all are there.
        for (place, record) in (at * CHUNK..).zip(read(kind, chunk, desk, context)?) {
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

fn read(kind: ListKind, ids: &[i64], desk: &mut Desk, context: &Context) -> Result<Vec<Record>, Failure> {
    let base = desk.currency();
    let custom = desk.custom_fields()?;
    Ok(desk.rows(kind, ids)?.map(|rows| records(rows, base, &custom, &context.locale)).unwrap_or_default())
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

fn named_columns(kind: ListKind, custom: &[CustomField], args: &ListArgs) -> Result<Vec<Column>, Failure> {
    args.columns.iter().map(|text| column(kind, custom, text)).collect()
}

/// `name,-sales_year`: a hyphen turns the order round.
fn sort_levels(kind: ListKind, custom: &[CustomField], args: &ListArgs) -> Result<Vec<Sort>, Failure> {
    let level = |text: &String| {
        let (descending, text) = text.strip_prefix('-').map_or((false, text.as_str()), |rest| (true, rest));
        Ok(Sort { column: column(kind, custom, text)?, descending })
    };
    args.sort.iter().map(level).collect()
}

/// By its word, or by its head in either language.
fn column(kind: ListKind, custom: &[CustomField], text: &str) -> Result<Column, Failure> {
    let all = kind.columns_with(custom);
    filter::column(&all, custom, text).ok_or_else(|| Failure::NoColumn {
        column: text.to_owned(),
        columns: all.iter().map(|&column| column_word(column, custom)).collect::<Vec<_>>().join(", "),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn every_column_of_every_list_has_a_head_in_both_languages() {
        for &kind in ListKind::ALL {
            for &named in kind.columns() {
                for lang in Lang::ALL {
                    let head = column_name(named, &[], lang);
                    assert!(!head.contains('⟦'), "{kind:?}: {head}");
                    assert!(column(kind, &[], &head).is_ok(), "{kind:?}: {head}");
                }
            }
        }
    }
}
