//! What is drawn on: ratatui's terminal over a buffer that goes out in one write a frame, never larger than what is safe.

use super::clipboard::{self, Between};
use super::gate::Gate;
use crate::tui::model::{MAX_HEIGHT, MAX_WIDTH};
use ratatui::Frame;
use ratatui::Terminal;
use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};
use std::cell::RefCell;
use std::io;
use std::rc::Rc;
use std::sync::Arc;

/// What a terminal is taken for that does not say how large it is.
const UNKNOWN: Size = Size { width: 80, height: 24 };

/// The size that the terminal reports, clamped: a terminal may claim 65,535 × 65,535.
pub fn terminal_size() -> Size {
    let reported = rustix::termios::tcgetwinsize(rustix::stdio::stdout());
    reported.map_or(UNKNOWN, |size| clamp(Size::new(size.ws_col, size.ws_row)))
}

fn clamp(size: Size) -> Size {
    if size.width == 0 || size.height == 0 {
        return UNKNOWN;
    }
    Size::new(size.width.min(MAX_WIDTH), size.height.min(MAX_HEIGHT))
}

/// The terminal's screen.
pub struct Screen {
    terminal: Terminal<Framed>,
    gate: Arc<Gate>,
    /// The next frame is written whole.
    whole: bool,
}

impl Screen {
    /// Of the terminal's present size; nothing is written before the first [`Screen::draw`].
    pub fn new(gate: Arc<Gate>, size: Size) -> io::Result<Self> {
        let terminal = Terminal::new(Framed::new(Arc::clone(&gate), clamp(size)))?;
        Ok(Self { terminal, gate, whole: false })
    }

    /// Draws one frame: only what differs from the last one is written, all at once.
    pub fn draw(&mut self, render: impl FnOnce(&mut Frame)) -> io::Result<()> {
        if std::mem::take(&mut self.whole) {
            self.terminal.clear()?;
        }
        self.terminal.draw(render)?;
        Ok(())
    }

    /// From the next frame on. That is written whole even if the size is the same: the window may have been another size in
    /// between, and cut off what it showed.
    pub fn resize(&mut self, size: Size) {
        self.terminal.backend_mut().size = clamp(size);
        self.forget();
    }

    /// Forgets what the terminal is thought to show, so that the next frame is written whole.
    pub fn forget(&mut self) {
        self.whole = true;
    }

    /// Puts text on the clipboard of the terminal's machine, where the terminal allows it. False when it is too long.
    pub fn copy(&self, text: &str) -> io::Result<bool> {
        let Some(bytes) = clipboard::sequence(text, Between::here())? else { return Ok(false) };
        self.gate.write(&bytes)?;
        Ok(true)
    }
}

/// The bytes of a frame until it is whole.
#[derive(Clone, Default)]
struct Pending(Rc<RefCell<Vec<u8>>>);

impl io::Write for Pending {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    /// Only the end of the frame is a flush.
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// ratatui's backend, with the size that we say and one write a frame. It asks the terminal nothing: a question's answer
/// would arrive among the keys.
struct Framed {
    inner: CrosstermBackend<Pending>,
    pending: Pending,
    gate: Arc<Gate>,
    size: Size,
    cursor: Position,
}

impl Framed {
    fn new(gate: Arc<Gate>, size: Size) -> Self {
        let pending = Pending::default();
        let inner = CrosstermBackend::new(pending.clone());
        Self { inner, pending, gate, size, cursor: Position::ORIGIN }
    }
}

impl Backend for Framed {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        self.inner.draw(content)
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.inner.hide_cursor()
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.inner.show_cursor()
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.cursor)
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.cursor = position.into();
        self.inner.set_cursor_position(self.cursor)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.inner.clear()
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        self.inner.clear_region(region)
    }

    fn size(&self) -> io::Result<Size> {
        Ok(self.size)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize { columns_rows: self.size, pixels: Size::ZERO })
    }

    fn flush(&mut self) -> io::Result<()> {
        let mut bytes = self.pending.0.borrow_mut();
        let written = self.gate.write(&bytes);
        bytes.clear();
        written
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_never_empty_and_never_too_large() {
        assert_eq!(clamp(Size::new(80, 24)), Size::new(80, 24));
        assert_eq!(clamp(Size::new(1, 1)), Size::new(1, 1));
        assert_eq!(clamp(Size::new(0, 0)), UNKNOWN);
        assert_eq!(clamp(Size::new(20_000, 65_535)), Size::new(MAX_WIDTH, MAX_HEIGHT));
    }
}
