//! The line of the filter while it is typed: what is proposed at the cursor, and the filters of before.

#![expect(clippy::wildcard_enum_match_arm, reason = "in each place only its own actions do something")]

use super::modal::Line;
use super::rich::{RichLine, Role};
use super::status::Tone;
use super::{Effect, Model, TextField};
use crate::filter::{Ask, Completion, Filter, Known, Reading, asks, complete, parse};
use crate::repository::request::{Request, Ticket};
use crate::text::fold::fold;
use crate::text::safe;

/// In a line of more bytes than these nothing is proposed.
const LONGEST: usize = 1_000;

/// The line, and what is known for it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Search {
    pub field: TextField,
    walk: Option<Walk>,
    /// The last answer of the data, and what it was asked.
    known: Option<(Ask, Known)>,
    asked: Option<(Ticket, Ask)>,
    /// The filters that were kept, the latest first, in the user's words; `None` while they are on their way.
    history: Option<Vec<String>>,
    /// The one of them that stands in the line, as long as nothing is changed of it.
    recalled: Option<usize>,
}

/// Proposals that are gone through.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Walk {
    /// The line without them.
    before: TextField,
    completion: Completion,
    index: usize,
}

/// What is proposed, and which of it stands in the line already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    pub proposals: Vec<String>,
    pub index: Option<usize>,
    pub more: usize,
}

impl Search {
    pub fn new(field: TextField) -> Self {
        Self { field, ..Self::default() }
    }

    /// Is the line one that somebody types? What is pasted by the page is not looked through at each key.
    fn is_typed(&self) -> bool {
        self.field.text().len() <= LONGEST
    }

    fn ask(&self, reading: &Reading<'_>) -> Option<Ask> {
        if !self.is_typed() {
            return None;
        }
        let (before, after) = self.field.split();
        asks(before, after, reading)
    }

    /// The answer to what must be asked now. One about less of the same text does until the right one is here, but only
    /// to be looked at.
    fn known(&self, reading: &Reading<'_>) -> Option<Known> {
        let (ask, (of, known)) = (self.ask(reading)?, self.known.as_ref()?);
        if ask == *of {
            return Some(known.clone());
        }
        let wanted = fold(&ask.text);
        let values = known.values.iter().filter(|text| fold(text).contains(&wanted)).cloned().collect();
        (ask.field == of.field).then_some(Known { values, more: known.more })
    }

    fn completion(&self, reading: &Reading<'_>) -> Option<Completion> {
        if !self.is_typed() {
            return None;
        }
        let (before, after) = self.field.split();
        complete(before, after, reading, self.known(reading).as_ref())
    }

    /// What is proposed at the cursor. On an empty line nothing is, before it is asked for.
    pub fn shown(&self, reading: &Reading<'_>) -> Option<Shown> {
        if let Some(Walk { completion, index, .. }) = &self.walk {
            let Completion { proposals, more, .. } = completion.clone();
            return Some(Shown { proposals, index: Some(*index), more });
        }
        if !self.is_typed() {
            return None;
        }
        let before = self.field.split().0;
        if before.is_empty() || before.ends_with(' ') || self.recalled.is_some() {
            return None;
        }
        self.completion(reading).map(|it| Shown { proposals: it.proposals, index: None, more: it.more })
    }

    /// Is something proposed that the data must still say? Then nothing can be put into the line yet.
    pub fn is_awaited(&self, reading: &Reading<'_>) -> bool {
        let ask = self.ask(reading).filter(|_| self.walk.is_none());
        ask.is_some_and(|ask| self.known.as_ref().is_none_or(|(known, _)| *known != ask))
    }

    /// What is to be asked next.
    pub fn wanted(&mut self, reading: &Reading<'_>, ticket: impl FnOnce() -> Ticket) -> Option<Request> {
        let ask = self.ask(reading).filter(|_| self.is_awaited(reading))?;
        if self.asked.as_ref().is_some_and(|(_, asked)| *asked == ask) {
            return None;
        }
        let ticket = ticket();
        self.asked = Some((ticket, ask.clone()));
        Some(Request::Propose { ticket, list: reading.list, ask })
    }

    /// Takes an answer, when it is the one that is waited for.
    pub fn take(&mut self, ticket: Ticket, known: Known) {
        if let Some((_, ask)) = self.asked.take_if(|(asked, _)| *asked == ticket) {
            self.known = Some((ask, known));
        }
    }

    /// What was typed or moved ends what was gone through.
    pub fn changed(&mut self) {
        self.walk = None;
        self.recalled = self.recalled.filter(|at| self.is_recalled(*at));
    }

    /// Puts the next proposal into the line, or the one before; says whether there is one.
    fn go_on(&mut self, forward: bool, reading: &Reading<'_>) -> bool {
        let walk = if let Some(mut walk) = self.walk.take() {
            let count = walk.completion.proposals.len();
            walk.index = (walk.index + if forward { 1 } else { count - 1 }) % count;
            walk
        } else {
            let Some(completion) = self.completion(reading) else { return false };
            let index = if forward { 0 } else { completion.proposals.len() - 1 };
            Walk { before: self.field.clone(), completion, index }
        };
        let (before, after) = walk.before.split();
        let kept = before.get(..walk.completion.span.start).unwrap_or_default();
        let proposal = walk.completion.proposals.get(walk.index).map(String::as_str).unwrap_or_default();
        self.field = TextField::around(&format!("{kept}{proposal}"), after);
        // The only one is not gone through: the next key goes on behind it.
        self.walk = (walk.completion.proposals.len() > 1).then_some(walk);
        true
    }

    fn is_recalled(&self, at: usize) -> bool {
        self.history.as_ref().and_then(|lines| lines.get(at)).is_some_and(|line| line == self.field.text())
    }

    /// Do the keys that go up and down go through the filters of before?
    pub fn recalls(&self, up: bool) -> bool {
        self.recalled.is_some() || (up && self.field.is_empty())
    }

    /// Are the filters of before still on their way?
    pub fn awaits_history(&self) -> bool {
        self.history.is_none()
    }

    pub fn history(&self) -> &[String] {
        self.history.as_deref().unwrap_or_default()
    }

    pub fn remember(&mut self, lines: Vec<String>) {
        self.history = Some(lines);
    }

    /// Puts the filter before the one in the line into it, or the one after; behind the latest the line is empty.
    fn recall(&mut self, up: bool) {
        let at = match (self.recalled, up) {
            (None, _) => Some(0),
            (Some(at), true) => Some((at + 1).min(self.history().len().saturating_sub(1))),
            (Some(at), false) => at.checked_sub(1),
        };
        let line = at.and_then(|at| self.history().get(at)).cloned();
        self.recalled = at.filter(|_| line.is_some());
        self.field = TextField::new(line.unwrap_or_default());
    }
}

/// The line out of the model, when it is this one.
fn taken(model: &mut Model) -> Option<Box<Search>> {
    match model.line.take() {
        Some(Line::Search(search)) => Some(search),
        other => {
            model.line = other;
            None
        }
    }
}

/// Lets what is done to the line be read and listed.
pub fn with(model: &mut Model, change: impl FnOnce(&mut Search, &Reading<'_>) -> bool) -> bool {
    let Some(mut search) = taken(model) else { return false };
    let before = search.field.text().to_owned();
    let is_done = change(&mut search, &model.reading());
    let filter = (search.field.text() != before).then(|| parse(search.field.text(), &model.reading()));
    model.line = Some(Line::Search(search));
    if let Some(filter) = filter {
        model.list_mut().search(filter);
    }
    is_done
}

/// Opens the line; the filters of before are asked for.
pub fn open(model: &mut Model, field: TextField) -> Vec<Effect> {
    model.line = Some(Line::Search(Box::new(Search::new(field))));
    vec![Effect::Store(Request::LoadFilters { kind: model.list().kind() })]
}

/// Completes what stands at the cursor.
pub fn go_on(model: &mut Model, forward: bool) {
    if !with(model, |search, reading| search.go_on(forward, reading)) {
        let text = model.t("filter-nothing-to-complete");
        model.say(Tone::Hint, text);
    }
}

/// Goes to the filter before, or to the one after; `false` where the keys move the rows.
pub fn recall(model: &mut Model, up: bool) -> bool {
    with(model, |search, _| {
        let recalls = search.recalls(up);
        if recalls {
            search.walk = None;
            search.recall(up);
        }
        recalls
    })
}

/// The filters of before are here.
pub fn remembered(model: &mut Model, lines: &[String]) {
    let told = |line: &String| match Filter::from_stored(line, &model.reading()) {
        Ok(filter) => filter.print(&model.reading(), model.locale.lang),
        // What it names may be gone since: it can be mended.
        Err(_) => line.clone(),
    };
    let told = lines.iter().map(told).collect();
    if let Some(Line::Search(search)) = &mut model.line {
        search.remember(told);
    }
}

/// What remembers the filter that the list was left with.
pub fn kept(model: &Model) -> Vec<Effect> {
    let list = model.list();
    if list.filter().is_empty() {
        return Vec::new();
    }
    let line = list.filter().to_stored(&model.reading());
    vec![Effect::Store(Request::KeepFilter { kind: list.kind(), line })]
}

/// Must a key of the line wait for what is on its way?
pub fn is_awaited(model: &Model, action: super::Action) -> bool {
    use super::Action as A;
    let Some(Line::Search(search)) = &model.line else { return false };
    match action {
        A::Complete | A::CompleteBack => search.is_awaited(&model.reading()),
        A::History => search.awaits_history(),
        A::SelectPrev | A::SelectNext => search.recalls(action == A::SelectPrev) && search.awaits_history(),
        _ => false,
    }
}

/// Asks for what the data must say at the cursor.
pub fn settle(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(mut search) = taken(model) else { return };
    let mut tickets = std::mem::take(&mut model.tickets);
    effects.extend(search.wanted(&model.reading(), || tickets.give()).map(Effect::Store));
    model.tickets = tickets;
    model.line = Some(Line::Search(search));
}

impl Shown {
    /// In one line of this width, the ones around that which stands in the line of the filter, and how many do not fit.
    pub fn told(&self, width: usize) -> RichLine {
        const BETWEEN: &str = "  ";
        let size = |text: &str| safe::width(&safe::safe(text));
        let left = |shown: usize| self.proposals.len() - shown + self.more;
        let at = self.index.unwrap_or_default();
        // From the first on as long as the one that stands in the line is among those that fit.
        let fitting = |from: usize| {
            let (mut used, mut count) = (0, 0);
            for text in self.proposals.iter().skip(from) {
                let rest = left(count + 1);
                let more = if rest > 0 { size(BETWEEN) + rest.to_string().len() + 1 } else { 0 };
                let own = size(text) + if count > 0 { size(BETWEEN) } else { 0 };
                if count > 0 && used + own + more > width {
                    break;
                }
                (used, count) = (used + own, count + 1);
            }
            count
        };
        let first = (0..=at).find(|first| first + fitting(*first) > at).unwrap_or(at);
        let count = fitting(first);
        let mut line = RichLine::default();
        for (index, text) in self.proposals.iter().enumerate().skip(first).take(count) {
            if index > first {
                line.push(Role::Dim, BETWEEN);
            }
            let role = if self.index == Some(index) { Role::Selected } else { Role::Dim };
            line.push(role, text.clone());
        }
        if left(count) > 0 {
            line.push(Role::Dim, format!("{BETWEEN}+{}", left(count)));
        }
        line
    }
}
