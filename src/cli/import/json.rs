//! What became of a file as JSON: English keys whose meaning never changes.

use crate::domain::currency::Currency;
use crate::exchange::summary::{LeftOut, Note, Outcome, Tally};
use crate::exchange::target::Target;
use crate::exchange::{Import, tell};
use crate::text::Lang;
use serde_json::{Map, Value as Json, json};

/// One file. Rejected rows and cells are named in English; the first ones only, `rejected_rows` and
/// `rejected_cells` count all.
pub fn file(import: &Import, outcome: &Outcome, simulated: bool, base: Currency) -> Json {
    let detected = &import.detected;
    let rejected = tell::rejections(import, outcome);
    let counts: Map<String, Json> = outcome
        .counts
        .each()
        .into_iter()
        .map(|(word, count)| {
            let count = json!({ "new": count.new, "updated": count.updated, "unchanged": count.unchanged });
            (word.to_owned(), count)
        })
        .collect();
    let columns: Vec<Json> = detected
        .columns
        .iter()
        .map(|column| json!({ "name": column.name, "field": column.target.as_ref().map(Target::word) }))
        .collect();
    let totals: Vec<Json> = outcome
        .totals
        .iter()
        .map(|total| {
            json!({
                "currency": total.currency.code(),
                "exact_minor": total.exact.minor(total.currency),
                "kept_minor": total.minor,
                "rounded_lines": total.rounded,
            })
        })
        .collect();
    let rejections: Vec<Json> = rejected
        .kept()
        .iter()
        .map(|it| {
            json!({
                "line": it.line,
                "field": it.target.as_ref().map(Target::word),
                "reason": it.reason.message(Lang::En),
            })
        })
        .collect();
    let mut notes: Map<String, Json> = import
        .notes
        .iter()
        .map(|(note, tally)| (note_word(*note).to_owned(), counted(tally, base)))
        .collect();
    if outcome.future.count > 0 {
        notes.insert("future".to_owned(), counted(&outcome.future, base));
    }
    json!({
        "file": import.path.to_string_lossy(),
        "sha256": import.hash,
        "kind": detected.kind.word(),
        "rows": detected.rows,
        "simulated": simulated,
        "columns": columns,
        "counts": counts,
        "totals": totals,
        "left_out": import
            .left_out
            .iter()
            .map(|(why, tally)| (left_out_word(*why).to_owned(), counted(tally, base)))
            .collect::<Map<String, Json>>(),
        "notes": notes,
        "rejected_rows": rejected.rows(),
        "rejected_cells": rejected.cells,
        "rejected": rejections,
    })
}

fn counted(tally: &Tally, base: Currency) -> Json {
    json!({
        "rows": tally.count,
        "amount_minor": tally.exact.minor(base),
        "currency": base.code(),
        "first_lines": tally.lines,
    })
}

fn left_out_word(why: LeftOut) -> &'static str {
    match why {
        LeftOut::NoClient => "no_client",
        LeftOut::Repeat => "repeat",
        LeftOut::OwnCost => "own_cost",
        LeftOut::NoQuantity => "no_quantity",
    }
}

fn note_word(note: Note) -> &'static str {
    match note {
        Note::Return => "return",
        Note::Charge => "charge",
        Note::Free => "free",
        Note::OtherAmount => "other_amount",
        Note::Merged => "merged",
    }
}
