//! The words of the footer: which actions it offers now, with their keys, and where each stands.

use super::context::Context;
use super::layout;
use super::many;
use super::modal::Modal;
use super::rich::{RichLine, Role, wrapped};
use super::tab::Tab;
use super::{Action, Model};
use crate::text::{Lang, safe};
use ratatui::layout::Rect;

/// An action that is offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    pub action: Action,
    pub area: Rect,
    /// The key and the word for what it does.
    pub line: RichLine,
}

/// What a key does, in a word; a question is answered, not accepted.
pub fn word(context: Context, action: Action, lang: Lang) -> String {
    match (context, action) {
        (Context::Confirm, Action::Submit) => lang.t("confirm-yes"),
        (Context::Confirm, Action::Cancel) => lang.t("confirm-no"),
        _ => lang.t(&action.footer_key()),
    }
}

/// The labels of the keys that do something; of a question, first the one with which its answer begins.
pub fn keys(model: &Model, context: Context, action: Action, word: &str) -> Vec<String> {
    let chords = model.keymap.chords(context, action);
    let mut labels: Vec<String> = chords.iter().map(|chord| chord.label(model.locale.lang)).collect();
    if context == Context::Confirm {
        labels.sort_by_key(|label| !word.starts_with(label.as_str()));
    }
    labels
}

/// What whoever works through Today needs first.
const TODAY: &[Action] = {
    use Action as A;
    &[
        A::Help,
        A::LogVisit,
        A::LogCall,
        A::SnoozeFollowUp,
        A::CompleteFollowUp,
        A::ExplainToday,
        A::Open,
        A::Brief,
    ]
};

/// A question as it stands on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The box.
    pub area: Rect,
    pub lines: Vec<String>,
    pub answers: Vec<Word>,
}

impl Model {
    /// What the screen asks now, before something is done.
    pub fn question(&self) -> Option<String> {
        let modal = self.modal.as_ref()?;
        if let Modal::Confirm(confirm) = modal {
            Some(confirm.question.clone())
        } else if let Modal::Mail(asked) = modal {
            Some(asked.text(&self.locale))
        } else {
            matches!(modal, Modal::Discard { .. }).then(|| self.t("confirm-discard"))
        }
    }

    /// Where a question, its lines and the keys that answer it stand.
    pub fn asked(&self, question: &str) -> Asked {
        /// Wider lines are hard to read.
        const WIDEST: u16 = 64;
        const GAP: u16 = 3;
        let width = WIDEST.min(self.width);
        let lines = wrapped(question, usize::from(width.saturating_sub(4)));
        let height = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_add(4);
        let area = layout::centered(Rect::new(0, 0, self.width, self.height), width, height);
        let text = layout::modal_text(area);
        // The last line of the box, below an empty one.
        let mut rest = Rect { y: text.bottom().saturating_sub(1), height: text.height.min(1), ..text };
        let mut answers = Vec::new();
        for action in [Action::Submit, Action::ThisOne, Action::Cancel] {
            if !self.offers(action) {
                continue;
            }
            let word = word(Context::Confirm, action, self.locale.lang);
            let line = RichLine::new(Role::Key, keys(self, Context::Confirm, action, &word).join("/"))
                .and(Role::Normal, format!(" {word}"));
            let width = line.0.iter().map(|(_, text)| safe::width(text)).sum::<usize>();
            let width = u16::try_from(width).unwrap_or(u16::MAX).min(rest.width);
            answers.push(Word { action, area: Rect { width, ..rest }, line });
            let used = width.saturating_add(GAP).min(rest.width);
            rest.x += used;
            rest.width -= used;
        }
        Asked { area, lines, answers }
    }

    /// The keys that are of most use here, as many as fit.
    pub fn footer_words(&self, area: Rect) -> Vec<Word> {
        let model = self;
        let lang = model.locale.lang;
        let context = model.context();
        let mut words = Vec::new();
        let mut rest = Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..area };
        let mut actions: Vec<Action> =
            context.footer().into_iter().filter(|&action| model.offers(action)).collect();
        let marked = if context == Context::List { model.list().marks().len() } else { 0 };
        if marked > 0 {
            actions = many::footer(model.list().kind());
        } else if context == Context::List {
            let first: &[Action] = if model.tab == Tab::FollowUps {
                &[Action::Help, Action::CompleteFollowUp, Action::SnoozeFollowUp, Action::SnoozeUntil]
            } else if model.tab == Tab::Offers {
                &[Action::Help, Action::CompleteFollowUp, Action::OfferProduct, Action::AddSale]
            } else if model.tab == Tab::Surveys {
                &[Action::Help, Action::CompleteFollowUp, Action::Add, Action::SurveyFigures]
            } else if model.tab.kind().is_today() {
                TODAY
            } else {
                &[]
            };
            actions.sort_by_key(|action| {
                first.iter().position(|wanted| wanted == action).unwrap_or(first.len())
            });
        }
        for action in actions {
            // Some lists give a key its own turn.
            let word = match (context, model.tab, action) {
                (Context::List, Tab::Offers | Tab::Surveys, Action::CompleteFollowUp) => {
                    lang.t("footer-answer-offer")
                }
                (Context::List, _, Action::Back) if marked > 0 => {
                    lang.ta("footer-unmark", &[("count", marked.into())])
                }
                (Context::List, Tab::Totals, Action::Open) => lang.t("footer-open-week"),
                _ => word(context, action, lang),
            };
            let Some(key) = keys(model, context, action, &word).into_iter().next() else { continue };
            let line = RichLine::new(Role::Key, key).and(Role::Dim, format!(" {word}"));
            let width: usize = line.0.iter().map(|(_, text)| safe::width(text)).sum();
            let Some(width) = u16::try_from(width).ok().filter(|width| *width <= rest.width) else {
                continue;
            };
            words.push(Word { action, area: Rect { width, ..rest }, line });
            let used = (width + 2).min(rest.width);
            rest.x += used;
            rest.width -= used;
        }
        words
    }
}
