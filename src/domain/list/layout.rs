//! How a list is laid out: which columns it shows and how wide, in which order its rows come, and by what they are put
//! together. It is a value that is kept beside the portfolio; what an older or newer program kept is taken as far as it
//! makes sense.

use super::{Column, ListKind, Sort};
use serde::de::IgnoredAny;
use serde::{Deserialize, Deserializer, Serialize};

/// No column is narrower: in less room it says nothing.
pub const NARROWEST: u16 = 3;
/// Nor wider.
pub const WIDEST: u16 = 200;

/// A column that is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Shown {
    pub column: Column,
    /// As the user wants it; `None` lets it have the room that there is.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "width")]
    pub width: Option<u16>,
}

/// How a list is laid out. Keys: `columns` (`column`, `width`), `sort` (`column`, `descending`), `group`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(from = "Stored")]
pub struct Layout {
    /// What is shown, from left to right; what has no room waits for a wider screen.
    pub columns: Vec<Shown>,
    /// The order; none is the usual one of the list.
    pub sort: Vec<Sort>,
    /// The column by whose values the rows are put together.
    pub group: Option<Column>,
}

impl Layout {
    /// As a list is laid out at first, of all the columns that it can show.
    pub fn usual(kind: ListKind, columns: &[Column]) -> Self {
        Self {
            columns: columns.iter().map(|&column| column.into()).collect(),
            sort: Vec::new(),
            group: kind.group(),
        }
    }

    /// What another layout says for a list with these columns: what the list does not have or has already is left out,
    /// and a list that would show nothing shows all that it can.
    #[must_use]
    pub fn kept_to(&self, columns: &[Column]) -> Self {
        // That of the list knows of a field that users defined what it holds now.
        let known = |column: Column| columns.iter().copied().find(|it| *it == column);
        let mut kept = Self { columns: Vec::new(), sort: Vec::new(), group: None };
        for shown in &self.columns {
            if let Some(column) = known(shown.column).filter(|column| kept.place(*column).is_none()) {
                let width = shown.width.map(|width| width.clamp(NARROWEST, WIDEST));
                kept.columns.push(Shown { column, width });
            }
        }
        if kept.columns.is_empty() {
            kept.columns.extend(columns.iter().map(|&column| Shown::from(column)));
        }
        for level in &self.sort {
            if let Some(column) = known(level.column)
                && kept.sort.iter().all(|it| it.column != column)
            {
                kept.sort.push(Sort { column, ..*level });
            }
        }
        kept.group = self.group.and_then(known);
        kept
    }

    /// The place of a column among those that are shown.
    pub fn place(&self, column: Column) -> Option<usize> {
        self.columns.iter().position(|it| it.column == column)
    }

    pub fn shows(&self, column: Column) -> bool {
        self.place(column).is_some()
    }

    /// The width that the user gave a column.
    pub fn width(&self, column: Column) -> Option<u16> {
        self.columns.iter().find(|it| it.column == column)?.width
    }

    /// Did nobody choose other columns, or another order of them, than these?
    pub fn shows_just(&self, columns: &[Column]) -> bool {
        self.columns.iter().map(|it| it.column).eq(columns.iter().copied())
    }
}

impl From<Column> for Shown {
    fn from(column: Column) -> Self {
        Self { column, width: None }
    }
}

/// What is read, whatever was written.
#[derive(Debug, Deserialize)]
struct Stored {
    #[serde(default = "nothing")]
    columns: Perhaps<Vec<Perhaps<Shown>>>,
    #[serde(default = "nothing")]
    sort: Perhaps<Vec<Perhaps<Sort>>>,
    #[serde(default = "nothing")]
    group: Perhaps<Column>,
}

/// A value, or something else that is left out.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Perhaps<T> {
    Known(T),
    Unknown(IgnoredAny),
}

fn nothing<T>() -> Perhaps<T> {
    Perhaps::Unknown(IgnoredAny)
}

impl<T> Perhaps<T> {
    fn known(self) -> Option<T> {
        match self {
            Self::Known(value) => Some(value),
            Self::Unknown(_) => None,
        }
    }
}

/// What is no width is none.
fn width<'de, D: Deserializer<'de>>(from: D) -> Result<Option<u16>, D::Error> {
    Perhaps::deserialize(from).map(Perhaps::known)
}

impl From<Stored> for Layout {
    fn from(stored: Stored) -> Self {
        let columns = stored.columns.known().unwrap_or_default();
        let sort = stored.sort.known().unwrap_or_default();
        Self {
            columns: columns.into_iter().filter_map(Perhaps::known).collect(),
            sort: sort.into_iter().filter_map(Perhaps::known).collect(),
            group: stored.group.known(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(json: &str) -> Layout {
        serde_json::from_str::<Layout>(json).unwrap().kept_to(ListKind::Clients.columns())
    }

    #[test]
    fn what_is_kept_has_keys_that_never_change() {
        let layout = Layout {
            columns: vec![Shown { column: Column::Name, width: Some(20) }, Column::SalesYear.into()],
            sort: vec![Sort { column: Column::LastBuy, descending: true }],
            group: Some(Column::City),
        };
        let json = r#"{"columns":[{"column":"name","width":20},{"column":"sales_year"}],"sort":[{"column":"last_buy","descending":true}],"group":"city"}"#;
        assert_eq!(serde_json::to_string(&layout).unwrap(), json);
        assert_eq!(read(json), layout);
    }

    #[test]
    fn what_is_unknown_repeated_or_of_another_list_is_left_out() {
        let json = r#"{"columns":[{"column":"stars"},{"column":"aura"},5,{"column":"stars","width":9},{"column":"amount"},
            {"column":"city","width":999},{"column":"phone","width":-1}],
            "sort":[{"column":"city"},{"column":"city","descending":true},{"column":"aura","descending":true}],
            "group":"aura","pages":3}"#;
        let layout = read(json);
        assert_eq!(
            layout.columns,
            [Column::Stars.into(), Shown { column: Column::City, width: Some(WIDEST) }, Column::Phone.into()]
        );
        assert_eq!(layout.sort, [Sort { column: Column::City, descending: false }]);
        assert_eq!(layout.group, None);
        let odd = read(r#"{"columns":"all","sort":7,"group":{}}"#);
        assert_eq!(odd, Layout::usual(ListKind::Clients, ListKind::Clients.columns()));
        assert_eq!(read("{}"), odd);
    }

    proptest! {
        #[test]
        fn any_layout_of_any_list_is_read_back(
            kind in prop::sample::select(ListKind::ALL.to_vec()),
            picks in prop::collection::vec((any::<prop::sample::Index>(), prop::option::of(any::<u16>())), 0..20),
            descending in any::<bool>(),
        ) {
            let columns = kind.columns();
            let pick = |at: &prop::sample::Index| columns[at.index(columns.len())];
            let layout = Layout {
                columns: picks.iter().map(|(at, width)| Shown { column: pick(at), width: *width }).collect(),
                sort: picks.iter().map(|(at, _)| Sort { column: pick(at), descending }).collect(),
                group: picks.first().map(|(at, _)| pick(at)),
            };
            let kept = layout.kept_to(columns);
            prop_assert!(!kept.columns.is_empty());
            let json = serde_json::to_string(&kept).unwrap();
            let back: Layout = serde_json::from_str(&json).unwrap();
            prop_assert_eq!(&back, &kept);
            prop_assert_eq!(back.kept_to(columns), kept);
        }

        #[test]
        fn no_stored_text_is_ever_more_than_refused(text in "\\PC{0,60}|[\\[\\]{}:,\"a-z0-9 ]{0,60}") {
            if let Ok(layout) = serde_json::from_str::<Layout>(&text) {
                prop_assert!(!layout.kept_to(ListKind::Sales.columns()).columns.is_empty());
            }
        }
    }
}
