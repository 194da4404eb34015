//! Follow-ups in the storage: series, what did them, putting off, and clients who are out of the lists.

use super::repository::{TODAY, add_client, ask, saved, session, store, visit};
use crate::support::lists;
use cartera::domain::day::Day;
use cartera::domain::follow_up::{FollowUpDraft, FollowUpRow};
use cartera::domain::ids::{ClientId, FollowUpId};
use cartera::domain::interaction::LogDraft;
use cartera::domain::kinds::{FollowUpKind, FollowUpState, InteractionKind};
use cartera::domain::list::{ListKind, ListQuery};
use cartera::domain::recurrence::{Every, Recurrence};
use cartera::repository::error::Error;
use cartera::repository::request::{Record, RecordId, Reply, Request, Rows};
use cartera::repository::store::Store;

fn day(text: &str) -> Day {
    Day::from(text.parse::<chrono::NaiveDate>().unwrap())
}

fn draft(client: ClientId, due: Day, recurrence: Option<Recurrence>) -> FollowUpDraft {
    FollowUpDraft {
        id: None,
        rev: 0,
        client,
        contact: None,
        salesperson: None,
        due,
        kind: FollowUpKind::Call,
        title: "Revisión".to_owned(),
        recurrence,
    }
}

fn forever(every: Every) -> Recurrence {
    Recurrence { every, until: None }
}

fn add(store: &mut Store, draft: FollowUpDraft) -> FollowUpId {
    match saved(ask(store, Request::SaveFollowUp(draft))) {
        RecordId::FollowUp(id) => id,
        other => panic!("{other:?}"),
    }
}

fn rows(store: &mut Store, closed: bool) -> Vec<FollowUpRow> {
    let ids = lists::listed(store, ListQuery { closed, ..ListQuery::all(ListKind::FollowUps) });
    let Rows::FollowUps(rows) = lists::rows(store, ListKind::FollowUps, ids) else { panic!("other rows") };
    rows
}

fn open(store: &mut Store, id: FollowUpId) -> FollowUpDraft {
    match ask(store, Request::Open(RecordId::FollowUp(id))) {
        Reply::Opened { record: Record::FollowUp(draft), .. } => draft,
        other => panic!("{other:?}"),
    }
}

fn dues(store: &mut Store) -> Vec<String> {
    rows(store, false).iter().map(|row| row.due.date().unwrap().to_string()).collect()
}

fn log(store: &mut Store, client: ClientId, change: impl FnOnce(&mut LogDraft)) -> Reply {
    let Request::Log(mut log) = visit(client, TODAY, "hecho") else { panic!() };
    change(&mut log);
    ask(store, Request::Log(log))
}

#[test]
fn completing_one_of_a_series_opens_the_next_and_one_undo_takes_both_back() {
    let mut store = store();
    let client = add_client(&mut store, "López", "");
    let id = add(&mut store, draft(client, TODAY.plus(-17), Some(forever(Every::Weeks(1)))));
    let before = store.dump().unwrap();
    let Reply::Saved { done, .. } = ask(&mut store, Request::CompleteFollowUp(id)) else { panic!() };
    assert_eq!(done.due, Some(TODAY.plus(4)), "on its weekday, after today, and no pile of past ones");
    let closed = rows(&mut store, true);
    let states: Vec<_> = closed.iter().map(|row| (row.due, row.state, row.closed)).collect();
    assert_eq!(
        states,
        [(TODAY.plus(-17), FollowUpState::Done, Some(TODAY)), (TODAY.plus(4), FollowUpState::Open, None)]
    );
    let Reply::Saved { .. } = ask(&mut store, Request::Undo) else { panic!() };
    assert_eq!(store.dump().unwrap(), before);
}

#[test]
fn a_series_keeps_its_anchor_through_short_months_and_putting_off() {
    let mut store = store();
    let client = add_client(&mut store, "López", "");
    ask(&mut store, Request::ChangeDay(day("2026-12-31")));
    let first = add(&mut store, draft(client, day("2026-12-31"), Some(forever(Every::Months(1)))));
    ask(&mut store, Request::CompleteFollowUp(first));
    assert_eq!(dues(&mut store), ["2027-01-31"]);
    let mut expected = ["2027-02-28", "2027-03-31", "2027-04-30"].into_iter();
    for today in ["2027-01-31", "2027-03-02", "2027-03-31"] {
        ask(&mut store, Request::ChangeDay(day(today)));
        let id = rows(&mut store, false)[0].id;
        // Only this one moves, whenever it is done in the end.
        ask(&mut store, Request::SnoozeFollowUp { id, to: day(today).plus(3) });
        ask(&mut store, Request::CompleteFollowUp(id));
        assert_eq!(dues(&mut store), [expected.next().unwrap()], "{today}");
    }
}

#[test]
fn the_end_of_a_series_ends_it_and_editing_changes_it() {
    let mut store = store();
    let client = add_client(&mut store, "López", "");
    let weekly = Some(Recurrence { every: Every::Weeks(1), until: Some(TODAY.plus(7)) });
    let id = add(&mut store, draft(client, TODAY, weekly));
    ask(&mut store, Request::CompleteFollowUp(id));
    let last = rows(&mut store, false)[0].id;
    let opened = open(&mut store, last);
    assert_eq!((opened.due, opened.recurrence), (TODAY.plus(7), weekly));
    ask(&mut store, Request::CompleteFollowUp(last));
    assert_eq!(dues(&mut store), [""; 0]);
    ask(&mut store, Request::Undo);
    let edited = FollowUpDraft {
        due: TODAY.plus(2),
        recurrence: Some(forever(Every::Days(10))),
        ..open(&mut store, last)
    };
    ask(&mut store, Request::SaveFollowUp(edited));
    ask(&mut store, Request::CompleteFollowUp(last));
    assert_eq!(rows(&mut store, false)[0].due, TODAY.plus(12), "from its new day on");
}

#[test]
fn leaving_one_out_goes_on_and_dropping_it_does_not() {
    let mut store = store();
    let client = add_client(&mut store, "López", "");
    let id = add(&mut store, draft(client, TODAY, Some(forever(Every::Weeks(2)))));
    ask(&mut store, Request::SkipFollowUp(id));
    let next = rows(&mut store, false);
    assert_eq!((next.len(), next[0].due), (1, TODAY.plus(14)));
    ask(&mut store, Request::Remove(RecordId::FollowUp(next[0].id)));
    assert!(rows(&mut store, false).is_empty());
    assert!(rows(&mut store, true).iter().all(|row| row.state == FollowUpState::Dropped));
}

#[test]
fn an_interaction_does_a_follow_up_and_its_series_goes_on_in_one_action() {
    let mut store = store();
    let client = add_client(&mut store, "López", "");
    let id = add(&mut store, draft(client, TODAY, Some(forever(Every::Months(1)))));
    let before = store.dump().unwrap();
    let Reply::Saved { done, .. } = log(&mut store, client, |log| log.done = Some(id)) else { panic!() };
    assert_eq!(done.due, rows(&mut store, false).first().map(|row| row.due));
    let all = rows(&mut store, true);
    let by = all[0].done_by.as_ref().unwrap();
    assert_eq!((by.kind, by.day, by.text.as_str()), (InteractionKind::Visit, TODAY, "hecho"));
    ask(&mut store, Request::Undo);
    assert_eq!(store.dump().unwrap(), before, "one undo takes the interaction and both follow-ups back");
    ask(&mut store, Request::Redo);
    assert_eq!(rows(&mut store, true), all);
}

#[test]
fn nobody_answered_puts_it_off_and_counts() {
    let mut store = store();
    let client = add_client(&mut store, "López", "");
    let other = add_client(&mut store, "Otro", "");
    let id = add(&mut store, draft(client, TODAY.plus(-3), None));
    let reply = log(&mut store, client, |log| log.put_off = Some((id, TODAY.plus(1))));
    assert!(matches!(reply, Reply::Saved { .. }), "{reply:?}");
    let row = &rows(&mut store, false)[0];
    assert_eq!((row.due, row.snoozes, row.state), (TODAY.plus(1), 1, FollowUpState::Open));
    let before = store.dump().unwrap();
    for change in
        [(|log: &mut LogDraft, id| log.done = Some(id)) as fn(&mut LogDraft, FollowUpId), |log, id| {
            log.put_off = Some((id, TODAY.plus(9)));
        }]
    {
        let reply = log_other(&mut store, other, id, change);
        assert!(matches!(reply, Reply::Failed { error: Error::Stale, .. }), "{reply:?}");
        assert_eq!(store.dump().unwrap(), before, "a call to another client does not do it");
    }
}

fn log_other(
    store: &mut Store,
    client: ClientId,
    id: FollowUpId,
    change: fn(&mut LogDraft, FollowUpId),
) -> Reply {
    log(store, client, |log| change(log, id))
}

#[test]
fn only_a_later_day_counts_as_putting_off() {
    let mut store = store();
    let client = add_client(&mut store, "López", "");
    let id = add(&mut store, draft(client, TODAY.plus(5), None));
    for (to, counted) in [(TODAY.plus(2), 0), (TODAY.plus(9), 1), (TODAY.plus(9), 1), (TODAY.plus(5), 1)] {
        ask(&mut store, Request::SnoozeFollowUp { id, to });
        let row = &rows(&mut store, false)[0];
        assert_eq!((row.due, row.snoozes), (to, counted));
    }
}

#[test]
fn what_is_planned_for_an_archived_client_is_out_of_the_way_and_comes_back_with_it() {
    let mut store = store();
    let client = add_client(&mut store, "López", "");
    let id = add(&mut store, draft(client, TODAY, None));
    ask(&mut store, Request::Remove(RecordId::Client(client)));
    assert!(rows(&mut store, false).is_empty());
    assert_eq!(rows(&mut store, true).len(), 1, "but not gone");
    let before = store.dump().unwrap();
    let reply = ask(&mut store, Request::SaveFollowUp(draft(client, TODAY, None)));
    assert!(matches!(&reply, Reply::Failed { error: Error::Archived { name }, .. } if name == "López"));
    let reply = log(&mut store, client, |log| log.follow_up = Some(draft(client, TODAY.plus(9), None)));
    assert!(matches!(&reply, Reply::Failed { error: Error::Archived { .. }, .. }), "{reply:?}");
    assert_eq!(store.dump().unwrap(), before, "not the visit without its follow-up either");
    ask(&mut store, Request::RestoreClient(client));
    assert_eq!(rows(&mut store, false).iter().map(|row| row.id).collect::<Vec<_>>(), [id]);
}

#[test]
fn the_shell_lists_what_comes_back_and_what_did_it() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("p.db");
    let mut store = Store::open(&file, session()).unwrap();
    let client = add_client(&mut store, "López", "");
    let until = Some(day("2027-12-31"));
    let id = add(&mut store, draft(client, TODAY, Some(Recurrence { every: Every::Months(3), until })));
    log(&mut store, client, |log| log.done = Some(id));
    drop(store);
    let run = |words: &[&str]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_cartera"));
        command.env_clear().env("HOME", folder.path()).env("CARTERA_TODAY", "2026-11-24");
        let words = ["list", "followups", "--closed", "--db"].into_iter().chain(words.iter().copied());
        let out = command.args(words).output().unwrap();
        assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
        String::from_utf8(out.stdout).unwrap()
    };
    let file = file.to_str().unwrap();
    let rows: Vec<serde_json::Value> = serde_json::from_str(&run(&[file, "--json"])).unwrap();
    assert_eq!((&rows[0]["repeats"], &rows[0]["repeats_until"]), (&"months:3".into(), &"2027-12-31".into()));
    let done = ["state", "closed", "done_by", "done_by_date"].map(|key| rows[0][key].as_str());
    assert_eq!(done, [Some("done"), Some("2026-11-24"), Some("visit"), Some("2026-11-24")]);
    assert_eq!((&rows[1]["due"], &rows[1]["done_by"]), (&"2027-02-24".into(), &serde_json::Value::Null));
    let columns = ["--columns", "due,repeats,ended", "--lang", "es"];
    let table = run(&[[file].as_slice(), &columns].concat());
    assert!(table.contains("cada 3 meses") && table.contains("visita"), "{table}");
    assert!(table.contains("Hecho con") && !table.contains('⟦'), "{table}");
}
