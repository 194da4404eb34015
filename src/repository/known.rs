//! What the data has in a field, for whoever types a filter: each text once, those of most rows first. A text is read with
//! the first question about its field and kept until something is written.

use super::error::Error;
use crate::domain::list::ListKind;
use crate::filter::{Ask, Field, Known};
use crate::text::fold::fold;
use rusqlite::Connection;
use std::collections::HashMap;

/// So many are proposed at once.
const MOST: usize = 50;

/// The texts of the fields that were asked for.
#[derive(Debug, Default)]
pub struct KnownTexts {
    /// By the statement that reads them.
    texts: HashMap<&'static str, Vec<Text>>,
    /// `PRAGMA data_version`: it changes with every commit of another connection, not with our own.
    version: i64,
}

#[derive(Debug)]
struct Text {
    key: String,
    text: String,
}

impl KnownTexts {
    /// What was read no longer holds.
    pub fn forget(&mut self) {
        self.texts.clear();
    }

    /// The texts that begin with what is asked, then those that hold it; of those that most rows have the first.
    pub fn propose(&mut self, connection: &Connection, list: ListKind, ask: &Ask) -> Result<Known, Error> {
        let Some(sql) = statement(list, ask.field) else { return Ok(Known::default()) };
        let version = connection.pragma_query_value(None, "data_version", |row| row.get(0))?;
        if self.version != version {
            self.version = version;
            self.texts.clear();
        }
        if !self.texts.contains_key(sql) {
            self.texts.insert(sql, read(connection, sql)?);
        }
        let texts = self.texts.get(sql).map(Vec::as_slice).unwrap_or_default();
        let wanted = fold(&ask.text);
        let finder = memchr::memmem::Finder::new(wanted.as_bytes());
        let (mut first, mut rest, mut found) = (Vec::new(), Vec::new(), 0);
        for text in texts {
            let into = match finder.find(text.key.as_bytes()) {
                Some(0) => &mut first,
                Some(_) => &mut rest,
                None => continue,
            };
            found += 1;
            if into.len() < MOST {
                into.push(text.text.clone());
            }
        }
        first.append(&mut rest);
        first.truncate(MOST);
        let more = found - first.len();
        Ok(Known { values: first, more })
    }
}

/// The texts of a statement, most rows first, then by the alphabet. Texts that differ in case and accents only are one,
/// under the spelling that most rows have.
fn read(connection: &Connection, sql: &str) -> Result<Vec<Text>, Error> {
    let mut counts: HashMap<String, i64> = HashMap::new();
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (text, count) = (row.get_ref(0)?.as_str().unwrap_or_default(), row.get::<_, i64>(1)?);
        match counts.get_mut(text) {
            Some(all) => *all += count,
            None if text.trim().is_empty() => {}
            None => {
                counts.insert(text.to_owned(), count);
            }
        }
    }
    let mut alike: HashMap<String, (String, i64, i64)> = HashMap::new();
    for (text, count) in counts {
        let (spelling, most, all) = alike.entry(fold(&text)).or_insert_with(|| (String::new(), -1, 0));
        if count > *most || (count == *most && text < *spelling) {
            (*spelling, *most) = (text, count);
        }
        *all += count;
    }
    let mut texts: Vec<(i64, Text)> =
        alike.into_iter().map(|(key, (text, _, all))| (all, Text { key, text })).collect();
    texts.sort_by(|(a, left), (b, right)| b.cmp(a).then_with(|| left.key.cmp(&right.key)));
    Ok(texts.into_iter().map(|(_, text)| text).collect())
}

/// Texts, and how many rows stand behind each line.
fn statement(list: ListKind, field: Field) -> Option<&'static str> {
    Some(match (list, field) {
        (ListKind::Products, Field::Name) | (_, Field::Product | Field::Bought) => {
            "SELECT p.name, (SELECT count(*) FROM sale_line l WHERE l.product_id = p.id) FROM product p"
        }
        (_, Field::Offered) => {
            "SELECT p.name, (SELECT count(*) FROM offer o WHERE o.product_id = p.id) FROM product p"
        }
        (_, Field::Family) => {
            "SELECT m.name, (SELECT count(*) FROM product p WHERE p.family_id = m.id) FROM family m"
        }
        (ListKind::Salespeople, Field::Name) | (_, Field::Owner) => {
            "SELECT s.name, (SELECT count(*) FROM client c WHERE c.owner_id = s.id) FROM salesperson s"
        }
        (ListKind::Contacts, Field::Name) | (_, Field::Contact) => "SELECT name, 1 FROM contact",
        (_, Field::Name | Field::Client) => "SELECT name, 1 FROM client",
        (_, Field::City) => "SELECT city, 1 FROM client",
        (_, Field::Region) => "SELECT region, 1 FROM client",
        (_, Field::Country) => "SELECT country, 1 FROM client",
        (_, Field::Postcode) => "SELECT postcode, 1 FROM client",
        (_, Field::Sector) => "SELECT sector, 1 FROM client",
        (_, Field::Source) => "SELECT source, 1 FROM client",
        (_, Field::Role) => "SELECT job_title, 1 FROM contact",
        (_, Field::Reason) => "SELECT reason, 1 FROM offer",
        (_, Field::Tag) => {
            "SELECT t.name, (SELECT count(*) FROM client_tag g WHERE g.tag_id = t.id) FROM tag t
             WHERE EXISTS (SELECT 1 FROM client_tag g WHERE g.tag_id = t.id)"
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filter::is_of_data;
    use crate::repository::open;

    #[test]
    fn every_field_whose_values_are_asked_for_has_a_statement_that_is_right_and_no_other() {
        let connection = open::open_in_memory().unwrap();
        for &list in ListKind::ALL {
            for &field in Field::ALL.iter().filter(|field| field.is_on(list)) {
                let ask = Ask { field, text: String::new() };
                KnownTexts::default().propose(&connection, list, &ask).unwrap();
                assert_eq!(statement(list, field).is_some(), is_of_data(field), "{list:?} {field:?}");
            }
        }
    }
}
