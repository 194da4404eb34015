//! What became of a file, in the user's language: lines of text that are safe to show.

use super::error::names;
use super::read::Import;
use super::summary::{Because, Form, LeftOut, Note, Outcome, Rejection, Rejections, Tally, Total, order_key};
use crate::domain::currency::Currency;
use crate::text::{Locale, numbers, safe};

/// Rejected rows that are shown one by one, and cells.
const REJECTIONS_SHOWN: usize = 20;

/// The rows and cells of the file that were refused, while reading and while writing.
pub fn rejections(import: &Import, outcome: &Outcome) -> Rejections {
    let mut rejected = import.rejected.clone();
    rejected.absorb(outcome.rejected.clone());
    rejected
}

/// The summary of one file: what was detected, what is new, what was left out and why, which rows were refused.
/// Money of no stated currency is in `base`.
pub fn summary(
    import: &Import,
    outcome: &Outcome,
    simulated: bool,
    base: Currency,
    locale: &Locale,
) -> Vec<String> {
    let teller = Teller { import, outcome, base, locale };
    let mut lines = vec![teller.head()];
    lines.extend(teller.detected());
    lines.extend(teller.counts());
    lines.extend(outcome.totals.iter().map(|total| teller.total(total)));
    lines.extend(teller.left_out());
    lines.extend(teller.notes());
    lines.extend(teller.rejected());
    lines.push(teller.end(simulated));
    lines
}

struct Teller<'a> {
    import: &'a Import,
    outcome: &'a Outcome,
    base: Currency,
    locale: &'a Locale,
}

impl Teller<'_> {
    fn head(&self) -> String {
        let detected = &self.import.detected;
        let file = self.import.path.file_name().unwrap_or(self.import.path.as_os_str()).to_string_lossy();
        self.locale.ta(
            "import-head",
            &[
                ("file", safe::fit(&file, 60).into()),
                ("kind", detected.kind.label(self.locale.lang).into()),
                ("rows", detected.rows.into()),
            ],
        )
    }

    fn detected(&self) -> Vec<String> {
        let detected = &self.import.detected;
        let delimiter = match detected.delimiter {
            '\t' => self.locale.t("import-tabulator"),
            mark => mark.to_string(),
        };
        let mut lines = vec![self.locale.ta("import-form", &[("delimiter", delimiter.into())])];
        let taken: Vec<String> = detected
            .columns
            .iter()
            .filter_map(|column| {
                let field = column.target.as_ref()?.label(self.locale.lang);
                Some(format!("{} → {field}", safe::fit(&column.name, 30)))
            })
            .collect();
        lines.push(self.locale.ta("import-columns", &[("columns", taken.join(", ").into())]));
        let left: Vec<String> =
            detected.columns.iter().filter(|it| it.target.is_none()).map(|it| it.name.clone()).collect();
        if !left.is_empty() {
            lines.push(self.locale.ta("import-columns-unknown", &[("columns", names(&left).into())]));
        }
        lines.extend(detected.columns.iter().filter_map(|column| self.form(&column.name, column.form?)));
        if !detected.closed && self.import.rejected.count > 0 {
            lines.push(self.locale.t("import-not-closed"));
        }
        lines
    }

    /// How a column was read; nothing where its values decide in the way that the place writes anyway.
    fn form(&self, column: &str, form: Form) -> Option<String> {
        let (key, because, what) = match form {
            Form::Number { decimal, because } => {
                if because != Because::Locale && decimal == self.locale.decimal {
                    return None;
                }
                ("import-form-number", because, decimal.to_string())
            }
            Form::Date { order, because } => {
                if because == Because::Values && order == self.locale.date_order {
                    return None;
                }
                ("import-form-date", because, self.locale.t(order_key(order)))
            }
            Form::Discount { percent: true, .. } => return None,
            Form::Discount { percent: false, because, .. } => {
                ("import-form-fraction", because, String::new())
            }
        };
        let because = self.locale.t(match because {
            Because::Values => "import-because-values",
            Because::Others => "import-because-others",
            Because::Locale => "import-because-locale",
        });
        Some(self.locale.ta(
            key,
            &[("column", safe::fit(column, 30).into()), ("what", what.into()), ("because", because.into())],
        ))
    }

    fn counts(&self) -> Vec<String> {
        let counts = self.outcome.counts.each().into_iter().filter(|(_, count)| count.all() > 0);
        counts
            .map(|(word, count)| {
                self.locale.ta(
                    "import-counts",
                    &[
                        ("what", self.locale.t(&format!("import-count-{word}")).into()),
                        ("new", count.new.into()),
                        ("updated", count.updated.into()),
                        ("unchanged", count.unchanged.into()),
                    ],
                )
            })
            .collect()
    }

    fn money(&self, minor: i64, currency: Currency) -> String {
        numbers::money(minor, currency, self.locale)
    }

    /// The sum, and how rounding the lines one by one made another of it, if it did.
    fn total(&self, total: &Total) -> String {
        let exact = self.money(total.exact.minor(total.currency), total.currency);
        let kept = self.money(total.minor, total.currency);
        let key = if exact == kept { "import-total" } else { "import-total-rounded" };
        self.locale
            .ta(key, &[("exact", exact.into()), ("kept", kept.into()), ("rounded", total.rounded.into())])
    }

    fn left_out(&self) -> Vec<String> {
        let tallies = self.import.left_out.iter().map(|(why, tally)| {
            let key = match why {
                LeftOut::NoClient => "import-left-no-client",
                LeftOut::Repeat => "import-left-repeat",
                LeftOut::OwnCost => "import-left-own-cost",
                LeftOut::NoQuantity => "import-left-no-quantity",
            };
            self.tally(key, tally)
        });
        tallies.collect()
    }

    fn notes(&self) -> Vec<String> {
        let tallies = self.import.notes.iter().map(|(note, tally)| {
            let key = match note {
                Note::Return => "import-note-return",
                Note::Charge => "import-note-charge",
                Note::Free => "import-note-free",
                Note::OtherAmount => "import-note-other-amount",
                Note::Merged => "import-note-merged",
            };
            self.tally(key, tally)
        });
        let future = Some(&self.outcome.future).filter(|tally| tally.count > 0);
        tallies.chain(future.map(|tally| self.tally("import-note-future", tally))).collect()
    }

    fn tally(&self, key: &str, tally: &Tally) -> String {
        let lines: Vec<String> = tally.lines.iter().map(ToString::to_string).collect();
        let more = if tally.count > u64::try_from(lines.len()).unwrap_or_default() { "…" } else { "" };
        let lines = format!("{}{more}", lines.join(", "));
        let place = self.locale.ta("import-where", &[("count", tally.count.into()), ("lines", lines.into())]);
        let amount = self.money(tally.exact.minor(self.base), self.base);
        self.locale
            .ta(key, &[("count", tally.count.into()), ("amount", amount.into()), ("where", place.into())])
    }

    fn rejected(&self) -> Vec<String> {
        let rejected = rejections(self.import, self.outcome);
        let mut lines = self.refused("import-rejected", rejected.rows(), &rejected, |it| !it.is_cell());
        lines.extend(self.refused("import-rejected-cells", rejected.cells, &rejected, Rejection::is_cell));
        lines
    }

    /// So many of one sort, and the first of them.
    fn refused(&self, key: &str, count: u64, of: &Rejections, sort: fn(&Rejection) -> bool) -> Vec<String> {
        if count == 0 {
            return Vec::new();
        }
        let mut lines = vec![self.locale.ta(key, &[("count", count.into())])];
        let shown = of.kept().iter().filter(|rejection| sort(rejection)).take(REJECTIONS_SHOWN);
        lines.extend(shown.map(|rejection| format!("  {}", rejection.message(self.locale.lang))));
        let more = count.saturating_sub(u64::try_from(lines.len() - 1).unwrap_or_default());
        if more > 0 {
            lines.push(format!("  {}", self.locale.ta("import-rejected-more", &[("count", more.into())])));
        }
        lines
    }

    fn end(&self, simulated: bool) -> String {
        self.locale.t(match (self.outcome.counts.changed(), simulated) {
            (_, true) => "import-end-simulated",
            (true, false) => "import-end-done",
            (false, false) => "import-end-nothing",
        })
    }
}

#[cfg(test)]
mod tests;
