//! What stands under a line that is being typed.

use super::completion;
use crate::entry::{self, Refusal, What};
use crate::quicklog;
use crate::tui::context::Context;
use crate::tui::ending::Ending;
use crate::tui::log_entry::LogEntry;
use crate::tui::rich::{RichLine, Role, wrapped};
use crate::tui::{Action, Model};

/// What stands under the line: what must not be missed, and then what Enter will log, in words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Below {
    pub remarks: Vec<RichLine>,
    pub meaning: Vec<RichLine>,
    /// What becomes of a follow-up.
    pub ending: Option<RichLine>,
}

impl Below {
    pub fn len(&self) -> usize {
        self.remarks.len() + self.meaning.len() + usize::from(self.ending.is_some())
    }

    /// As many lines as there is room for: of what is too long the end, where it is being typed.
    pub fn fitted(mut self, room: usize) -> Vec<RichLine> {
        let ending = self.ending.take().filter(|_| room > 1);
        let room = room - usize::from(ending.is_some());
        let remarks =
            self.remarks.len().min(room.saturating_sub(1).max(usize::from(self.meaning.is_empty())));
        self.remarks.truncate(remarks);
        let left = room.saturating_sub(self.remarks.len());
        let cut = self.meaning.len().saturating_sub(left);
        let mut meaning = self.meaning.split_off(cut);
        if let (true, Some(first)) = (cut > 0, meaning.first_mut()) {
            let (role, text) = first.0.first().cloned().unwrap_or((Role::Normal, String::new()));
            *first = RichLine::new(role, format!("…{}", text.chars().skip(1).collect::<String>()));
        }
        self.remarks.extend(meaning);
        self.remarks.extend(ending);
        self.remarks
    }
}

pub fn below(model: &Model, log: &LogEntry, width: usize) -> Below {
    let lines = |role: Role, text: &str| -> Vec<RichLine> {
        wrapped(text, width).into_iter().map(|line| RichLine::new(role, line)).collect()
    };
    if let Some(status) = &model.status {
        return Below { remarks: lines(status.tone.role(), &status.text), ..Below::default() };
    }
    let place = model.place();
    let reading = log.read(&place);
    let mut below = Below::default();
    if let Some(problem) = reading.problems.first() {
        below.remarks = lines(Role::Error, &quicklog::problem(problem, &place.locale));
    } else if let Some(doubt) = reading.doubts.first().filter(|_| !reading.awaits) {
        below.remarks = lines(Role::Warning, &entry::refused(&Refusal::Doubt(doubt.clone()), &place));
    } else if reading.client.is_none() && !reading.awaits {
        below.remarks = lines(Role::Warning, &entry::refused(&Refusal::NoClient, &place));
    } else if let (Some(name), Some((_, client))) = (&reading.no_client, &reading.client) {
        let args = [("name", name.as_str().into()), ("client", client.as_str().into())];
        below.remarks = lines(Role::Warning, &model.locale.ta("log-no-such-client", &args));
    }
    if let (Some(bound), Some(done)) = (&log.bound, log.done(&reading)) {
        let (ending, text) = bound.told(done, log.field.is_empty(), &ending_key(model), model.terms());
        let role = if matches!(ending, Ending::Done | Ending::Alone) { Role::Success } else { Role::Warning };
        below.ending = Some(RichLine::new(role, text));
    }
    if log.field.is_empty() {
        below.meaning = lines(Role::Success, &entry::meaning(&reading, &place));
        let hint = if log.entry.what == What::Sale { "log-sale-hint" } else { "log-hint" };
        below.meaning.extend(lines(Role::Dim, &model.t(hint)));
    } else {
        below.meaning = lines(Role::Success, &entry::meaning(&reading, &place));
    }
    below
}

/// The key that changes what becomes of the follow-up: that which completes names, while there is none to complete.
fn ending_key(model: &Model) -> String {
    let is_free = completion(model).is_none();
    let keys = [(Action::Complete, is_free), (Action::ChangeEnding, true)];
    let mut chords =
        keys.into_iter().filter(|(_, is)| *is).map(|(action, _)| model.keymap.chords(Context::Log, action));
    let chord = chords.find_map(|chords| chords.into_iter().next());
    chord.map(|chord| chord.label(model.locale.lang)).unwrap_or_default()
}
