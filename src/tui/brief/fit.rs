//! Lays a briefing out: on one screen with what weighs least cut first, in two columns where it is wide, or whole, to be
//! scrolled or printed.

use super::column;
use super::text::{Item, Part, Section};
use crate::text::safe;
use crate::tui::rich::{RichLine, Role, wrapped};

/// From this size on a briefing is one screen; below it is scrolled.
const SCREEN_FROM: (usize, usize) = (60, 16);

/// From this size on it has two columns.
const COLUMNS_FROM: (usize, usize) = (100, 28);

/// The margin of labels; the longest of either language fits.
const MARGIN: usize = 11;

/// What a screen shows.
#[derive(Debug, Default)]
pub struct Page {
    pub lines: Vec<RichLine>,
    /// The right one of two columns.
    pub right: Vec<RichLine>,
}

/// The best layout for an area.
pub fn page(sections: &[Section], width: usize, height: usize) -> Page {
    let fits = |(least_width, least_height)| width >= least_width && height >= least_height;
    if fits(COLUMNS_FROM) {
        return columns(sections, width, height);
    }
    if fits(SCREEN_FROM) {
        return Page { lines: screen(sections, width, height), right: Vec::new() };
    }
    Page { lines: whole(sections, width), right: Vec::new() }
}

/// Everything, one under the other.
pub fn whole(sections: &[Section], width: usize) -> Vec<RichLine> {
    let every: Vec<(&Section, usize)> =
        sections.iter().map(|section| (section, section.items.len())).collect();
    stacked(&every, width)
}

/// How far each section may grow when there is room, step by step: first what one cannot do without, then the more of it.
const STEPS: &[(Part, usize)] = &[
    (Part::Who, 2),
    (Part::Bought, 2),
    (Part::Contacts, 2),
    (Part::Stopped, 2),
    (Part::ToDo, 2),
    (Part::Proposals, 2),
    (Part::People, 2),
    (Part::Contacts, 3),
    (Part::Stopped, 3),
    (Part::Proposals, 3),
    (Part::Offers, 2),
    (Part::Bought, 3),
    (Part::Contacts, 5),
    (Part::ToDo, 4),
    (Part::Offers, 4),
    (Part::Bought, 5),
    (Part::Stopped, 10),
    (Part::Proposals, 10),
    (Part::ToDo, usize::MAX),
    (Part::Offers, usize::MAX),
];

/// How many items of each section are shown, so that what is measured by `height` is not over `most`. One of each always is.
fn chosen<'s>(
    sections: &'s [Section],
    most: usize,
    height: impl Fn(&[(&'s Section, usize)]) -> usize,
) -> Vec<(&'s Section, usize)> {
    let mut chosen: Vec<(&Section, usize)> = sections.iter().map(|section| (section, 1)).collect();
    for (part, up_to) in STEPS {
        let Some(at) = sections.iter().position(|section| section.part == *part) else { continue };
        while chosen[at].1 < chosen[at].0.items.len().min(*up_to) {
            chosen[at].1 += 1;
            if height(&chosen) > most {
                chosen[at].1 -= 1;
                break;
            }
        }
    }
    chosen
}

/// One line an item, labels in the margin, no more lines than there are.
fn screen(sections: &[Section], width: usize, height: usize) -> Vec<RichLine> {
    // The name has a line of its own.
    let chosen =
        chosen(sections, height.saturating_sub(1), |chosen| chosen.iter().map(|(_, count)| count).sum());
    let mut lines = Vec::new();
    for (section, count) in &chosen {
        if section.part == Part::Who {
            lines.push(RichLine::new(Role::Title, section.title.clone()));
        }
        for (index, item) in section.items.iter().take(*count).enumerate() {
            if section.part.is_of_head() {
                lines.push(RichLine::new(item.role, item.text.clone()));
                continue;
            }
            let label = if index == 0 { labelled(section, *count) } else { String::new() };
            let mut line = RichLine::new(Role::Head, safe::pad(&label, MARGIN)).and(Role::Normal, " ");
            if !item.before.is_empty() {
                line.push(Role::Dim, format!("{}  ", item.before));
            }
            lines.push(line.and(item.role, item.text.clone()));
        }
    }
    lines.iter().map(|line| cut(line, width)).collect()
}

/// The line, its last part cut where the width ends: what is cut in the middle of a label would say nothing.
fn cut(line: &RichLine, width: usize) -> RichLine {
    let mut room = width;
    let mut fitted = RichLine::default();
    for (role, text) in &line.0 {
        let text = safe::fit(text, room);
        room = room.saturating_sub(safe::width(&text));
        fitted.push(*role, text);
    }
    fitted
}

/// The label, with how many there are where not all are shown.
fn labelled(section: &Section, shown: usize) -> String {
    if section.count > shown { format!("{} {}", section.label, section.count) } else { section.label.clone() }
}

/// What it is worth and buys on the left, what is going on on the right.
fn columns(sections: &[Section], width: usize, height: usize) -> Page {
    let is_right = |part| matches!(part, Part::Offers | Part::ToDo | Part::Contacts | Part::People);
    let (right, left): (Vec<Section>, Vec<Section>) =
        sections.iter().cloned().partition(|section| is_right(section.part));
    let width = column(width);
    let side = |sections: &[Section]| {
        let chosen = chosen(sections, height, |chosen| stacked(chosen, width).len());
        let mut lines = stacked(&chosen, width);
        lines.truncate(height);
        lines
    };
    Page { lines: side(&left), right: side(&right) }
}

/// So many items of each section under its title, as long as they are.
fn stacked(chosen: &[(&Section, usize)], width: usize) -> Vec<RichLine> {
    let mut lines = Vec::new();
    for (section, count) in chosen {
        if section.part == Part::Who {
            lines.extend(wrapped(&section.title, width).into_iter().map(|it| RichLine::new(Role::Title, it)));
        } else if !section.part.is_of_head() {
            if !lines.is_empty() {
                lines.push(RichLine::default());
            }
            let is_cut = section.count > *count;
            let count = if is_cut { format!(" ({})", section.count) } else { String::new() };
            let title = wrapped(&format!("{}{count}", section.title), width);
            lines.extend(title.into_iter().map(|it| RichLine::new(Role::Head, it)));
        }
        for item in section.items.iter().take(*count) {
            push_item(&mut lines, item, width);
        }
    }
    lines
}

/// A paragraph beside what stands before it.
fn push_item(lines: &mut Vec<RichLine>, item: &Item, width: usize) {
    let indent = if item.before.is_empty() { 0 } else { (safe::width(&item.before) + 1).min(width / 2) };
    let mut before =
        if indent == 0 { String::new() } else { format!("{} ", safe::pad(&item.before, indent - 1)) };
    for part in wrapped(&item.text, width.saturating_sub(indent)) {
        let mut line = RichLine::default();
        line.push(Role::Dim, before);
        lines.push(line.and(item.role, part));
        before = " ".repeat(indent);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const PARTS: [Part; 10] = [
        Part::Who,
        Part::Stars,
        Part::Wallet,
        Part::People,
        Part::Bought,
        Part::Stopped,
        Part::Proposals,
        Part::Offers,
        Part::ToDo,
        Part::Contacts,
    ];

    fn sections(counts: &[usize], text: &str) -> Vec<Section> {
        let items = |count: usize| {
            let item = Item { before: "12/11/2026".into(), role: Role::Normal, text: text.to_owned() };
            vec![item; count.max(1)]
        };
        PARTS
            .iter()
            .zip(counts)
            .map(|(part, count)| Section {
                part: *part,
                label: "Label".into(),
                title: text.to_owned(),
                items: items(*count),
                count: *count,
            })
            .collect()
    }

    fn width(line: &RichLine) -> usize {
        line.0.iter().map(|(_, text)| safe::width(&safe::safe(text))).sum()
    }

    proptest! {
        #[test]
        fn a_screen_is_never_too_full_whatever_there_is_to_say(
            counts in proptest::collection::vec(0..40_usize, PARTS.len()),
            text in ".{0,300}",
            wide in 60..200_usize,
            high in 16..60_usize,
        ) {
            let sections = sections(&counts, &text);
            let page = page(&sections, wide, high);
            prop_assert!(page.lines.len() <= high && page.right.len() <= high);
            for line in page.lines.iter().chain(&page.right) {
                prop_assert!(width(line) <= wide, "{line:?}");
            }
        }

        #[test]
        fn what_is_scrolled_leaves_nothing_out(counts in proptest::collection::vec(0..12_usize, PARTS.len())) {
            let sections = sections(&counts, "word");
            let lines = page(&sections, 40, 7).lines;
            let words = lines.iter().filter(|line| line.0.last().is_some_and(|(_, text)| text == "word")).count();
            let items: usize = sections.iter().map(|section| section.items.len()).sum();
            // The titles but those of stars and wallet say the word too.
            prop_assert_eq!(words, items + PARTS.len() - 2);
        }
    }

    #[test]
    fn on_a_usual_screen_every_section_has_a_line_and_says_what_it_leaves_out() {
        let lines = screen(&sections(&[1, 1, 1, 2, 5, 10, 10, 4, 6, 5], "word"), 78, 21);
        assert_eq!(lines.len(), 21);
        let labels: Vec<&str> =
            lines.iter().map(|line| line.0[0].1.trim()).filter(|it| it.contains("Label")).collect();
        assert_eq!(labels.len(), PARTS.len() - 3);
        assert!(labels.contains(&"Label 10"), "{labels:?}");
    }
}
