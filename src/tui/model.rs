//! The whole state of the screen. Only `update` changes it.

use super::brief::Briefing;
use super::bulk::Bulk;
use super::card::Card;
use super::context::Context;
use super::form::Form;
use super::help::Help;
use super::keymap::Keymap;
use super::layout::{self, Screen};
use super::list::{List, Tickets};
use super::log_entry::LogEntry;
use super::mailing::Mailing;
use super::many::Many;
use super::modal::{Drafts, Line, Modal, Reader};
use super::noting::Noting;
use super::product::ProductPane;
use super::rich::{RichLine, Role, wrapped};
use super::row::Row;
use super::status::{Status, Tone};
use super::stored::Writer;
use super::tab::Tab;
use super::week::WeekPage;
use super::{Action, logging, settle, views};
use crate::domain::currency::Currency;
use crate::domain::custom::CustomFields;
use crate::domain::day::Day;
use crate::domain::ids::{ClientId, OfferId, ProductId};
use crate::domain::list::{Column, Layout, ListKind};
use crate::domain::survey::SurveyFigures;
use crate::entry::{Place, What};
use crate::filter::{Reading, column_name};
use crate::repository::request::{Request, Ticket};
use crate::text::Locale;
use crate::text::Terms;
use chrono::NaiveDate;
use ratatui::crossterm::event::Event;
use std::collections::VecDeque;

/// The largest screen that is drawn; a terminal that claims more gets its corner used.
pub const MAX_WIDTH: u16 = 1000;
pub const MAX_HEIGHT: u16 = 500;

/// A message may take so many lines of the screen.
const MOST_STATUS_LINES: usize = 3;

/// What is said under a line that is being typed may take so many.
const MOST_LOG_LINES: usize = 4;

/// What the model must be told once.
#[derive(Debug, Clone)]
pub struct ModelSettings {
    pub locale: Locale,
    /// The base currency of the portfolio.
    pub currency: Currency,
    pub today: NaiveDate,
    pub keymap: Keymap,
    /// What is shown first.
    pub tab: Tab,
    /// The terminal's size at the start.
    pub width: u16,
    pub height: u16,
    /// Nothing of this portfolio is kept: it is the built-in example.
    pub demo: bool,
    /// How the lists of this portfolio were laid out when they were last used.
    pub layouts: Vec<(ListKind, Layout)>,
    /// The fields that users defined, of which some lists have columns.
    pub custom: CustomFields,
    /// What went wrong before the screen was there, such as bad entries of the config file, in the user's language.
    pub notices: Vec<String>,
}

#[derive(Debug)]
pub struct Model {
    pub(super) locale: Locale,
    pub(super) today: Day,
    pub(super) keymap: Keymap,
    pub(super) width: u16,
    pub(super) height: u16,
    pub(super) currency: Currency,
    pub(super) tickets: Tickets,
    pub(super) tab: Tab,
    /// The tab with a digit that was shown last, to which Esc goes back from a list without one.
    pub(super) home: Tab,
    /// The tab from which a list was narrowed to a client, and whether the client's card was open there.
    pub(super) narrowed_from: Option<(Tab, bool)>,
    /// One a tab, by [`Tab::index`].
    pub(super) lists: [List; Tab::ALL.len()],
    pub(super) card: Card,
    /// The card of a product; the card of a client may stand over it.
    pub(super) product: ProductPane,
    pub(super) week: WeekPage,
    /// Over the card, if there is one.
    pub(super) briefing: Briefing,
    /// Something is being done to the marked rows.
    pub(super) many: Many,
    /// One field of many rows is being changed.
    pub(super) bulk: Option<Bulk>,
    pub(super) line: Option<Line>,
    pub(super) modal: Option<Modal>,
    /// Over the modal, if there is one.
    pub(super) help: Option<Help>,
    pub(super) status: Option<Status>,
    /// The screen says, whenever it says nothing else, that this is the example.
    pub(super) demo: bool,
    /// What is being logged and how it was asked for, until the storage has it.
    pub(super) logging: Option<(LogEntry, Request)>,
    /// The client whose stars are to be explained as soon as its card is here.
    pub(super) explaining: Option<ClientId>,
    /// The offer whose form is to open at its answer; with the day on which its product was bought.
    pub(super) answering: Option<(OfferId, Option<Day>)>,
    /// What came back of each survey, as last listed.
    pub figures: Vec<SurveyFigures>,
    /// The client of which something is to be copied as soon as its card is here.
    pub(super) copying: Option<ClientId>,
    /// The fields that users defined.
    pub(super) custom: CustomFields,
    /// The place of the field on which the screen of fields stands, as long as it is open.
    pub(super) defining: Option<usize>,
    /// The email that is being written.
    pub(super) mailing: Option<Mailing>,
    /// How far the editing of notes outside has come.
    pub(super) noting: Noting,
    /// For what the saved views are on their way.
    pub(super) views: Option<views::Wish>,
    /// The question why a client is in Today, until it is answered.
    pub(super) asking_why: Option<Ticket>,
    /// What an earlier run left half-typed, until nothing else stands over the screen.
    pub(super) drafts: Option<Drafts>,
    /// Who waits for the writes that the storage has not answered, in their order.
    pub(super) writes: VecDeque<Writer>,
    /// What one of them is doing that takes a while.
    pub(super) working: Option<String>,
    /// Keys that came before it was known which row they act on.
    pub(super) later: VecDeque<Event>,
}

impl Model {
    pub fn new(settings: ModelSettings) -> Self {
        let mut model = Self {
            locale: settings.locale,
            today: settings.today.into(),
            keymap: settings.keymap,
            width: 0,
            height: 0,
            currency: settings.currency,
            tickets: Tickets::default(),
            tab: settings.tab,
            home: settings.tab,
            narrowed_from: None,
            lists: Tab::ALL.map(|tab| List::new(tab.kind())),
            card: Card::default(),
            product: ProductPane::default(),
            week: WeekPage::default(),
            briefing: Briefing::default(),
            many: Many::None,
            bulk: None,
            line: None,
            modal: None,
            help: None,
            status: None,
            demo: settings.demo,
            logging: None,
            explaining: None,
            answering: None,
            figures: Vec::new(),
            copying: None,
            custom: settings.custom,
            defining: None,
            mailing: None,
            noting: Noting::default(),
            views: None,
            asking_why: None,
            drafts: None,
            writes: VecDeque::new(),
            working: None,
            later: VecDeque::new(),
        };
        for list in &mut model.lists {
            list.offer(list.kind().columns_with(model.custom.all()));
            let kept = settings.layouts.iter().find(|(kind, _)| *kind == list.kind());
            if let Some((_, layout)) = kept {
                list.remember(layout);
            }
        }
        if !settings.notices.is_empty() {
            let text = settings.notices.into_iter().map(|notice| RichLine::new(Role::Warning, notice));
            model.modal = Some(Modal::Reader(Reader::new(model.t("notices-title"), text.collect())));
        }
        model.resize(settings.width, settings.height);
        model
    }

    pub(super) fn resize(&mut self, width: u16, height: u16) {
        self.width = width.min(MAX_WIDTH);
        self.height = height.min(MAX_HEIGHT);
    }

    /// The place where a key is pressed now.
    pub fn context(&self) -> Context {
        match (&self.help, &self.modal, &self.line) {
            (Some(_), _, _) => Context::Help,
            (None, Some(Modal::Confirm(_) | Modal::Discard { .. } | Modal::Mail(_)), _) => Context::Confirm,
            (None, Some(Modal::Form(_)), _) => Context::Form,
            (None, Some(Modal::Reader(_)), _) => Context::Reader,
            (None, Some(Modal::Drafts(_)), _) => Context::Drafts,
            (None, Some(Modal::Templates(_)), _) => Context::Templates,
            (None, Some(Modal::Values(_)), _) => Context::Values,
            (None, Some(Modal::Columns(_)), _) => Context::Columns,
            (None, Some(Modal::Own(_)), _) => Context::Own,
            (None, Some(Modal::Fields(_)), _) => Context::Field,
            (None, Some(Modal::Choose(_) | Modal::Copy(_) | Modal::Told(_)), _) => Context::Choose,
            (None, Some(Modal::Views(_)), _) => Context::Views,
            (None, Some(Modal::Earlier(_)), _) => Context::Earlier,
            (None, None, Some(Line::Search(_))) => Context::Search,
            (None, None, Some(Line::Chips(_))) => Context::Chips,
            (None, None, Some(Line::Log(_))) => Context::Log,
            (None, None, Some(Line::PutOff(_))) => Context::PutOff,
            (None, None, Some(Line::Name(_))) => Context::Name,
            (None, None, None) if self.briefing.is_open() => Context::Brief,
            (None, None, None) if self.card.full().is_some() => Context::Card,
            (None, None, None) if self.product.full().is_some() => Context::Product,
            (None, None, None) if self.tab == Tab::Week => Context::Week,
            (None, None, None) => Context::List,
        }
    }

    pub(super) fn t(&self, key: &str) -> String {
        self.locale.t(key)
    }

    /// Today as a calendar date.
    pub(super) fn date(&self) -> NaiveDate {
        self.today.date().unwrap_or_default()
    }

    pub(super) fn list(&self) -> &List {
        &self.lists[self.tab.index()]
    }

    pub(super) fn list_mut(&mut self) -> &mut List {
        &mut self.lists[self.tab.index()]
    }

    /// By what a line is read.
    pub(super) fn place(&self) -> Place {
        Place { today: self.date(), locale: self.locale, currency: self.currency }
    }

    /// The selected row of what is shown.
    pub(super) fn selected(&self) -> Option<&Row> {
        if self.tab == Tab::Week { self.week.selected() } else { self.list().selected() }
    }

    /// The key of the selected row, as soon as it is known.
    pub fn selected_key(&self) -> Option<i64> {
        self.selected().map(Row::id)
    }

    /// The keys of the rows that are listed.
    pub fn listed_keys(&self) -> &[i64] {
        self.list().keys()
    }

    /// The base currency.
    pub(super) fn currency(&self) -> Currency {
        self.currency
    }

    pub(super) fn terms(&self) -> Terms {
        Terms { locale: self.locale, currency: self.currency(), today: self.today }
    }

    /// What stands above a column.
    pub(super) fn head(&self, column: Column) -> String {
        if let Column::Custom(_) = column {
            return column_name(column, self.custom.all(), self.locale.lang);
        }
        self.t(&format!("column-{}", super::view::column_word(column)))
    }

    /// How the line of the list's filter is read.
    pub(super) fn reading(&self) -> Reading<'_> {
        let today = self.today.date().unwrap_or_default();
        Reading {
            list: self.list().kind(),
            today,
            locale: &self.locale,
            currency: self.currency,
            custom: self.custom.all(),
        }
    }

    /// What is said under the line of the filter while it is not understood.
    pub(super) fn refusal(&self, width: usize) -> Vec<String> {
        let Some(error) = self.list().refused() else { return Vec::new() };
        let mut lines = wrapped(&error.message(self.locale.lang), width);
        lines.truncate(MOST_STATUS_LINES);
        lines
    }

    /// What stands under the line of the filter: what is proposed at its cursor, else why it is not understood.
    pub(super) fn below_filter(&self, width: usize) -> Vec<RichLine> {
        if let Some(status) = &self.status {
            return vec![RichLine::new(status.tone.role(), status.text.clone())];
        }
        let shown = match &self.line {
            Some(Line::Search(search)) => search.shown(&self.reading()),
            _ => None,
        };
        match shown {
            Some(shown) => vec![shown.told(width)],
            None => self.refusal(width).into_iter().map(|line| RichLine::new(Role::Error, line)).collect(),
        }
    }

    /// The client that fills the screen: that of the briefing, else of the full card.
    pub(super) fn in_full(&self) -> Option<(ClientId, &str)> {
        self.briefing.client().or_else(|| self.card.full())
    }

    /// The product whose card is on top, with no client over it.
    pub(super) fn product_in_full(&self) -> Option<ProductId> {
        self.product.full().map(|(product, _)| product).filter(|_| self.in_full().is_none())
    }

    /// The client to which an action applies: the one that fills the screen, else the one selected on a product's card,
    /// else that of the selected row.
    pub(super) fn client(&self) -> Option<(ClientId, &str)> {
        let on_product = || self.product.selected().map(|listed| (listed.client, listed.name.as_str()));
        self.in_full().or_else(on_product).or_else(|| self.selected()?.client())
    }

    pub(super) fn screen(&self) -> Option<Screen> {
        let width = usize::from(self.width).saturating_sub(2);
        let status_lines = match (&self.line, &self.status) {
            (Some(Line::PutOff(_) | Line::Name(_)), _) => 2,
            (Some(Line::Log(entry)), _) => {
                1 + logging::below(self, entry, width).len().clamp(1, MOST_LOG_LINES)
            }
            (None | Some(Line::Chips(_)), Some(Status { text, .. })) => {
                wrapped(text, width).len().min(MOST_STATUS_LINES)
            }
            (Some(Line::Search(_)), _) => 1 + self.below_filter(width).len(),
            (None | Some(Line::Chips(_)), None) => 1,
        };
        layout::screen(layout::Needs {
            width: self.width,
            height: self.height,
            is_wide: self.tab == Tab::Week,
            has_pane: (self.tab.has_client() || self.tab == Tab::Products) && !self.is_first_start(),
            status_lines: u16::try_from(status_lines).unwrap_or(1),
        })
    }

    /// Is there nothing yet, so that the screen says how to begin?
    pub(super) fn is_first_start(&self) -> bool {
        let list = &self.lists[Tab::Clients.index()];
        let query = list.query();
        let narrowed = list.is_filtered() || query.closed || query.client.is_some();
        self.tab == Tab::Clients && list.is_loaded() && list.is_complete() && list.is_empty() && !narrowed
    }

    /// The room for the columns of the list.
    pub(super) fn list_width(&self) -> u16 {
        self.screen().map_or(0, |screen| layout::columns(screen.rows).width)
    }

    /// Rows of the list that are seen at once.
    pub(super) fn list_height(&self) -> usize {
        let height = self.screen().map_or(1, |screen| usize::from(screen.rows.height));
        // The line that says what is left out stands under the rows.
        height.saturating_sub(usize::from(self.is_cut())).max(1)
    }

    /// Is Today cut where the week is full?
    pub(super) fn is_cut(&self) -> bool {
        self.list().head().is_some_and(|head| head.below_cut > 0)
    }

    /// Is there something on which an action can act now? The footer offers only that.
    pub(super) fn offers(&self, action: Action) -> bool {
        // Where the rows have no card, Enter is another way to edit.
        let is_here = action == self.tab.action() && self.tab.next_face() == self.tab;
        if (action == Action::Open && self.tab == Tab::Salespeople) || is_here {
            return false;
        }
        if action == Action::Open && self.product_in_full().is_some() {
            return self.client().is_some();
        }
        // A week's totals are counted from what was done: there is nothing in them to change.
        if matches!(action, Action::Edit | Action::Remove)
            && self.tab == Tab::Totals
            && self.in_full().is_none()
        {
            return false;
        }
        if matches!(action, Action::Open | Action::Edit | Action::Remove) {
            return self.in_full().is_some() || self.selected().is_some();
        }
        if action == Action::SurveyFigures {
            return self.tab == Tab::Surveys && !self.figures.is_empty();
        }
        if action == Action::ChangeEnding {
            return matches!(&self.line, Some(Line::Log(entry)) if entry.bound.is_some());
        }
        if action == Action::ThisOne {
            return matches!(&self.modal, Some(Modal::Confirm(confirm)) if confirm.on_this_one.is_some());
        }
        if action == Action::OpenForm {
            return matches!(&self.line, Some(Line::Log(log)) if log.entry.what == What::Sale);
        }
        if let (Action::Complete, Some(Line::Search(search))) = (action, &self.line) {
            return search.shown(&self.reading()).is_some();
        }
        if action == Action::CompleteBack {
            return false;
        }
        if action == Action::Complete {
            return logging::completion(self).is_some();
        }
        if matches!(action, Action::AddLine | Action::RemoveLine) {
            return self.form().is_some_and(|form| form.lines().is_some());
        }
        let begins_line = settle::begins_line(action);
        (begins_line && !self.is_first_start()) || !settle::acts_on_row(action) || self.client().is_some()
    }

    /// The form that is filled in, also while it is asked whether it is to be lost.
    pub(super) fn form(&self) -> Option<&Form> {
        self.modal.as_ref().and_then(Modal::form)
    }

    pub(super) fn say(&mut self, tone: Tone, text: String) {
        self.status = Some(Status { tone, text });
    }

    /// Is it sure on which row a key acts now?
    pub(super) fn is_row_awaited(&self) -> bool {
        let is_unsure = match (self.in_full(), self.product_in_full()) {
            (Some(_), _) => false,
            (None, Some(_)) => self.product.is_awaited(),
            (None, None) if self.tab == Tab::Week => self.week.is_awaited(),
            (None, None) => self.list().is_selection_awaited(),
        };
        !self.writes.is_empty() || is_unsure
    }
}
