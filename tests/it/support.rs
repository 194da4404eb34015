//! The screen without a terminal: typed at like a user, over a real storage in memory, effects carried out at once.

pub mod pty;

use cartera::config::Config;
use cartera::domain::client::ClientDraft;
use cartera::domain::contact::ContactDraft;
use cartera::domain::currency::Currency;
use cartera::domain::day::Day;
use cartera::domain::follow_up::FollowUpDraft;
use cartera::domain::ids::{ClientId, ContactId, ProductId, SalespersonId};
use cartera::domain::interaction::InteractionDraft;
use cartera::domain::kinds::{
    Consent, ContactRole, Direction, FollowUpKind, InteractionKind, SaleKind, SalespersonRole, Stage,
};
use cartera::domain::product::ProductDraft;
use cartera::domain::sale::{RATE_ONE, SaleDraft, SaleLine};
use cartera::domain::salesperson::SalespersonDraft;
use cartera::repository::request::{RecordId, Reply, Request};
use cartera::repository::store::{Session, Store};
use cartera::text::{Lang, Locale};
use cartera::tui::chord::{Chord, Key};
use cartera::tui::theme::Theme;
use cartera::tui::{Effect, Model, ModelSettings, Msg, input, start, update, view};
use chrono::NaiveDate;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use ratatui::style::{Color, Modifier, Style};
use std::collections::VecDeque;
use std::fmt::Write as _;

/// The day on which all tests take place: a Tuesday.
pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
}

/// A screen before anything happened.
pub fn model(lang: Lang, width: u16, height: u16) -> Model {
    Model::new(ModelSettings {
        locale: Locale::of(lang),
        today: today(),
        keymap: Config::embedded().keymap,
        width,
        height,
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

    /// Over this portfolio.
    pub fn over(store: Store, lang: Lang, width: u16, height: u16) -> Self {
        let theme = Theme::new(true);
        let mut app =
            Self { model: model(lang, width, height), store, theme, width, height, effects: Vec::new() };
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

    /// Somebody else writes to the same portfolio meanwhile.
    pub fn elsewhere(&mut self, request: Request) -> Vec<Reply> {
        answers(&mut self.store, request)
    }

    fn event(&mut self, event: &Event) {
        if let Some(message) = input::message(&self.model, event) {
            let effects = update(&mut self.model, message);
            self.perform(effects);
        }
    }

    /// Carries effects out at once, and those that come of the answers.
    fn perform(&mut self, effects: Vec<Effect>) {
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
            Some(RecordId::Salesperson(id)) => id.0,
            None => 0,
        },
        other => panic!("not saved: {other:?}"),
    }
}

/// A small portfolio with something of everything, hostile and foreign names among it.
pub fn portfolio() -> Store {
    let mut store = store();
    let ana =
        write(&mut store, Request::SaveSalesperson(salesperson("Ana Robles", SalespersonRole::Manager)));
    let luis = write(&mut store, Request::SaveSalesperson(salesperson("Luis Peña", SalespersonRole::Seller)));
    let drill = write(&mut store, Request::SaveProduct(product("T-20", "Taladro 20V", 45_900_000)));
    let bit = write(&mut store, Request::SaveProduct(product("B-6", "Broca 6 mm", 2_500_000)));
    let mut clients = Vec::new();
    for (index, (name, city, phone)) in CLIENTS.iter().enumerate() {
        let owner = if index % 2 == 0 { ana } else { luis };
        let draft = ClientDraft {
            code: format!("C{:03}", index + 1),
            name: (*name).to_owned(),
            city: (*city).to_owned(),
            phone: (*phone).to_owned(),
            owner: Some(SalespersonId(owner)),
            stage: Stage::Client,
            ..ClientDraft::default()
        };
        clients.push(ClientId(write(&mut store, Request::SaveClient(Box::new(draft)))));
    }
    let lopez = clients[2];
    let buyer =
        contact(lopez, "Carmen Ruiz", ContactRole::Purchasing, "jefa de compras", "carmen@lopez.example");
    let buyer = ContactId(write(&mut store, Request::SaveContact(buyer)));
    let user = contact(lopez, "Íñigo Ñíguez", ContactRole::User, "", "");
    write(&mut store, Request::SaveContact(user));
    write(
        &mut store,
        Request::SaveContact(contact(clients[0], "Zoë Müller", ContactRole::Decision, "CEO", "")),
    );
    for (index, &client) in clients.iter().enumerate().take(5) {
        for turn in 0..=index {
            let days = i32::try_from(12 + 40 * turn + index).unwrap();
            let contact = (client == lopez).then_some(buyer);
            let quantity = i64::try_from(1 + 2 * index + turn).unwrap();
            let lines = vec![
                line(drill, "Taladro 20V", quantity, 45_900_000),
                line(bit, "Broca 6 mm", 10, 2_500_000),
            ];
            write(&mut store, Request::SaveSale(sale(client, contact, ago(days), lines)));
        }
    }
    for (days, kind, text) in [
        (40, InteractionKind::Visit, "Presenté el taladro nuevo"),
        (9, InteractionKind::Call, "Pide presupuesto para 20"),
    ] {
        write(&mut store, log(lopez, kind, ago(days), text));
    }
    for (due, kind, title, client) in [
        (ago(3), FollowUpKind::Call, "Llamar por el presupuesto", lopez),
        (ago(-6), FollowUpKind::Visit, "Enseñar la sierra", clients[4]),
    ] {
        write(&mut store, Request::SaveFollowUp(follow_up(client, due, kind, title)));
    }
    write(&mut store, Request::PublishRatings { recalibrate: true });
    store
}

const CLIENTS: &[(&str, &str, &str)] = &[
    ("Ñandú Export, S.L.", "A Coruña", "981 000 111"),
    ("Łódź Handel", "Łódź", "+48 42 000 00 00"),
    ("López Hermanos, S.A.", "Madrid", "912 345 678"),
    ("Ferretería El Ávila", "Caracas", "+58 212 000 0000"),
    (
        "Construcciones y Reformas Peñalosa de la Sierra Norte, S.L.U.",
        "San Sebastián de los Reyes",
        "910 000 222",
    ),
    ("東京商事株式会社", "東京", "+81 3 0000 0000"),
    ("Evil\u{1b}[2J\u{202e}gnp.exe", "Nowhere", ""),
];

fn salesperson(name: &str, role: SalespersonRole) -> SalespersonDraft {
    SalespersonDraft {
        id: None,
        rev: 0,
        code: String::new(),
        name: name.to_owned(),
        email: String::new(),
        role,
        reports_to: None,
        stars_from: 0,
        stars_to: 5,
        touches_per_week: Some(30),
        active: true,
    }
}

fn product(sku: &str, name: &str, price_micros: i64) -> ProductDraft {
    ProductDraft {
        sku: sku.to_owned(),
        name: name.to_owned(),
        family: "Herramienta".to_owned(),
        unit: "ud".to_owned(),
        price_micros: Some(price_micros),
        active: true,
        ..ProductDraft::default()
    }
}

fn contact(client: ClientId, name: &str, role: ContactRole, job_title: &str, email: &str) -> ContactDraft {
    ContactDraft {
        id: None,
        rev: 0,
        client,
        name: name.to_owned(),
        job_title: job_title.to_owned(),
        role,
        main: role == ContactRole::Purchasing,
        phone: String::new(),
        email: email.to_owned(),
        language: String::new(),
        consent: Consent::Unknown,
        left_on: None,
        notes: String::new(),
    }
}

fn line(product: i64, description: &str, quantity: i64, price_micros: i64) -> SaleLine {
    SaleLine {
        product: Some(ProductId(product)),
        description: description.to_owned(),
        quantity_milli: quantity * 1_000,
        price_micros,
        discount_bp: 0,
    }
}

fn sale(client: ClientId, contact: Option<ContactId>, day: Day, lines: Vec<SaleLine>) -> SaleDraft {
    SaleDraft {
        id: None,
        rev: 0,
        client,
        contact,
        salesperson: None,
        day,
        number: String::new(),
        kind: SaleKind::Sale,
        currency: "EUR".to_owned(),
        rate_nanos: RATE_ONE,
        lines,
        notes: String::new(),
    }
}

fn log(client: ClientId, kind: InteractionKind, day: Day, text: &str) -> Request {
    let interaction = InteractionDraft {
        id: None,
        rev: 0,
        client,
        contact: None,
        salesperson: None,
        kind,
        direction: Direction::Out,
        day,
        minutes: None,
        outcome: None,
        text: text.to_owned(),
    };
    Request::Log { interaction, follow_up: None }
}

fn follow_up(client: ClientId, due: Day, kind: FollowUpKind, title: &str) -> FollowUpDraft {
    FollowUpDraft {
        id: None,
        rev: 0,
        client,
        contact: None,
        salesperson: None,
        due,
        kind,
        title: title.to_owned(),
    }
}
