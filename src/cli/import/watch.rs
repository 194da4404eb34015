//! The progress bar of an import on a terminal, and Ctrl-C, which ends it with nothing changed.

use crate::exchange::{Progress, Stage};
use crate::text::{Lang, safe};
use indicatif::{ProgressBar, ProgressStyle};
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Columns for the file's name.
const NAME_WIDTH: usize = 30;

pub struct Watcher {
    lang: Lang,
    /// Drawn on standard error, and only when that is a terminal.
    bar: ProgressBar,
    stage: Option<Stage>,
    name: String,
    interrupted: Arc<AtomicBool>,
}

impl Watcher {
    pub fn new(lang: Lang) -> Self {
        let interrupted = Arc::new(AtomicBool::new(false));
        // Without the handler Ctrl-C ends the program at once, which changes nothing either, but says nothing.
        let _ = signal_hook::flag::register(signal_hook::consts::SIGINT, Arc::clone(&interrupted));
        let bar = ProgressBar::no_length();
        if let Ok(style) = ProgressStyle::with_template("{prefix} {bar:30} {percent:>3} %") {
            bar.set_style(style);
        }
        Self { lang, bar, stage: None, name: String::new(), interrupted }
    }

    /// Which file comes next; `None` for all of them.
    pub fn about(&mut self, path: Option<&Path>) {
        let name = path.and_then(Path::file_name).map(|name| safe::fit(&name.to_string_lossy(), NAME_WIDTH));
        self.name = name.unwrap_or_default();
        self.stage = None;
    }

    pub fn see(&mut self, progress: Progress) -> ControlFlow<()> {
        if self.stage != Some(progress.stage) {
            self.stage = Some(progress.stage);
            let stage = self.lang.t(match progress.stage {
                Stage::Looking => "import-stage-looking",
                Stage::Reading => "import-stage-reading",
                Stage::Writing => "import-stage-writing",
            });
            self.bar.set_prefix(format!("{stage} {}", self.name));
        }
        self.bar.set_length(progress.total);
        self.bar.set_position(progress.done);
        if self.interrupted.load(Ordering::Relaxed) {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }

    /// Takes the bar off the screen, so that a result can stand there.
    pub fn clear(&self) {
        self.bar.reset();
        self.bar.finish_and_clear();
    }
}
