//! The whole state of the screen. Only `update` changes it.

use crate::domain::day::Day;
use crate::repository::request::Summary;
use chrono::NaiveDate;

/// The largest screen that is drawn; a terminal that claims more gets its corner used.
pub const MAX_WIDTH: u16 = 1000;
pub const MAX_HEIGHT: u16 = 500;

/// What the model must be told once.
#[derive(Debug, Clone)]
pub struct ModelSettings {
    pub today: NaiveDate,
    /// The terminal's size at the start.
    pub width: u16,
    pub height: u16,
    /// What went wrong before the screen was there, such as bad entries of the config file, in the user's language.
    pub notices: Vec<String>,
}

#[derive(Debug)]
pub struct Model {
    pub notices: Vec<String>,
    pub(crate) summary: Option<Summary>,
    pub(crate) today: Day,
    pub(crate) width: u16,
    pub(crate) height: u16,
}

impl Model {
    pub fn new(settings: ModelSettings) -> Self {
        let mut model = Self {
            notices: settings.notices,
            summary: None,
            today: settings.today.into(),
            width: 0,
            height: 0,
        };
        model.resize(settings.width, settings.height);
        model
    }

    pub(crate) fn resize(&mut self, width: u16, height: u16) {
        self.width = width.min(MAX_WIDTH);
        self.height = height.min(MAX_HEIGHT);
    }
}
