//! The screen without a terminal: typed at like a user, over a real storage in memory, effects carried out at once.

pub mod pty;

pub mod lists;
pub mod portfolio;

pub use portfolio::{portfolio, product};

use cartera::config::Config;
use cartera::domain::currency::Currency;
use cartera::domain::custom::CustomFields;
use cartera::domain::day::Day;
use cartera::domain::list::{Layout, ListKind};
use cartera::repository::request::{RecordId, Reply, Request};
use cartera::repository::store::{Session, Store};
use cartera::text::{Lang, Locale};
use cartera::tui::chord::{Chord, Key};
use cartera::tui::tab::Tab;
use cartera::tui::theme::Theme;
use cartera::tui::{Effect, Model, ModelSettings, Msg, input, start, update, view};
use chrono::NaiveDate;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::{
    Event, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};
use ratatui::style::{Color, Modifier, Style};
use std::collections::VecDeque;
use std::fmt::Write as _;

/// The day on which all tests take place: a Tuesday.
pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
}

/// A screen before anything happened, on the list of clients: most tests are about those.
pub fn model(lang: Lang, width: u16, height: u16) -> Model {
    model_on(Tab::Clients, lang, (width, height), Vec::new(), CustomFields::default())
}

/// A screen before anything happened.
fn model_on(
    tab: Tab,
    lang: Lang,
    (width, height): (u16, u16),
    layouts: Vec<(ListKind, Layout)>,
    custom: CustomFields,
) -> Model {
    Model::new(ModelSettings {
        locale: Locale::of(lang),
        currency: Currency::EUR,
        today: today(),
        keymap: Config::embedded().keymap,
        tab,
        width,
        height,
        demo: false,
        layouts,
        custom,
        notices: Vec::new(),
    })
}

/// A program at work. When a test that uses it fails, it shows its screen.
pub struct App {
    pub model: Model,
    store: Store,
    theme: Theme,
    width: u16,
    height: u16,
    /// What was asked of the runtime rather than of the storage.
    pub effects: Vec<Effect>,
}

impl App {
    /// Over an empty portfolio.
    pub fn empty(lang: Lang, width: u16, height: u16) -> Self {
        Self::over(store(), lang, width, height)
    }

    /// Over this portfolio, on the list of clients.
    pub fn over(store: Store, lang: Lang, width: u16, height: u16) -> Self {
        Self::on(Tab::Clients, store, lang, width, height)
    }

    /// Over this portfolio, as the program opens it.
    pub fn opened(store: Store, lang: Lang, width: u16, height: u16) -> Self {
        Self::on(Tab::Today, store, lang, width, height)
    }

    fn on(tab: Tab, store: Store, lang: Lang, width: u16, height: u16) -> Self {
        let custom = store.custom_fields().unwrap();
        let model = model_on(tab, lang, (width, height), store.layouts().unwrap(), custom);
        let theme = Theme::new(true);
        let mut app = Self { model, store, theme, width, height, effects: Vec::new() };
        let first = start(&mut app.model);
        app.perform(first);
        app
    }

    #[must_use]
    pub fn without_colours(mut self) -> Self {
        self.theme = Theme::new(false);
        self
    }

    /// Types keys: characters as they are, others in angle brackets as the config file names them, `"/lop<enter>v<enter>"`.
    pub fn keys(&mut self, keys: &str) -> &mut Self {
        for event in events(keys) {
            self.event(&event);
        }
        self
    }

    pub fn paste(&mut self, text: &str) -> &mut Self {
        self.event(&Event::Paste(text.to_owned()));
        self
    }

    pub fn resize(&mut self, width: u16, height: u16) -> &mut Self {
        (self.width, self.height) = (width, height);
        self.event(&Event::Resize(width, height));
        self
    }

    /// The program is gone from one moment to the next; what the storage has is left.
    pub fn crash(&mut self) -> Store {
        std::mem::replace(&mut self.store, store())
    }

    /// Clicks on the first letter of this text, the topmost where it stands several times.
    #[track_caller]
    pub fn click(&mut self, text: &str) -> &mut Self {
        let buffer = self.buffer();
        let lines = rows(&buffer);
        let found = lines.iter().enumerate().find_map(|(y, line)| Some((line.find(text)?, y, line)));
        let (at, y, line) = found.unwrap_or_else(|| panic!("{text:?} is not on the screen"));
        self.mouse(MouseEventKind::Down(MouseButton::Left), cartera::text::safe::width(&line[..at]), y)
    }

    /// The mouse does this at a place.
    pub fn mouse(&mut self, kind: MouseEventKind, x: usize, y: usize) -> &mut Self {
        let [column, row] = [x, y].map(|it| u16::try_from(it).unwrap());
        self.event(&Event::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE }));
        self
    }

    /// Midnight passes, so many times.
    pub fn days_pass(&mut self, days: i32) -> &mut Self {
        let today = Day::from(today()).plus(days).date().unwrap();
        let effects = update(&mut self.model, Msg::DayChanged(today));
        self.perform(effects);
        self
    }

    /// What the program works on.
    pub fn store(&mut self) -> &mut Store {
        &mut self.store
    }

    /// Somebody else writes to the same portfolio meanwhile.
    pub fn elsewhere(&mut self, request: Request) -> Vec<Reply> {
        answers(&mut self.store, request)
    }

    /// What the runtime says of what it did outside.
    pub fn happened(&mut self, message: Msg) -> &mut Self {
        let effects = update(&mut self.model, message);
        self.perform(effects);
        self
    }

    fn event(&mut self, event: &Event) {
        if let Some(message) = input::message(&self.model, event) {
            let effects = update(&mut self.model, message);
            self.perform(effects);
        }
    }

    /// Carries effects out at once, and those that come of the answers.
    pub fn perform(&mut self, effects: Vec<Effect>) {
        let mut waiting = VecDeque::from(effects);
        while let Some(effect) = waiting.pop_front() {
            match effect {
                Effect::Store(request) => {
                    for reply in answers(&mut self.store, request) {
                        waiting.extend(update(&mut self.model, Msg::Stored(reply)));
                    }
                }
                other => self.effects.push(other),
            }
        }
    }

    /// What is on the screen.
    pub fn buffer(&self) -> Buffer {
        let mut terminal = Terminal::new(TestBackend::new(self.width, self.height)).unwrap();
        terminal.draw(|frame| view::draw(&self.model, &self.theme, frame)).unwrap();
        terminal.backend().buffer().clone()
    }

    /// The text on the screen, a line a row.
    pub fn text(&self) -> String {
        let buffer = self.buffer();
        rows(&buffer).join("\n")
    }

    /// Text and styles, for snapshots.
    pub fn screen(&self) -> String {
        let buffer = self.buffer();
        let mut out = rows(&buffer).join("\n");
        out.push_str("\n\n");
        out.push_str(&styles(&buffer));
        out
    }

    #[track_caller]
    pub fn assert_shows(&self, text: &str) -> &Self {
        assert!(self.text().contains(text), "{text:?} is not on the screen");
        self
    }

    #[track_caller]
    pub fn assert_hides(&self, text: &str) -> &Self {
        assert!(!self.text().contains(text), "{text:?} is on the screen");
        self
    }
}

impl Drop for App {
    fn drop(&mut self) {
        if std::thread::panicking() {
            println!("{}", self.text());
        }
    }
}

/// An empty portfolio in memory.
pub fn store() -> Store {
    let session = Session {
        today: today().into(),
        author: "Ana".into(),
        now_ms: || 1_795_510_800_000,
        currency: Currency::EUR,
    };
    Store::in_memory(session).unwrap()
}

/// All answers to a request.
pub fn answers(store: &mut Store, request: Request) -> Vec<Reply> {
    let mut replies = Vec::new();
    store.answer(request, &mut |reply| replies.push(reply));
    replies
}

/// The events of typed keys.
pub fn events(keys: &str) -> Vec<Event> {
    let mut events = Vec::new();
    let mut rest = keys;
    while let Some(first) = rest.chars().next() {
        let named = rest.strip_prefix('<').and_then(|it| it.split_once('>'));
        let named = named.and_then(|(name, after)| Some((Chord::parse(name)?, after)));
        let (chord, after) = named.unwrap_or((Chord::plain(Key::Char(first)), &rest[first.len_utf8()..]));
        events.push(Event::Key(key_event(chord)));
        rest = after;
    }
    events
}

fn key_event(chord: Chord) -> KeyEvent {
    let code = match chord.key {
        Key::Char(character) => KeyCode::Char(character),
        Key::Enter => KeyCode::Enter,
        Key::Esc => KeyCode::Esc,
        Key::Tab if chord.shift => KeyCode::BackTab,
        Key::Tab => KeyCode::Tab,
        Key::Backspace => KeyCode::Backspace,
        Key::Delete => KeyCode::Delete,
        Key::Insert => KeyCode::Insert,
        Key::Up => KeyCode::Up,
        Key::Down => KeyCode::Down,
        Key::Left => KeyCode::Left,
        Key::Right => KeyCode::Right,
        Key::PageUp => KeyCode::PageUp,
        Key::PageDown => KeyCode::PageDown,
        Key::Home => KeyCode::Home,
        Key::End => KeyCode::End,
        Key::F(number) => KeyCode::F(number),
    };
    let mut modifiers = KeyModifiers::NONE;
    for (is, modifier) in [
        (chord.ctrl, KeyModifiers::CONTROL),
        (chord.alt, KeyModifiers::ALT),
        (chord.shift, KeyModifiers::SHIFT),
    ] {
        if is {
            modifiers |= modifier;
        }
    }
    KeyEvent::new(code, modifiers)
}

fn rows(buffer: &Buffer) -> Vec<String> {
    let width = usize::from(buffer.area.width.max(1));
    let text = |row: &[ratatui::buffer::Cell]| {
        let mut line = String::new();
        let mut skip = 0;
        for cell in row {
            // The second half of a wide character is not written.
            if skip == 0 {
                line.push_str(cell.symbol());
                skip = cartera::text::safe::width(cell.symbol()).max(1);
            }
            skip -= 1;
        }
        line.trim_end().to_owned()
    };
    buffer.content.chunks(width).map(text).collect()
}

/// The styles as runs: `row: from-to style`, plain ones left out.
fn styles(buffer: &Buffer) -> String {
    let width = usize::from(buffer.area.width.max(1));
    let mut out = String::new();
    for (y, row) in buffer.content.chunks(width).enumerate() {
        let mut runs: Vec<(usize, usize, String)> = Vec::new();
        for (x, cell) in row.iter().enumerate() {
            let name = style_name(cell.style());
            match runs.last_mut() {
                Some((_, end, last)) if *last == name && *end + 1 == x => *end = x,
                _ => runs.push((x, x, name)),
            }
        }
        runs.retain(|(.., name)| !name.is_empty());
        if !runs.is_empty() {
            let runs: Vec<String> =
                runs.iter().map(|(from, to, name)| format!("{from}-{to} {name}")).collect();
            let _ = writeln!(out, "{y:2}: {}", runs.join(", "));
        }
    }
    out
}

fn style_name(style: Style) -> String {
    let mut names = Vec::new();
    if let Some(colour) = style.fg.filter(|colour| *colour != Color::Reset) {
        names.push(format!("{colour:?}").to_lowercase());
    }
    if let Some(colour) = style.bg.filter(|colour| *colour != Color::Reset) {
        names.push(format!("on-{colour:?}").to_lowercase());
    }
    for (modifier, name) in [
        (Modifier::BOLD, "bold"),
        (Modifier::DIM, "dim"),
        (Modifier::UNDERLINED, "underlined"),
        (Modifier::REVERSED, "reversed"),
        (Modifier::ITALIC, "italic"),
    ] {
        if style.add_modifier.contains(modifier) {
            names.push(name.to_owned());
        }
    }
    names.join("+")
}

/// A day so many days ago.
pub fn ago(days: i32) -> Day {
    Day::from(today()).plus(-days)
}

/// Carries a write out; gives the key of its row.
#[track_caller]
pub fn write(store: &mut Store, request: Request) -> i64 {
    match answers(store, request).pop() {
        Some(Reply::Saved { record, .. }) => match record {
            Some(RecordId::Client(id)) => id.0,
            Some(RecordId::Contact(id)) => id.0,
            Some(RecordId::Product(id)) => id.0,
            Some(RecordId::Sale(id)) => id.0,
            Some(RecordId::FollowUp(id)) => id.0,
            Some(RecordId::Offer(id)) => id.0,
            Some(RecordId::Survey(id)) => id.0,
            Some(RecordId::Interaction(id)) => id.0,
            Some(RecordId::Salesperson(id)) => id.0,
            Some(RecordId::MailTemplate(id)) => id.0,
            Some(RecordId::CustomField(id)) => id.0,
            None => 0,
        },
        other => panic!("not saved: {other:?}"),
    }
}
