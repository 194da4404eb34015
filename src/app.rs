//! The runtime of the screen: terminal, threads, the loop, and what its effects do. It decides nothing that `update` could.
//!
//! ```text
//! terminal ── input thread ──┐
//! signals, hang-up ─ guard ──┼─► one channel ─► update ─► effects, then one frame for all that had arrived
//! replies ── storage thread ─┘
//! ```
//!
//! Nothing ticks: the loop sleeps until something happens, a draft is due or the day changes.

mod clipboard;
mod editor;
mod gate;
mod guard;
mod input;
mod mailer;
mod panic;
#[cfg(debug_assertions)]
mod planted;
pub mod privacy;
mod screen;
mod storage;

pub use panic::install as install_panic_hook;

use crate::clock;
use crate::config::Clipboard;
use crate::repository::error::Error;
use crate::repository::request::{Reply, Request};
use crate::repository::store::Store;
use crate::repository::worker::Worker;
use crate::tui::outside::{Copied, Edited, Mailed};
use crate::tui::theme::Theme;
use crate::tui::{self, Effect, Model, ModelSettings, Msg};
use chrono::NaiveDate;
use gate::Gate;
use guard::{Guard, Holder, Lent};
use input::Input;
use ratatui::crossterm::event::Event as TerminalEvent;
use ratatui::crossterm::style::force_color_output;
use ratatui::layout::Size;
use rustix::process::{Signal, getpgrp, getpid, getsid, kill_current_process_group, kill_process};
use screen::Screen;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Duration;
use storage::Storage;

/// Events carried into the model between two frames, at most: a flood must not keep the screen from being drawn.
const BATCH: usize = 1_000;

/// A machine that slept past midnight notices within this time: the clock that the loop sleeps by slept too.
const LONGEST_SLEEP: Duration = Duration::from_mins(10);

/// What the screen is run with.
pub struct Settings {
    pub store: Store,
    /// The size in it is replaced by the terminal's.
    pub model: ModelSettings,
    pub colours: bool,
    /// Does the mouse click on us? Else it selects text, as in the shell.
    pub mouse: bool,
    pub clipboard: Clipboard,
    /// The command that opens a `mailto:` URL, where it is not the system's.
    pub mail: Option<String>,
}

/// Why the screen could not be run, or did not end well.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    #[error("using the terminal")]
    Terminal(#[source] io::Error),
    /// What was asked for last, when the screen was no longer there to say that it failed.
    #[error("saving what was asked for last")]
    Unsaved(#[source] Error),
}

/// Something that happened outside the model.
#[derive(Debug)]
enum Event {
    Terminal(TerminalEvent),
    Resized(Size),
    Stored(Reply),
    /// The user's command took a text to the clipboard, or did not.
    Copied {
        text: String,
        how: Copied,
    },
    /// The mail program's opener ended with an error.
    Mailed {
        url: String,
        how: Mailed,
    },
    /// Another process wants us to stop, as Ctrl-Z would.
    StopAsked,
    /// Running again after a stop, whoever asked for it.
    Continued,
    /// A thread panicked.
    Died,
}

/// Tells the loop when the thread that owns it panics: without it the screen would look alive and do nothing.
struct Farewell(Sender<Event>);

impl Drop for Farewell {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let _ = self.0.send(Event::Died);
        }
    }
}

/// Runs the screen, on the terminal that standard input and output must be, until the user quits. Returns when everything
/// asked for is stored and the terminal is the shell's again.
pub fn run(settings: Settings) -> Result<ExitCode, Failure> {
    let gate = Arc::new(Gate::new(settings.mouse));
    let (sender, events) = mpsc::channel();
    let storage = Arc::new(Storage::new(start_worker(settings.store, &sender).map_err(Failure::Terminal)?));
    panic::install(settings.model.locale.lang, Some(Arc::clone(&gate)));
    let lent = Arc::default();
    let guard = Guard {
        events: sender.clone(),
        gate: Arc::clone(&gate),
        storage: Arc::clone(&storage),
        lent: Arc::clone(&lent),
    };
    guard.start().map_err(Failure::Terminal)?;

    // The settings go before NO_COLOR, which crossterm would heed by itself.
    force_color_output(settings.colours);
    let theme = Theme::new(settings.colours);
    let size = screen::terminal_size();
    let today = settings.model.today;
    let lang = settings.model.locale.lang;
    let left = editor::left_behind()
        .into_iter()
        .map(|path| lang.ta("notes-left", &[("path", path.to_string_lossy().into_owned().into())]));
    let notices = settings.model.notices.into_iter().chain(left).collect();
    let model =
        Model::new(ModelSettings { width: size.width, height: size.height, notices, ..settings.model });
    let (clipboard, mail) = (settings.clipboard, settings.mail);
    let stage = Stage { gate: &gate, storage: &storage, events: &events, sender, lent, clipboard, mail };
    // The panic hook has told the user; what is typed can still be stored.
    let ended = catch_unwind(AssertUnwindSafe(|| stage.play(model, theme, size, today)));
    gate.close();
    storage.finish();
    match ended {
        Ok(Ok(End::Quit)) => unsaved(&events).map_or(Ok(ExitCode::SUCCESS), Err),
        Ok(Err(error)) => {
            guard::let_it_end();
            Err(Failure::Terminal(error))
        }
        Ok(Ok(End::Broken)) | Err(_) => Ok(ExitCode::from(panic::EXIT_CODE)),
    }
}

fn start_worker(store: Store, sender: &Sender<Event>) -> io::Result<Worker> {
    let farewell = Farewell(sender.clone());
    Worker::start(store, move |reply| {
        #[cfg(debug_assertions)]
        planted::bug("storage");
        // The loop is gone only when the program ends.
        let _ = farewell.0.send(Event::Stored(reply));
    })
}

/// The first write that failed after the loop had ended.
fn unsaved(events: &Receiver<Event>) -> Option<Failure> {
    events.try_iter().find_map(|event| {
        let Event::Stored(Reply::Failed { request, error }) = event else { return None };
        is_missed(&request).then_some(Failure::Unsaved(error))
    })
}

/// Would somebody miss its answer at the end: a write, or what was to be kept?
fn is_missed(request: &Request) -> bool {
    request.verb().is_some()
        || matches!(request, Request::KeepDraft(_) | Request::DropDraft { .. } | Request::KeepLayout { .. })
}

enum End {
    Quit,
    /// Another thread panicked.
    Broken,
}

/// What the loop stands on.
struct Stage<'a> {
    gate: &'a Arc<Gate>,
    storage: &'a Storage,
    events: &'a Receiver<Event>,
    sender: Sender<Event>,
    lent: Arc<Lent>,
    clipboard: Clipboard,
    mail: Option<String>,
}

impl Stage<'_> {
    fn play(self, model: Model, theme: Theme, size: Size, today: NaiveDate) -> io::Result<End> {
        let screen = Screen::new(Arc::clone(self.gate), size)?;
        self.gate.enter()?;
        let input = Input::start(self.sender.clone())?;
        let mut app = App { stage: self, screen, input, model, theme, today, changed: true, end: None };
        app.begin()?;
        loop {
            app.turn()?;
            if let Some(end) = app.end.take() {
                return Ok(end);
            }
        }
    }
}

/// The loop's state.
struct App<'a> {
    stage: Stage<'a>,
    screen: Screen,
    input: Input,
    model: Model,
    theme: Theme,
    /// The day that the model knows.
    today: NaiveDate,
    /// Something happened since the last frame.
    changed: bool,
    end: Option<End>,
}

impl App<'_> {
    fn begin(&mut self) -> io::Result<()> {
        let effects = tui::start(&mut self.model);
        // The answers come into the second frame; the first needs none.
        self.perform(effects)?;
        self.draw()
    }

    /// Waits, takes in everything that has arrived, draws once.
    fn turn(&mut self) -> io::Result<()> {
        // No sender is ever missing: the stage holds one.
        let first = self.stage.events.recv_timeout(self.patience()).ok();
        let events: Vec<Event> = first.into_iter().chain(self.stage.events.try_iter()).take(BATCH).collect();
        for event in events {
            self.take(event)?;
            if self.end.is_some() {
                return Ok(());
            }
        }
        self.notice_day()?;
        self.stage.storage.send_due(clock::instant());
        if self.changed { self.draw() } else { Ok(()) }
    }

    /// How long there is nothing to do of our own accord.
    fn patience(&self) -> Duration {
        let draft = self.stage.storage.next_due().map(|due| due.saturating_duration_since(clock::instant()));
        let day = clock::until_midnight().min(LONGEST_SLEEP);
        draft.map_or(day, |draft| draft.min(day))
    }

    fn take(&mut self, event: Event) -> io::Result<()> {
        #[cfg(debug_assertions)]
        self.plant(&event);
        match event {
            Event::Terminal(event) => match tui::input::message(&self.model, &event) {
                Some(message) => self.update(message),
                None => Ok(()),
            },
            Event::Resized(size) => self.resize(size),
            Event::Stored(reply) => self.update(Msg::Stored(reply)),
            Event::Copied { text, how } => self.update(Msg::Copied { text, how }),
            Event::Mailed { url, how } => self.update(Msg::Mailed { url, how }),
            Event::StopAsked => self.stop(|| kill_process(getpid(), Signal::STOP)),
            Event::Continued => self.take_terminal(),
            Event::Died => {
                self.end = Some(End::Broken);
                Ok(())
            }
        }
    }

    #[cfg(debug_assertions)]
    fn plant(&self, event: &Event) {
        if matches!(event, Event::Terminal(_)) {
            planted::bug("main");
            if planted::is_due("storage") {
                self.stage.storage.ask(Request::LoadDrafts, clock::instant());
            }
        }
    }

    fn resize(&mut self, size: Size) -> io::Result<()> {
        self.screen.resize(size);
        self.update(Msg::Resized { width: size.width, height: size.height })
    }

    fn update(&mut self, message: Msg) -> io::Result<()> {
        // A sound file is no news, and comes when nobody does anything: no frame for it.
        self.changed |=
            !matches!(&message, Msg::Stored(Reply::HealthChecked { damage }) if damage.is_empty());
        let effects = tui::update(&mut self.model, message);
        self.perform(effects)
    }

    fn perform(&mut self, effects: Vec<Effect>) -> io::Result<()> {
        for effect in effects {
            match effect {
                Effect::Store(request) => self.stage.storage.ask(request, clock::instant()),
                Effect::Copy(text) => self.copy(text)?,
                Effect::EditText(text) => self.edit(&text)?,
                Effect::OpenMail(url) => self.mail(url)?,
                Effect::Suspend => self.suspend()?,
                Effect::Redraw => self.redraw(),
                Effect::Quit => self.end = Some(End::Quit),
            }
        }
        Ok(())
    }

    fn notice_day(&mut self) -> io::Result<()> {
        let today = clock::today();
        if today == self.today {
            return Ok(());
        }
        self.today = today;
        self.update(Msg::DayChanged(today))
    }

    fn draw(&mut self) -> io::Result<()> {
        self.changed = false;
        let (model, theme) = (&self.model, &self.theme);
        self.screen.draw(|frame| {
            tui::view::draw(model, theme, frame);
            #[cfg(debug_assertions)]
            planted::bug("draw");
        })
    }

    fn redraw(&mut self) {
        self.changed = true;
        self.screen.forget();
    }

    /// Ctrl-Z: the whole job stops, as the terminal itself would have it. Not when nobody is there to continue it.
    fn suspend(&mut self) -> io::Result<()> {
        if has_shell() { self.stop(|| kill_current_process_group(Signal::STOP)) } else { Ok(()) }
    }

    /// Gives the terminal back, stops, and takes it again when the program is continued.
    fn stop(&mut self, stop: impl FnOnce() -> rustix::io::Result<()>) -> io::Result<()> {
        let _ = self.input.park();
        self.stage.gate.leave();
        let stopped = stop();
        self.input.resume();
        self.take_terminal()?;
        Ok(stopped?)
    }

    fn copy(&mut self, text: String) -> io::Result<()> {
        match &self.stage.clipboard {
            Clipboard::Terminal => {
                let sent = self.screen.copy(&text)?;
                self.update(Msg::Copied { text, how: if sent { Copied::Sent } else { Copied::TooLong } })
            }
            Clipboard::Command(command) => {
                let (command, events) = (command.clone(), self.stage.sender.clone());
                // A command may take its time, or never end.
                std::thread::Builder::new().name("copy".into()).spawn(move || {
                    let how = clipboard::give(&command, &text);
                    let _ = events.send(Event::Copied { text, how });
                })?;
                Ok(())
            }
        }
    }

    fn mail(&mut self, url: String) -> io::Result<()> {
        let events = self.stage.sender.clone();
        let late = url.clone();
        let how = mailer::open(self.stage.mail.as_deref(), &url, move |how| {
            let _ = events.send(Event::Mailed { url: late, how });
        });
        self.update(Msg::Mailed { url, how })
    }

    /// Hands the terminal to the user's editor and takes it again when that is over.
    fn edit(&mut self, text: &str) -> io::Result<()> {
        if !self.input.park() {
            self.input.resume();
            let busy = io::Error::from(io::ErrorKind::ResourceBusy).to_string();
            return self.update(Msg::Edited(Edited::NotBegun(busy)));
        }
        self.stage.lent.set(Holder::Another);
        self.stage.gate.leave();
        let edited = editor::edit(text, &self.stage.lent);
        self.stage.lent.set(Holder::Us);
        let taken = self.stage.gate.enter_after_another();
        self.input.resume();
        taken?;
        self.resize(screen::terminal_size())?;
        self.update(Msg::Edited(edited))
    }

    /// Takes the terminal as if anything might have happened to it.
    fn take_terminal(&mut self) -> io::Result<()> {
        self.stage.gate.enter()?;
        self.resize(screen::terminal_size())
    }
}

/// Is there somebody who could continue us after a stop?
fn has_shell() -> bool {
    getsid(None).is_ok_and(|session| session != getpgrp())
}
