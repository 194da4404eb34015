//! What is proposed where, and that it can always be read.

use super::*;
use crate::domain::custom::CustomField;
use crate::domain::ids::CustomFieldId;
use crate::domain::kinds::{CustomEntity, CustomKind};
use crate::domain::list::ListKind;
use crate::filter::tests::{locale, node, reading};
use crate::filter::{Filter, Node};
use proptest::prelude::*;

/// What is proposed at `|`.
fn proposed(line: &str, tag: &str, list: ListKind, known: &[&str]) -> Vec<String> {
    let (before, after) = line.split_once('|').unwrap();
    let locale = locale(tag);
    let values = known.iter().map(|it| (*it).to_owned()).collect();
    let known = Known { values, more: 0 };
    complete(before, after, &reading(list, &locale), Some(&known)).map(|it| it.proposals).unwrap_or_default()
}

fn of_clients(line: &str) -> Vec<String> {
    proposed(line, "es", ListKind::Clients, &[])
}

/// The line with what is proposed first.
fn filled(line: &str, tag: &str, known: &[&str]) -> String {
    let (before, after) = line.split_once('|').unwrap();
    let locale = locale(tag);
    let known = Known { values: known.iter().map(|it| (*it).to_owned()).collect(), more: 0 };
    let done = complete(before, after, &reading(ListKind::Clients, &locale), Some(&known)).unwrap();
    format!("{}{}{after}", &before[..done.span.start], done.proposals[0])
}

#[test]
fn names_of_fields_are_proposed_in_the_language_of_the_user_and_read_in_both() {
    assert_eq!(of_clients("ciu|"), ["ciudad:"]);
    assert_eq!(of_clients("PAÍ|"), ["país:"]);
    assert_eq!(of_clients("last-v|"), ["last-visit:"]);
    assert_eq!(proposed("ciu|", "en", ListKind::Clients, &[]), ["ciudad:"]);
    assert_eq!(of_clients("-emp|"), ["empresa:"]);
    assert_eq!(of_clients("(ciudad:a O eta|"), ["etapa:"]);
    assert_eq!(of_clients("age|"), Vec::<String>::new());
    assert_eq!(of_clients("agr|"), ["agrupar:"]);
    assert_eq!(of_clients("(agr|"), Vec::<String>::new(), "an order is no condition");
    assert!(of_clients("|").len() > 30);
    assert_eq!(of_clients("imp|"), Vec::<String>::new(), "no field of this list");
    assert_eq!(proposed("imp|", "es", ListKind::Sales, &[]), ["importe:"]);
    assert_eq!(of_clients("visitas|")[..2], ["visitas:", "visitas.90d:"]);
    for line in ["ciu|dad:x", "\"ciu|\"", "hola.|", "12|", "ciudad.|"] {
        assert_eq!(of_clients(line), Vec::<String>::new(), "{line}");
    }
}

#[test]
fn values_of_closed_lists_are_proposed_by_their_beginning_before_their_inside() {
    assert_eq!(of_clients("es:dorm|"), ["dormido"]);
    assert_eq!(of_clients("es:dormida|"), Vec::<String>::new(), "it is written already");
    assert_eq!(of_clients("is:neg|"), ["neglected"]);
    assert_eq!(of_clients("es:atrasado,si|"), ["silencio"]);
    assert_eq!(of_clients("es:perd|"), ["producto-perdido"]);
    assert_eq!(of_clients("-etapa:pros|"), ["prospecto"]);
    assert_eq!(of_clients("e:|")[0], ">=4");
    assert_eq!(of_clients("e:4..|"), ["5", "4"]);
    assert_eq!(of_clients("e>=|"), ["5", "4", "3", "2", "1", "0"]);
    assert_eq!(of_clients("visitas.|")[..2], ["90d:", "12m:"]);
    assert_eq!(of_clients("visitas.7|"), ["7d:", "7s:", "7m:", "7a:"]);
    assert_eq!(of_clients("compra:2026-T|"), ["2026-T4", "2026-T3"]);
    assert_eq!(of_clients("visita:ho|"), ["hoy"]);
    assert_eq!(of_clients("visita:>9|"), ["90d", "9d", "9s", "9m", "9a"]);
    assert_eq!(of_clients("vence:|")[1], "<=hoy");
    assert_eq!(of_clients("visita:2025-01..2|"), ["2026-T4", "2026-T3", "2026-11", "2026", "2025"]);
}

#[test]
fn columns_are_proposed_where_they_say_an_order_or_a_group() {
    assert_eq!(of_clients("orden:-pot|"), ["potencial"]);
    assert_eq!(of_clients("orden:ciudad,ven|"), ["ventas", "vendedor"]);
    assert_eq!(of_clients("agrupar:pote|"), Vec::<String>::new(), "each has its own potential");
    assert_eq!(of_clients("sort:ciu|"), ["ciudad"]);
    assert_eq!(of_clients("limite:|"), ["10", "20", "50", "100"]);
    assert_eq!(of_clients("(orden:|"), Vec::<String>::new());
}

#[test]
fn a_value_of_the_data_is_put_into_its_place_with_the_quotes_that_it_needs() {
    let san = ["San Sebastián"];
    assert_eq!(filled("ciudad:san| etapa:x", "es", &san), "ciudad:\"San Sebastián\" etapa:x");
    assert_eq!(filled("ciudad:\"San S|", "es", &san), "ciudad:\"San Sebastián\"");
    assert_eq!(filled("ciudad:Madrid,s|", "es", &san), "ciudad:Madrid,\"San Sebastián\"");
    assert_eq!(filled("-(ciudad!=s|) e:5", "es", &san), "-(ciudad!=\"San Sebastián\") e:5");
    assert_eq!(filled("#v|", "es", &["VIP, oro"]), "#\"VIP, oro\"");
    assert_eq!(filled("compró.12m:t|", "es", &["Taladro 3\""]), "compró.12m:\"Taladro 3\"\"\"");
    assert_eq!(filled("vendedor:|", "es", &["Ana"]), "vendedor:yo");
    assert_eq!(proposed("vendedor:|", "en", ListKind::Clients, &["Yo", "Ana"]), ["me", "Ana"]);
    assert!(proposed("ciudad:\"a| b\"", "es", ListKind::Clients, &san).is_empty());
}

#[test]
fn the_data_is_asked_only_where_its_values_can_stand() {
    let locale = locale("es");
    let asked = |before: &str| asks(before, "", &reading(ListKind::Clients, &locale));
    let ask = |field, text: &str| Some(Ask { field, text: text.to_owned() });
    assert_eq!(asked("ciudad:Madrid,\"San S"), ask(Field::City, "San S"));
    assert_eq!(asked("#"), ask(Field::Tag, ""));
    for line in ["ciu", "ciudad", "es:a", "correo:a", "ciudad:>a", "importe:4", "ciudad:a "] {
        assert_eq!(asked(line), None, "{line}");
    }
}

#[test]
fn fields_that_users_defined_are_completed_like_the_others() {
    let own = |id, label: &str, kind, choices: &[&str]| CustomField {
        id: CustomFieldId(id),
        entity: CustomEntity::Client,
        key: crate::filter::key_of(label).unwrap(),
        label: label.to_owned(),
        kind,
        choices: choices.iter().map(|it| (*it).to_owned()).collect(),
        values: 0,
    };
    let fields = [
        own(1, "Canal", CustomKind::Choice, &["Tienda", "En línea"]),
        own(2, "Usa SAP", CustomKind::Flag, &[]),
    ];
    let locale = locale("es");
    let reading = Reading { custom: &fields, ..reading(ListKind::Clients, &locale) };
    let first = |before: &str| complete(before, "", &reading, None).map(|it| it.proposals[0].clone());
    assert_eq!(first("can").as_deref(), Some("canal:"));
    assert_eq!(first("canal:en").as_deref(), Some("\"En línea\""));
    assert_eq!(first("canal:Tienda,li").as_deref(), Some("\"En línea\""));
    assert_eq!(first("usa-sap:n").as_deref(), Some("no"));
}

proptest! {
    /// Whatever is completed can be read, and whatever was there stays.
    #[test]
    fn what_is_proposed_reads_and_leaves_the_rest_as_it_was(
        before in prop::option::of(node()),
        start in prop::sample::select(vec![
            "", "-", "c", "v", "-e", "es:", "is:d", "e:", "e>", "e:2..", "etapa:", "ciudad:", "ciudad:=", "#", "tag:a,",
            "visita:", "visita:>", "visita:2020..", "vence:", "visitas", "visitas.", "ventas.1", "ventas.12m:", "orden:",
            "sort:-", "by:", "limite:", "vendedor:", "bought.12m:", "ciudad:\"a", "potencial:>", "etapa:!=",
        ]),
        values in prop::collection::vec("\\PC{1,12}", 0..4),
        tag in prop::sample::select(vec!["es", "en", "es-MX", "en-GB"]),
    ) {
        let locale = locale(tag);
        let reading = reading(ListKind::Clients, &locale);
        let first = Filter { root: before, ..Filter::default() };
        let mut head = first.print(&reading, locale.lang);
        if matches!(first.root, Some(Node::Any(_))) {
            head = format!("({head})");
        }
        if !head.is_empty() {
            head.push(' ');
        }
        let line = format!("{head}{start}");
        let known = Known { values, more: 0 };
        let Some(found) = complete(&line, "", &reading, Some(&known)) else { return Ok(()) };
        prop_assert_eq!(found.span.end, line.len());
        prop_assert!(found.span.start >= head.len());
        for proposal in found.proposals {
            let done = format!("{}{proposal}", &line[..found.span.start]);
            match parse(&done, &reading) {
                Ok(filter) => {
                    let kept: Vec<_> = first.conditions().into_iter().cloned().collect();
                    let now: Vec<_> = filter.conditions().into_iter().cloned().collect();
                    prop_assert_eq!(now.get(..kept.len()), Some(&kept[..]), "{}", done);
                }
                // A field that must have a value has none yet, and what orders needs a column.
                Err(_) => prop_assert!(proposal.ends_with(':'), "{}", done),
            }
        }
    }
}
