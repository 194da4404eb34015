//! The parts of a line, each taken away or turned round by its place.

use super::parts;
use crate::filter::{Filter, Node};

/// What a line says besides its conditions.
enum Further {
    Group,
    Sort,
    Limit,
}

impl Filter {
    /// What stands at this place behind the conditions, as [`Filter::pieces`] has them.
    fn further(&self, at: usize) -> Option<Further> {
        let group = self.group.map(|_| Further::Group);
        let sort = (!self.sort.is_empty()).then_some(Further::Sort);
        let limit = self.limit.map(|_| Further::Limit);
        group.into_iter().chain(sort).chain(limit).nth(at.checked_sub(self.conditions().len())?)
    }

    /// Without the piece at this place.
    #[must_use]
    pub fn without_piece(&self, at: usize) -> Self {
        match self.further(at) {
            None => self.without(at),
            Some(Further::Group) => Self { group: None, ..self.clone() },
            Some(Further::Sort) => Self { sort: Vec::new(), ..self.clone() },
            Some(Further::Limit) => Self { limit: None, ..self.clone() },
        }
    }

    /// With the opposite of the piece at this place; groups and a limit have none.
    #[must_use]
    pub fn with_opposite(&self, at: usize) -> Self {
        let mut other = self.clone();
        match self.further(at) {
            Some(Further::Group | Further::Limit) => {}
            Some(Further::Sort) => {
                for level in &mut other.sort {
                    level.descending = !level.descending;
                }
            }
            None => {
                let mut conditions = Vec::new();
                for (index, condition) in self.conditions().into_iter().cloned().enumerate() {
                    match condition {
                        Node::Not(inner) if index == at => conditions.extend(parts(*inner)),
                        _ if index == at => conditions.push(Node::Not(Box::new(condition))),
                        _ => conditions.push(condition),
                    }
                }
                other = self.of(conditions);
            }
        }
        other
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::list::ListKind;
    use crate::filter::tests::{locale, node, read, reading};
    use crate::text::Lang;
    use proptest::prelude::*;

    fn pieces(filter: &Filter) -> Vec<String> {
        let locale = locale("es");
        filter.pieces(&reading(ListKind::Clients, &locale), Lang::Es)
    }

    #[test]
    fn each_piece_goes_alone() {
        let line = "ciudad:madrid -es:dormido agrupar:ciudad orden:-potencial limite:5";
        let filter = read(line, "es").unwrap();
        let all: Vec<String> = line.split(' ').map(str::to_owned).collect();
        assert_eq!(pieces(&filter), all);
        for at in 0..all.len() {
            let mut others = all.clone();
            others.remove(at);
            assert_eq!(pieces(&filter.without_piece(at)), others);
        }
        assert_eq!(filter.without_piece(9), filter);
    }

    #[test]
    fn each_piece_is_turned_into_its_opposite() {
        let turned = |line: &str, at| pieces(&read(line, "es").unwrap().with_opposite(at)).join(" ");
        assert_eq!(turned("ciudad:madrid e:5", 0), "-ciudad:madrid estrellas:5");
        assert_eq!(turned("-ciudad:madrid e:5", 0), "ciudad:madrid estrellas:5");
        assert_eq!(turned("e:5 (hola O adiós)", 1), "estrellas:5 -(hola O adiós)");
        assert_eq!(turned("e:5 -(hola adiós)", 1), "estrellas:5 hola adiós");
        assert_eq!(turned("e:5 orden:-potencial,nombre", 1), "estrellas:5 orden:potencial,-nombre");
        assert_eq!(turned("e:5 limite:3", 1), "estrellas:5 limite:3");
    }

    proptest! {
        #[test]
        fn what_is_turned_twice_says_the_same(root in node(), at in 0_usize..4) {
            let filter = Filter { root: Some(root), ..Filter::default() };
            let once = filter.with_opposite(at);
            let locale = locale("es");
            let reading = reading(ListKind::Clients, &locale);
            let line = once.print(&reading, Lang::Es);
            prop_assert_eq!(crate::filter::parse(&line, &reading), Ok(once.clone()), "{}", line);
            prop_assert_eq!(at < filter.conditions().len(), once != filter);
        }
    }
}
