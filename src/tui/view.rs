//! Draws the model. It changes nothing and asks nothing of the storage.

use super::Model;
use super::theme::Theme;
use ratatui::Frame;

/// Draws one frame; only what is visible is built.
pub fn draw(_model: &Model, theme: &Theme, frame: &mut Frame) {
    let area = frame.area();
    frame.buffer_mut().set_style(area, theme.normal);
}
