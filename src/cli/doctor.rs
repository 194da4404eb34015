//! `cartera doctor`: looks the database over, changing nothing, for bug reports and for peace of mind.

use super::args::DoctorArgs;
use super::print::Output;
use super::{Context, Exit, Failure};
use crate::repository::doctor::{Report, examine};
use crate::text::numbers;
use serde_json::{Map, Value as Json, json};

/// Others may read or write the file, or whatever is in its folder.
const OTHERS: u32 = 0o077;

pub fn run(args: &DoctorArgs, context: &Context, out: &mut Output) -> Result<Exit, Failure> {
    let report = examine(&context.database()?)?;
    if args.json {
        out.begin_array()?;
        out.item(&object(&report))?;
        out.end_array()?;
    } else {
        print(&report, context, out)?;
    }
    Ok(if report.is_sound() { Exit::Done } else { Exit::Failed })
}

fn object(report: &Report) -> Json {
    let counts: Map<String, Json> =
        report.counts.iter().map(|(table, count)| ((*table).to_owned(), json!(count))).collect();
    json!({
        "sound": report.is_sound(),
        "path": report.path.to_string_lossy(),
        "bytes": report.bytes,
        "mode": format!("{:04o}", report.mode),
        "private": report.mode & OTHERS == 0,
        "version": env!("CARGO_PKG_VERSION"),
        "sqlite": report.sqlite,
        "schema": report.schema,
        "latest_schema": report.latest_schema,
        "journal_mode": report.journal_mode,
        "damage": report.damage,
        "dangling_references": report.dangling,
        "actions": report.actions,
        "rows": counts,
    })
}

fn print(report: &Report, context: &Context, out: &mut Output) -> Result<(), Failure> {
    let locale = &context.locale;
    let int = |number: i64| numbers::int(number, locale);
    let bytes = i64::try_from(report.bytes).unwrap_or(i64::MAX);
    let private = if report.mode & OTHERS == 0 { "cli-doctor-private" } else { "cli-doctor-open" };
    let mut lines = vec![
        locale.ta(
            "cli-doctor-file",
            &[("path", report.path.to_string_lossy().as_ref().into()), ("bytes", bytes.into())],
        ),
        locale.ta(private, &[("mode", format!("{:04o}", report.mode).into())]),
        locale.ta(
            "cli-doctor-versions",
            &[
                ("version", env!("CARGO_PKG_VERSION").into()),
                ("sqlite", (&report.sqlite).into()),
                ("schema", report.schema.into()),
                ("latest", report.latest_schema.into()),
                ("journal", (&report.journal_mode).into()),
            ],
        ),
    ];
    let rows: Vec<String> =
        report.counts.iter().map(|(table, count)| format!("{table} {}", int(*count))).collect();
    lines.push(
        locale
            .ta("cli-doctor-rows", &[("rows", rows.join(" · ").into()), ("actions", report.actions.into())]),
    );
    lines.extend(
        report.damage.iter().map(|damage| locale.ta("cli-doctor-damage", &[("damage", damage.into())])),
    );
    if report.dangling > 0 {
        lines.push(locale.ta("cli-doctor-dangling", &[("count", report.dangling.into())]));
    }
    lines.push(locale.t(if report.is_sound() { "cli-doctor-sound" } else { "cli-doctor-unsound" }));
    Ok(lines.iter().try_for_each(|line| out.line(line))?)
}
