//! Where everything is on the screen: computed once, for drawing, for scrolling and for the mouse.

use ratatui::layout::Rect;

/// From this width on the card stands beside the list.
const CARD_FROM_WIDTH: u16 = 120;

/// From this height on a narrow screen shows the selected client under the list.
const DETAIL_FROM_HEIGHT: u16 = 20;
pub const DETAIL_LINES: u16 = 5;

/// Below this there is room for one line only.
const LEAST_WIDTH: u16 = 20;
const LEAST_HEIGHT: u16 = 5;

/// What the layout must know of the model.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Needs {
    pub width: u16,
    pub height: u16,
    /// There is something to show of the selected row: its client or product.
    pub has_pane: bool,
    /// It needs the whole width: the selected client stands under it.
    pub is_wide: bool,
    /// Lines of the status or of what is being typed, at least 1.
    pub status_lines: u16,
}

/// The areas of a screen; those for which there is no room are empty.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Screen {
    pub tabs: Rect,
    pub title: Rect,
    pub head: Rect,
    pub rows: Rect,
    /// The line between the list and what stands under or beside it.
    pub rule: Rect,
    /// The selected client in a few lines, or its card beside the list; at most one of them is there.
    pub detail: Rect,
    pub card: Rect,
    /// Between the tabs and the status: where the full card goes.
    pub body: Rect,
    pub status: Rect,
    pub footer: Rect,
}

/// Lays the screen out; `None` where it is too small for anything but one line.
pub fn screen(needs: Needs) -> Option<Screen> {
    let Needs { width, height, .. } = needs;
    if width < LEAST_WIDTH || height < LEAST_HEIGHT {
        return None;
    }
    let mut screen = Screen::default();
    let mut rest = Rect::new(0, 0, width, height);
    if height > 6 {
        screen.tabs = cut_top(&mut rest, 1);
        screen.footer = cut_bottom(&mut rest, 1);
    }
    let most = rest.height.saturating_sub(3).max(1);
    screen.status = cut_bottom(&mut rest, needs.status_lines.clamp(1, most));
    screen.body = rest;
    if needs.has_pane && !needs.is_wide && width >= CARD_FROM_WIDTH {
        screen.card = cut_right(&mut rest, (width * 2 / 5).clamp(48, 90));
        screen.rule = cut_right(&mut rest, 1);
    } else if needs.has_pane && height >= DETAIL_FROM_HEIGHT {
        screen.detail = cut_bottom(&mut rest, DETAIL_LINES);
        screen.rule = cut_bottom(&mut rest, 1);
    }
    screen.title = cut_top(&mut rest, 1);
    if rest.height > 2 {
        screen.head = cut_top(&mut rest, 1);
    }
    screen.rows = rest;
    Some(screen)
}

/// The columns of the list within it: the first one is for the mark of the selected row.
pub fn columns(area: Rect) -> Rect {
    inside(area, 1, 0)
}

/// Where the text of the card goes: over the screen, or beside the list.
pub fn card_text(screen: &Screen, full: bool) -> Rect {
    /// Longer lines are hard to read.
    const WIDEST: u16 = 110;
    let area = if full { screen.body } else { screen.card };
    let mut text = inside(area, 1, 0);
    text.width = text.width.min(WIDEST);
    text
}

/// The selected row in a few lines, less a margin.
pub fn detail_text(screen: &Screen) -> Rect {
    let area = screen.detail;
    Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area }
}

/// The briefing: the whole width, for it may have two columns.
pub fn briefing(screen: &Screen) -> Rect {
    inside(screen.body, 1, 0)
}

impl Screen {
    /// Where a form goes: all between the tabs and the footer; it says itself what the status would.
    pub fn form(&self) -> Rect {
        self.body.union(self.status)
    }
}

/// The form less a margin where there is room for one.
pub fn form_text(form: Rect) -> Rect {
    inside(form, u16::from(form.width > 60), 0)
}

/// The box of a text to read, of the help or of a choice, borders included.
pub fn modal(width: u16, height: u16) -> Rect {
    let screen = Rect::new(0, 0, width, height);
    let margin = if width > 60 && height > 16 { 2 } else { 0 };
    centered(screen, (width - 2 * margin).min(90), (height - 2 * margin).min(30))
}

/// The box of so many lines, no higher than there is room for.
pub fn sized(width: u16, height: u16, lines: usize) -> Rect {
    let most = modal(width, height);
    let height = u16::try_from(lines).unwrap_or(u16::MAX).saturating_add(2);
    centered(most, most.width, height)
}

/// The area within the borders of a box, and a space beside them.
pub fn modal_text(modal: Rect) -> Rect {
    inside(modal, 2, 1)
}

/// In such a box: the line to type in, and under it the list of what is found.
pub fn finder(width: u16, height: u16) -> (Rect, Rect) {
    let mut list = modal_text(modal(width, height));
    (cut_top(&mut list, 1), list)
}

/// The area less a margin on each side.
fn inside(area: Rect, columns: u16, lines: u16) -> Rect {
    let columns = columns.min(area.width / 2);
    let lines = lines.min(area.height / 2);
    Rect::new(area.x + columns, area.y + lines, area.width - 2 * columns, area.height - 2 * lines)
}

/// A box of at most this size in the middle of an area, with a margin where there is room for one.
pub fn centered(area: Rect, width: u16, height: u16) -> Rect {
    let width = width.min(area.width);
    let height = height.min(area.height);
    Rect::new(area.x + (area.width - width) / 2, area.y + (area.height - height) / 2, width, height)
}

/// Takes lines off the top of an area.
pub fn cut_top(area: &mut Rect, lines: u16) -> Rect {
    let lines = lines.min(area.height);
    let top = Rect { height: lines, ..*area };
    area.y += lines;
    area.height -= lines;
    top
}

/// Takes lines off the bottom of an area.
pub fn cut_bottom(area: &mut Rect, lines: u16) -> Rect {
    let lines = lines.min(area.height);
    area.height -= lines;
    Rect { y: area.y + area.height, height: lines, ..*area }
}

/// Takes columns off the right of an area.
pub fn cut_right(area: &mut Rect, columns: u16) -> Rect {
    let columns = columns.min(area.width);
    area.width -= columns;
    Rect { x: area.x + area.width, width: columns, ..*area }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn laid_out(width: u16, height: u16) -> Option<Screen> {
        screen(Needs { width, height, has_pane: true, is_wide: false, status_lines: 1 })
    }

    #[test]
    fn wide_screens_have_a_card_tall_ones_a_detail_small_ones_the_list_alone() {
        let wide = laid_out(120, 40).unwrap();
        assert!(!wide.card.is_empty() && wide.detail.is_empty());
        let usual = laid_out(80, 24).unwrap();
        assert!(usual.card.is_empty() && usual.detail.height == DETAIL_LINES);
        let small = laid_out(40, 10).unwrap();
        assert!(small.card.is_empty() && small.detail.is_empty());
        assert_eq!(small.rows.height, 5);
        assert_eq!(laid_out(19, 10), None);
        assert_eq!(laid_out(40, 4), None);
    }

    #[test]
    fn areas_stay_on_the_screen_and_the_list_always_has_a_row() {
        for width in [20, 40, 79, 80, 119, 120, 300, 1000] {
            for height in 5..=80 {
                for has_pane in [false, true] {
                    for status_lines in [1, 2, 9] {
                        let needs = Needs { width, height, has_pane, is_wide: false, status_lines };
                        let screen = screen(needs).unwrap();
                        let whole = Rect::new(0, 0, width, height);
                        for area in
                            [screen.tabs, screen.title, screen.head, screen.rows, screen.rule, screen.detail]
                                .into_iter()
                                .chain([screen.card, screen.body, screen.status, screen.footer])
                        {
                            assert_eq!(area.intersection(whole), area, "{needs:?}: {area:?}");
                        }
                        assert!(screen.rows.height > 0 && screen.status.height > 0, "{needs:?}");
                    }
                }
            }
        }
    }
}
