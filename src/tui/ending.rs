//! What becomes of an open follow-up when something is logged: it is closed by that, put off because nobody answered, left
//! as it is, or closed without anything being logged. The line says which, and a key goes on to the next.

use crate::domain::card::ClientCard;
use crate::domain::day::Day;
use crate::domain::follow_up::{FollowUpRow, try_again};
use crate::domain::ids::FollowUpId;
use crate::domain::interaction::LogDraft;
use crate::domain::kinds::{FollowUpKind, FollowUpState, InteractionKind, Outcome};
use crate::quicklog::Entry;
use crate::text::Terms;
use crate::text::{Label as _, safe};
use serde::{Deserialize, Serialize};

/// What becomes of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ending {
    /// Closed by what is logged.
    Done,
    /// Still to be done, on another day.
    PutOff,
    /// Left as it is.
    Kept,
    /// Closed, and nothing is logged.
    Alone,
}

/// How a follow-up came to be bound to an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Bond {
    /// It was to be marked as done.
    Asked,
    /// What is logged is of its kind, and it is due.
    Fitting,
    /// Its row was selected, but it asks for something else.
    Near,
}

/// The follow-up that an entry may end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bound {
    pub id: FollowUpId,
    kind: FollowUpKind,
    title: String,
    due: Day,
    bond: Bond,
    /// What the user chose, as long as it is possible.
    chosen: Option<Ending>,
}

impl Bound {
    pub fn new(row: &FollowUpRow, bond: Bond) -> Self {
        Self { id: row.id, kind: row.kind, title: row.title.clone(), due: row.due, bond, chosen: None }
    }

    /// The follow-up of the selected row, for something of this kind.
    pub fn of_row(row: &FollowUpRow, kind: InteractionKind) -> Option<Self> {
        let bond = if row.kind.done_by() == Some(kind) { Bond::Fitting } else { Bond::Near };
        (row.state == FollowUpState::Open && kind.is_touch()).then(|| Self::new(row, bond))
    }

    /// The only open follow-up of a client that asks for something of this kind by today. Among several none is guessed.
    pub fn of_card(card: &ClientCard, kind: InteractionKind, today: Day) -> Option<Self> {
        let mut due = card.open_follow_ups.iter().filter(|row| {
            row.due <= today && row.kind != FollowUpKind::Offer && row.kind.done_by() == Some(kind)
        });
        due.next().filter(|_| due.next().is_none()).map(|row| Self::new(row, Bond::Fitting))
    }

    /// What can become of it, what is meant unless another one is chosen first.
    fn endings(&self, entry: &Entry, is_empty: bool) -> &'static [Ending] {
        use Ending as E;
        match (entry.outcome, self.bond) {
            // A call that nobody answers has not done what was to be done.
            (Some(Outcome::NoAnswer), Bond::Asked | Bond::Fitting) => &[E::PutOff, E::Kept, E::Done],
            (Some(Outcome::NoAnswer), Bond::Near) => &[E::Kept, E::PutOff],
            (_, Bond::Asked) if is_empty => &[E::Done, E::Alone, E::Kept],
            (_, Bond::Asked | Bond::Fitting) => &[E::Done, E::Kept],
            (_, Bond::Near) => &[E::Kept, E::Done],
        }
    }

    /// What becomes of it when the entry is logged now. What was chosen while something else was possible does not count.
    pub fn ending(&self, entry: &Entry, is_empty: bool) -> Ending {
        let endings = self.endings(entry, is_empty);
        let chosen = self.chosen.filter(|chosen| endings.contains(chosen));
        chosen.or(endings.first().copied()).unwrap_or(Ending::Kept)
    }

    /// Goes on to the next of what can become of it.
    pub fn choose_next(&mut self, entry: &Entry, is_empty: bool) {
        self.chosen = Some(self.after(entry, is_empty));
    }

    fn after(&self, entry: &Entry, is_empty: bool) -> Ending {
        let endings = self.endings(entry, is_empty);
        let now = self.ending(entry, is_empty);
        let at = endings.iter().position(|it| *it == now).map_or(0, |at| at + 1);
        endings.get(at).or(endings.first()).copied().unwrap_or(Ending::Kept)
    }

    /// Writes into the draft what becomes of it. When it is put off and the line says when to come back without saying what
    /// for, that is when this one is to be done: there is no second one.
    pub fn settle(&self, draft: &mut LogDraft, entry: &Entry, is_empty: bool, today: Day) {
        match self.ending(entry, is_empty) {
            Ending::Done => draft.done = Some(self.id),
            Ending::PutOff => {
                draft.put_off = Some((self.id, put_off_to(entry, today)));
                if says_only_when(entry) {
                    draft.follow_up = None;
                }
            }
            Ending::Kept | Ending::Alone => {}
        }
    }

    /// What becomes of it, and what the key that goes on makes of it instead.
    pub fn told(&self, entry: &Entry, is_empty: bool, key: &str, terms: Terms) -> (Ending, String) {
        let words = |ending: Ending| match ending {
            Ending::Done => ("log-ending-done", "log-ending-done-short"),
            Ending::PutOff => ("log-ending-put-off", "log-ending-put-off-short"),
            Ending::Kept => ("log-ending-kept", "log-ending-kept-short"),
            Ending::Alone => ("log-ending-alone", "log-ending-alone-short"),
        };
        let (now, next) = (self.ending(entry, is_empty), self.after(entry, is_empty));
        let to = terms.date(put_off_to(entry, terms.today));
        let what = terms.locale.ta(words(now).0, &[("what", self.what(terms).into()), ("to", to.into())]);
        let next = terms.t(words(next).1);
        let args = [("what", what.into()), ("key", key.into()), ("next", next.into())];
        (now, terms.locale.ta("log-ending", &args))
    }

    /// `llamada «Pedir precio» (22/11/2026)`.
    pub fn what(&self, terms: Terms) -> String {
        let key = if self.title.is_empty() { "log-ending-untitled" } else { "log-ending-titled" };
        let (kind, title) = (self.kind.label(terms.locale.lang), safe::fit(&self.title, 30));
        let args = [("kind", kind.into()), ("title", title.into()), ("due", terms.date(self.due).into())];
        terms.locale.ta(key, &args)
    }
}

/// The day to which it is put off: that which the line says, else the next on which somebody works.
fn put_off_to(entry: &Entry, today: Day) -> Day {
    match &entry.follow_up {
        Some(follow_up) if says_only_when(entry) => Day::from(follow_up.due).max(today),
        Some(_) | None => try_again(today),
    }
}

fn says_only_when(entry: &Entry) -> bool {
    entry.follow_up.as_ref().is_some_and(|it| it.title.is_none() && it.kind.is_none())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::ClientId;
    use crate::quicklog;
    use crate::text::{Lang, Locale};
    use chrono::NaiveDate;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 27).unwrap()
    }

    fn row(kind: FollowUpKind, due: i32) -> FollowUpRow {
        FollowUpRow {
            id: FollowUpId(9),
            client: ClientId(7),
            client_name: "López".into(),
            city: String::new(),
            stars: None,
            contact: String::new(),
            contact_id: None,
            salesperson: String::new(),
            due: Day::from(today()).plus(due),
            kind,
            title: "Pedir precio".into(),
            snoozes: 0,
            recurrence: None,
            state: FollowUpState::Open,
            closed: None,
            done_by: None,
        }
    }

    fn call(line: &str) -> Entry {
        quicklog::parse(line, InteractionKind::Call, today(), &Locale::of(Lang::Es))
    }

    fn drafts(bound: &Bound, line: &str) -> LogDraft {
        let entry = call(line);
        let mut draft = entry.drafts(ClientId(7), None);
        bound.settle(&mut draft, &entry, line.is_empty(), today().into());
        draft
    }

    #[test]
    fn what_is_logged_closes_it_and_no_answer_puts_it_off() {
        let bound = Bound::new(&row(FollowUpKind::Call, -2), Bond::Asked);
        assert_eq!(drafts(&bound, "acepta").done, Some(FollowUpId(9)));
        let unanswered = drafts(&bound, "nc");
        // A Friday: the next day on which somebody works is Monday.
        assert_eq!(
            (unanswered.done, unanswered.put_off),
            (None, Some((FollowUpId(9), Day::from(today()).plus(3))))
        );
        let said = drafts(&bound, "nc seg:+5d");
        assert_eq!(said.put_off, Some((FollowUpId(9), Day::from(today()).plus(5))));
        assert_eq!(said.follow_up, None, "that is when this one is to be done");
        let other = drafts(&bound, "nc seg:\"+5d visitar\"");
        assert!(other.follow_up.is_some() && other.put_off.is_some());
    }

    #[test]
    fn the_key_goes_through_all_that_is_possible_and_typing_brings_no_loss() {
        let mut bound = Bound::new(&row(FollowUpKind::Call, 0), Bond::Asked);
        let mut seen = Vec::new();
        for _ in 0..4 {
            seen.push(bound.ending(&call(""), true));
            bound.choose_next(&call(""), true);
        }
        assert_eq!(seen, [Ending::Done, Ending::Alone, Ending::Kept, Ending::Done]);
        assert_eq!(bound.ending(&call(""), true), Ending::Alone);
        assert_eq!(bound.ending(&call("acepta"), false), Ending::Done, "text is never thrown away");
    }

    #[test]
    fn what_asks_for_something_else_is_left_alone_unless_one_says_so() {
        let bound = Bound::of_row(&row(FollowUpKind::Visit, 0), InteractionKind::Call).unwrap();
        assert_eq!(bound.ending(&call("acepta"), false), Ending::Kept);
        assert!(Bound::of_row(&row(FollowUpKind::Visit, 0), InteractionKind::Note).is_none());
        let closed = FollowUpRow { state: FollowUpState::Done, ..row(FollowUpKind::Call, 0) };
        assert!(Bound::of_row(&closed, InteractionKind::Call).is_none());
    }
}
