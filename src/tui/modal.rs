//! What stands over the screen and takes the keys: at most one of them.

use super::Model;
use super::bulk::{FieldChoice, Told};
use super::chooser::Chooser;
use super::complete::Search;
use super::copying::CopyMenu;
use super::defining;
use super::earlier::Earlier;
use super::form::Form;
use super::log_entry::{Choosing, LogEntry};
use super::mailing::{Question, Templates};
use super::put_off::PutOff;
use super::rich::Role;
use super::rich::{RichLine, Scroll, wrapped};
use super::views::{Naming, Picker};
use crate::domain::ids::FollowUpId;
use crate::repository::request::{FormDraft, Request};
use std::sync::Arc;

/// The one thing over the screen.
#[derive(Debug)]
pub enum Modal {
    Confirm(Confirm),
    /// Which field of many rows is to be changed.
    Fields(FieldChoice),
    /// What that would do.
    Told(Box<Told>),
    Reader(Reader),
    Drafts(Drafts),
    /// Which row a name of the line means.
    Choose(Choosing),
    /// What to copy.
    Copy(CopyMenu),
    /// From which template an email is written.
    Templates(Templates),
    /// Which values of a column are wanted.
    Values(Box<super::values::Panel>),
    /// Which columns the list shows.
    Columns(Chooser),
    /// The filters of before.
    Earlier(Earlier),
    /// The saved views.
    Views(Picker),
    /// The fields that users defined, by the place of the highlighted one.
    Own(usize),
    /// A question about an email.
    Mail(Box<Question>),
    Form(Box<Form>),
    /// Is what was typed in the form to be lost?
    Discard {
        form: Box<Form>,
        /// It goes because the program is to end.
        quit: bool,
    },
}

/// What there is to choose from, one a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    pub title: String,
    pub names: Vec<String>,
    /// The highlighted one.
    pub index: Option<usize>,
}

impl Choice {
    /// The first line that is seen in so many.
    pub fn first(&self, height: usize) -> usize {
        self.index.unwrap_or(0).saturating_sub(height.saturating_sub(1))
    }
}

impl Modal {
    /// The form that is filled in, also while it is asked whether it is to be lost.
    pub fn form(&self) -> Option<&Form> {
        if let Self::Form(form) | Self::Discard { form, .. } = self { Some(form) } else { None }
    }

    /// The same to change; and does it go because the program is to end?
    pub fn form_mut(&mut self) -> Option<(&mut Form, bool)> {
        if let Self::Form(form) = self {
            Some((form, false))
        } else if let Self::Discard { form, quit } = self {
            Some((form, *quit))
        } else {
            None
        }
    }

    /// Where a line to type in stands over a list: the first line of it that is seen in so many, and how many there are.
    pub fn found(&self, height: usize) -> Option<(usize, usize)> {
        if let Self::Views(picker) = self {
            Some((picker.top, picker.entries().len()))
        } else if let Self::Earlier(earlier) = self {
            Some((earlier.top, earlier.entries().len()))
        } else if let Self::Values(panel) = self {
            Some((panel.top, panel.shown().len()))
        } else if let Self::Fields(choice) = self {
            Some((choice.first(height), choice.found().len()))
        } else {
            None
        }
    }

    /// What there is to choose from, where it is a list.
    pub fn choice(&self, model: &Model) -> Option<Choice> {
        let locale = &model.locale;
        let (title, names, index) = match self {
            Self::Drafts(drafts) => {
                let names = drafts.drafts.iter().map(|draft| draft.name.clone()).collect();
                (model.t("drafts-title"), names, Some(drafts.index))
            }
            Self::Choose(choosing) => (choosing.title(locale), choosing.names(locale), choosing.index),
            Self::Copy(menu) => {
                let title = locale.ta("copy-title", &[("client", menu.client.as_str().into())]);
                (title, menu.names(locale), Some(menu.index))
            }
            Self::Templates(templates) => {
                (templates.title(locale), templates.names(locale), Some(templates.index))
            }
            Self::Own(index) => (model.t("fields-title"), defining::names(model), Some(*index)),
            Self::Columns(chooser) => (chooser.title(model), chooser.names(model), Some(chooser.index)),
            Self::Confirm(_)
            | Self::Fields(_)
            | Self::Told(_)
            | Self::Values(_)
            | Self::Reader(_)
            | Self::Mail(_)
            | Self::Form(_)
            | Self::Earlier(_)
            | Self::Views(_)
            | Self::Discard { .. } => {
                return None;
            }
        };
        Some(Choice { title, names, index })
    }

    /// Highlights a line of it.
    pub fn point_at(&mut self, line: usize) {
        match self {
            Self::Drafts(drafts) => drafts.index = line,
            Self::Choose(choosing) => choosing.index = Some(line),
            Self::Copy(menu) => menu.index = line,
            Self::Templates(templates) => templates.index = line,
            Self::Columns(chooser) => chooser.index = line,
            Self::Views(picker) => picker.index = line,
            Self::Earlier(earlier) => earlier.index = line,
            Self::Own(index) => *index = line,
            Self::Values(panel) => panel.index = line,
            Self::Fields(choice) => choice.index = line,
            Self::Confirm(_)
            | Self::Told(_)
            | Self::Reader(_)
            | Self::Mail(_)
            | Self::Form(_)
            | Self::Discard { .. } => {}
        }
    }
}

/// What follows a yes.
#[expect(clippy::large_enum_variant, reason = "there is one question at a time")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Yes {
    Store(Request),
    /// Goes on to which field of these rows is to be changed.
    EditMany(Arc<[i64]>),
}

/// A question; what follows a yes is carried along.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confirm {
    pub question: String,
    pub on_yes: Yes,
    /// Of a series only this one is left out; `None` where there is no such choice.
    pub on_this_one: Option<FollowUpId>,
}

/// A text to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reader {
    pub title: String,
    /// As it came, one a paragraph; wrapped anew for each width.
    text: Vec<RichLine>,
    pub scroll: Scroll,
}

impl Reader {
    pub fn new(title: String, text: Vec<RichLine>) -> Self {
        Self { title, text, scroll: Scroll::default() }
    }

    /// Breaks the text for a width.
    pub fn lay_out(&mut self, width: usize) {
        let top = self.scroll.top;
        let lines = self.text.iter().flat_map(|line| {
            let role = line.0.first().map_or(Role::Normal, |(role, _)| *role);
            let text: String = line.0.iter().map(|(_, text)| text.as_str()).collect();
            wrapped(&text, width).into_iter().map(move |part| RichLine::new(role, part))
        });
        self.scroll = Scroll { lines: lines.collect(), top };
    }
}

/// A draft, and what it is called on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub name: String,
    pub draft: FormDraft,
}

/// What an earlier run left half-typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drafts {
    pub drafts: Vec<Kept>,
    pub index: usize,
}

impl Drafts {
    pub fn selected(&self) -> Option<&Kept> {
        self.drafts.get(self.index)
    }

    pub fn move_by(&mut self, rows: isize) {
        self.index = self.index.saturating_add_signed(rows).min(self.drafts.len().saturating_sub(1));
    }
}

/// What is being typed on the status line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    Search(Box<Search>),
    /// The parts of the filter are gone through, and this is the one under the cursor.
    Chips(usize),
    Log(LogEntry),
    PutOff(PutOff),
    /// The name of a view.
    Name(Box<Naming>),
}
