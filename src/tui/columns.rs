//! Which columns of a list fit a width, and how wide each is. It draws nothing.

use crate::domain::kinds::CustomKind;
use crate::domain::list::{Column, Layout, ListKind, Shown};

pub use crate::domain::list::NARROWEST;

/// How much room a column wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Wish {
    min: u16,
    /// With this width it shows most values whole.
    good: u16,
    /// It takes what is left over.
    grows: bool,
}

/// A column as it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fitted {
    pub column: Column,
    /// From the list's left edge.
    pub x: u16,
    pub width: u16,
}

/// Between two columns.
const GAP: u16 = 1;

/// In less room than this a column says nothing.
const LEAST: u16 = 6;

fn wish(column: Column) -> Wish {
    use Column as C;
    let (min, good, grows) = match column {
        C::Name | C::Client => (24, 34, true),
        C::Title => (20, 34, true),
        C::Why => (36, 60, true),
        C::Products | C::Product | C::Reason | C::Survey | C::Comment => (16, 30, true),
        C::Email => (18, 28, false),
        C::City | C::Repeats => (10, 16, false),
        C::Contact | C::Owner | C::JobTitle | C::Sector | C::Tags | C::ReportsTo => (12, 18, false),
        C::Family => (11, 18, false),
        C::Role => (11, 14, false),
        C::Unit => (6, 8, false),
        C::Phone => (15, 17, false),
        C::SalesYear | C::Potential | C::Amount | C::Price | C::Stake => (12, 13, false),
        // A day, and the mark of one that has passed.
        C::Due => (11, 11, false),
        C::LastBuy
        | C::LastVisit
        | C::LastTouch
        | C::NextDue
        | C::Date
        | C::LastSale
        | C::AnsweredOn
        | C::SentOn
        | C::Score => (10, 10, false),
        C::Stars => (6, 6, false),
        C::Trend => (9, 9, false),
        C::Ended => (18, 30, true),
        C::Outcome => (9, 13, false),
        C::Text => (20, 40, true),
        C::Touches | C::Visits | C::Calls | C::Emails | C::Messages | C::Meetings | C::Offers => {
            (7, 9, false)
        }
        C::Minutes => (7, 7, false),
        C::Week => (15, 16, false),
        C::Stage | C::State | C::Age | C::Kind => (9, 11, false),
        C::Answer => (10, 22, false),
        C::Code | C::Sku | C::Number => (8, 11, false),
        C::Snoozes | C::PutOffs | C::Active | C::Clients | C::Capacity => (8, 8, false),
        C::Custom(field) => match field.kind {
            CustomKind::Text => (12, 24, false),
            CustomKind::Choice => (10, 18, false),
            CustomKind::Number => (9, 12, false),
            CustomKind::Money => (12, 13, false),
            CustomKind::Date => (10, 10, false),
            CustomKind::Flag => (8, 10, false),
        },
    };
    Wish { min, good, grows }
}

/// Are its values numbers, to be set flush right?
pub fn is_number(column: Column) -> bool {
    use Column as C;
    match column {
        C::SalesYear
        | C::Potential
        | C::Amount
        | C::Price
        | C::Stake
        | C::Snoozes
        | C::PutOffs
        | C::Clients
        | C::Capacity
        | C::Minutes
        | C::Touches
        | C::Visits
        | C::Calls
        | C::Emails
        | C::Messages
        | C::Meetings
        | C::Offers
        | C::Trend => true,
        C::Custom(field) => matches!(field.kind, CustomKind::Number | CustomKind::Money),
        C::Stars
        | C::Outcome
        | C::Text
        | C::Week
        | C::Name
        | C::City
        | C::LastBuy
        | C::LastVisit
        | C::LastTouch
        | C::NextDue
        | C::Owner
        | C::Stage
        | C::Sector
        | C::Tags
        | C::Phone
        | C::Email
        | C::Code
        | C::Client
        | C::Role
        | C::JobTitle
        | C::Date
        | C::Products
        | C::Contact
        | C::Number
        | C::Kind
        | C::Due
        | C::Title
        | C::Why
        | C::State
        | C::Repeats
        | C::Ended
        | C::Sku
        | C::Family
        | C::Unit
        | C::LastSale
        | C::Active
        | C::ReportsTo
        | C::Age
        | C::Product
        | C::Answer
        | C::Reason
        | C::AnsweredOn
        | C::SentOn
        | C::Survey
        | C::Score
        | C::Comment => false,
    }
}

/// Does the first sort by it put the largest first? The best, the most and the latest are what one looks for.
pub fn largest_first(column: Column) -> bool {
    use Column as C;
    is_number(column)
        || matches!(column, C::Custom(field) if matches!(field.kind, CustomKind::Date | CustomKind::Flag))
        || matches!(
            column,
            C::Stars
                | C::LastBuy
                | C::LastVisit
                | C::LastTouch
                | C::Date
                | C::LastSale
                | C::Age
                | C::AnsweredOn
                | C::SentOn
                | C::Score
                | C::Week
        )
}

/// The columns of a kind, the most needed first: where there is little room, the last ones go.
fn by_need(kind: ListKind) -> &'static [Column] {
    use Column as C;
    match kind {
        ListKind::Today => {
            &[C::Name, C::Why, C::Stars, C::City, C::Stake, C::LastTouch, C::Phone, C::PutOffs, C::Owner]
        }
        ListKind::TodayByCity => {
            &[C::Name, C::Why, C::Stars, C::Phone, C::Stake, C::LastTouch, C::PutOffs, C::Owner, C::City]
        }
        ListKind::PutOff => {
            &[C::Name, C::PutOffs, C::Stars, C::NextDue, C::Owner, C::Stake, C::LastTouch, C::Why, C::City]
        }
        ListKind::Clients => &[
            C::Name,
            C::Stars,
            C::City,
            C::SalesYear,
            C::LastTouch,
            C::NextDue,
            C::LastBuy,
            C::Phone,
            C::LastVisit,
            C::Owner,
            C::Potential,
            C::Stage,
            C::Email,
            C::Sector,
            C::Tags,
            C::Code,
        ],
        ListKind::Contacts => {
            &[C::Name, C::Client, C::Phone, C::Role, C::Email, C::LastTouch, C::JobTitle, C::Stars, C::City]
        }
        ListKind::Sales => {
            &[C::Client, C::Date, C::Amount, C::Products, C::Contact, C::Number, C::Stars, C::Owner, C::Kind]
        }
        ListKind::FollowUps => &[
            C::Client,
            C::Due,
            C::Title,
            C::Kind,
            C::Stars,
            C::Contact,
            C::City,
            C::Owner,
            C::Repeats,
            C::Snoozes,
            C::State,
            C::Ended,
        ],
        ListKind::Activity => &[
            C::Client,
            C::Date,
            C::Kind,
            C::Text,
            C::Outcome,
            C::Contact,
            C::Owner,
            C::Minutes,
            C::City,
            C::Stars,
        ],
        ListKind::Totals => TOTALS,
        ListKind::Offers => &[
            C::Client,
            C::Product,
            C::Answer,
            C::Age,
            C::Reason,
            C::Date,
            C::Price,
            C::Stars,
            C::Owner,
            C::AnsweredOn,
        ],
        ListKind::Surveys => {
            &[C::Client, C::Score, C::AnsweredOn, C::Survey, C::SentOn, C::Comment, C::Contact, C::Stars]
        }
        ListKind::Products => &[
            C::Name,
            C::SalesYear,
            C::Price,
            C::Trend,
            C::Clients,
            C::LastSale,
            C::Sku,
            C::Family,
            C::Active,
            C::Unit,
        ],
        ListKind::Salespeople => {
            &[C::Name, C::Clients, C::Role, C::Email, C::Capacity, C::ReportsTo, C::Code, C::Active]
        }
    }
}

const TOTALS: &[Column] = {
    use Column as C;
    &[
        C::Owner,
        C::Week,
        C::Touches,
        C::Visits,
        C::Calls,
        C::Emails,
        C::Offers,
        C::Clients,
        C::Capacity,
        C::Meetings,
        C::Messages,
    ]
};

/// Without which a list does not say what it is there to say: these are seen cut rather than not at all.
pub fn needed(kind: ListKind) -> &'static [Column] {
    use Column as C;
    match kind {
        ListKind::Today | ListKind::TodayByCity => &[C::Why],
        ListKind::Activity => &[C::Kind],
        ListKind::Offers => &[C::Product],
        ListKind::Surveys => &[C::AnsweredOn],
        ListKind::PutOff
        | ListKind::Clients
        | ListKind::Contacts
        | ListKind::Sales
        | ListKind::FollowUps
        | ListKind::Totals
        | ListKind::Products
        | ListKind::Salespeople => &[],
    }
}

/// The columns of a layout that fit `width`, in its order. As a list comes, the most needed ones are there before the
/// others; where the user chose, those further left. Those of `wanted` (the one under the cursor, the one sorted by) are
/// there as long as one column fits beside the first.
pub fn fit(kind: ListKind, layout: &Layout, all: &[Column], width: u16, wanted: &[Column]) -> Vec<Fitted> {
    let shown = layout.columns.iter().map(|it| it.column);
    let need = by_need(kind).iter().copied().filter(|column| layout.shows(*column));
    let first = need.clone().next();
    let as_it_comes = layout.shows_just(all);
    let wanted = || wanted.iter().copied().filter(|column| layout.shows(*column));
    let order = first.into_iter().chain(wanted()).chain(need.filter(|_| as_it_comes)).chain(shown);
    let mut widths: Vec<(Shown, u16)> = Vec::new();
    let mut used = 0;
    for column in order {
        if widths.iter().any(|(it, _)| it.column == column) {
            continue;
        }
        let it = Shown { column, width: layout.width(column) };
        let gap = if widths.is_empty() { 0 } else { GAP };
        let room = width.saturating_sub(used + gap);
        let Wish { min, good, .. } = wish_of(it);
        // What must be seen is seen cut rather than not at all.
        let is_needed = widths.is_empty() || (wanted().any(|it| it == column) && room >= LEAST);
        if min <= room || (is_needed && room > 0) {
            // A width of one's own comes before the other columns.
            let given = if it.width.is_some() { good } else { min }.min(room);
            used += gap + given;
            widths.push((it, given));
        }
    }
    widths.sort_by_key(|(it, _)| layout.place(it.column));
    share_out(&mut widths, width - used);
    let mut x = 0;
    let mut fitted = Vec::with_capacity(widths.len());
    for (Shown { column, .. }, width) in widths {
        fitted.push(Fitted { column, x, width });
        x += width + GAP;
    }
    fitted
}

/// The room that a column wants, with the width that the user gave it.
fn wish_of(shown: Shown) -> Wish {
    let usual = wish(shown.column);
    match shown.width {
        Some(width) => Wish { min: usual.min.min(width), good: width, grows: false },
        None => usual,
    }
}

/// Gives the spare room first to the names and texts that show less than they could, the one that lacks most before the
/// others; then to the other columns; what is left then goes to the names and texts in equal parts.
fn share_out(widths: &mut [(Shown, u16)], mut spare: u16) {
    for grows in [true, false] {
        let lack = |(shown, width): &(Shown, u16)| wish_of(*shown).good.saturating_sub(*width);
        while spare > 0 {
            let columns = widths.iter_mut().filter(|(shown, _)| wish_of(*shown).grows == grows);
            let Some(most) = columns.max_by_key(|it| lack(it)).filter(|it| lack(it) > 0) else { break };
            most.1 += 1;
            spare -= 1;
        }
    }
    let growing = widths.iter().filter(|(shown, _)| wish_of(*shown).grows).count();
    let Ok(mut left) = u16::try_from(growing) else { return };
    for (_, width) in widths.iter_mut().filter(|(shown, _)| wish_of(*shown).grows) {
        let more = spare / left;
        *width += more;
        spare -= more;
        left -= 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn usual(kind: ListKind, width: u16, wanted: &[Column]) -> Vec<Fitted> {
        fit(kind, &Layout::usual(kind, kind.columns()), kind.columns(), width, wanted)
    }

    fn columns(fitted: &[Fitted]) -> Vec<Column> {
        fitted.iter().map(|it| it.column).collect()
    }

    fn assert_fits(fitted: &[Fitted], width: u16) {
        let mut end = 0;
        for (index, it) in fitted.iter().enumerate() {
            assert!(it.width > 0 && (index == 0 || it.x > end), "{width}: {fitted:?}");
            end = it.x + it.width;
        }
        assert!(end <= width, "{width}: {fitted:?}");
        assert_eq!(fitted.is_empty(), width == 0);
    }

    #[test]
    fn every_column_of_every_list_has_its_place() {
        for &kind in ListKind::ALL {
            let mut need = by_need(kind).to_vec();
            need.sort_by_key(|column| kind.columns().iter().position(|other| other == column));
            assert_eq!(need, kind.columns(), "{kind:?}");
        }
    }

    #[test]
    fn columns_never_overlap_nor_leave_the_list() {
        for &kind in ListKind::ALL {
            for width in 0..=300 {
                assert_fits(&usual(kind, width, &[]), width);
            }
        }
    }

    #[test]
    fn the_wanted_column_is_there_even_where_there_is_little_room() {
        for &column in ListKind::Clients.columns() {
            let fitted = usual(ListKind::Clients, 40, &[column]);
            assert!(fitted.iter().any(|it| it.column == column), "{column:?}");
            assert!(fitted.iter().any(|it| it.column == Column::Name), "{column:?}");
        }
    }

    #[test]
    fn names_get_the_slack() {
        let narrow = usual(ListKind::Clients, 200, &[]);
        let wide = usual(ListKind::Clients, 260, &[]);
        let name = |fitted: &[Fitted]| fitted.iter().find(|it| it.column == Column::Name).map(|it| it.width);
        assert!(name(&wide) > name(&narrow));
        let end = wide.last().map(|it| it.x + it.width);
        assert_eq!(end, Some(260));
    }

    #[test]
    fn what_was_chosen_is_there_in_its_order_and_width_from_the_left() {
        let kind = ListKind::Clients;
        let chosen =
            [(Column::Email, None), (Column::Name, Some(12)), (Column::Code, None), (Column::Sector, None)];
        let columns_shown = chosen.map(|(column, width)| Shown { column, width });
        let layout = Layout { columns: columns_shown.to_vec(), ..Layout::default() };
        let fitted = fit(kind, &layout, kind.columns(), 100, &[]);
        assert_eq!(columns(&fitted), [Column::Email, Column::Name, Column::Code, Column::Sector]);
        assert_eq!(fitted[1].width, 12);
        // Where there is no room, those further right go; what is not shown is not wanted either.
        let fitted = fit(kind, &layout, kind.columns(), 42, &[Column::Stars]);
        assert_eq!(columns(&fitted), [Column::Email, Column::Name, Column::Code]);
    }

    #[test]
    fn a_width_of_ones_own_pushes_others_out_and_is_cut_where_there_is_no_room() {
        let kind = ListKind::Clients;
        let mut layout = Layout::usual(kind, kind.columns());
        let before = columns(&fit(kind, &layout, kind.columns(), 80, &[]));
        layout.columns[1].width = Some(50);
        let after = fit(kind, &layout, kind.columns(), 80, &[]);
        assert_eq!(after.iter().find(|it| it.column == Column::Name).map(|it| it.width), Some(50));
        assert!(after.len() < before.len(), "{after:?}");
        let small = fit(kind, &layout, kind.columns(), 40, &[]);
        assert_eq!(small, [Fitted { column: Column::Name, x: 0, width: 40 }]);
    }

    proptest! {
        #[test]
        fn no_layout_overlaps_nor_leaves_the_list(
            kind in prop::sample::select(ListKind::ALL.to_vec()),
            picks in prop::collection::vec((any::<prop::sample::Index>(), prop::option::of(any::<u16>())), 0..20),
            wanted in any::<prop::sample::Index>(),
            width in 0_u16..300,
        ) {
            let all = kind.columns();
            let pick = |at: &prop::sample::Index| all[at.index(all.len())];
            let chosen = picks.iter().map(|(at, width)| Shown { column: pick(at), width: *width }).collect();
            let layout = Layout { columns: chosen, ..Layout::default() }.kept_to(all);
            let fitted = fit(kind, &layout, all, width, &[pick(&wanted)]);
            assert_fits(&fitted, width);
            let places: Vec<_> = fitted.iter().map(|it| layout.place(it.column)).collect();
            prop_assert!(places.is_sorted() && places.iter().all(Option::is_some), "{:?}", places);
        }
    }
}
