//! What the screen asks of the storage, message by message; the answers are made by hand.

use crate::support::{ago, events, model, today};
use cartera::config::Config;
use cartera::domain::client::ClientRow;
use cartera::domain::currency::Currency;
use cartera::domain::custom::{CustomCells, CustomFields};
use cartera::domain::ids::ClientId;
use cartera::domain::interaction::{InteractionDraft, LogDraft};
use cartera::domain::kinds::{Direction, InteractionKind, Stage};
use cartera::domain::list::{Column, ListKind, ListQuery, Sort};
use cartera::filter::Node;
use cartera::repository::error::Error;
use cartera::repository::request::{Done, FormDraft, Reply, Request, Rows, Ticket, Verb};
use cartera::text::{Lang, Locale};
use cartera::tui::context::Context;
use cartera::tui::tab::Tab;
use cartera::tui::theme::Theme;
use cartera::tui::{Effect, Model, ModelSettings, Msg, input, start, update, view};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

/// Types keys; gives what was asked for.
fn keys(model: &mut Model, keys: &str) -> Vec<Request> {
    let mut effects = Vec::new();
    for event in events(keys) {
        let message = input::message(model, &event).expect("the key means something");
        effects.extend(update(model, message));
    }
    requests(effects)
}

fn requests(effects: Vec<Effect>) -> Vec<Request> {
    let stored = effects.into_iter().map(|effect| match effect {
        Effect::Store(request) => request,
        other => panic!("not asked of the storage: {other:?}"),
    });
    stored.collect()
}

fn stored(model: &mut Model, reply: Reply) -> Vec<Request> {
    requests(update(model, Msg::Stored(reply)))
}

fn screen(model: &Model) -> String {
    let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
    terminal.draw(|frame| view::draw(model, &Theme::default(), frame)).unwrap();
    terminal.backend().to_string()
}

fn row(id: i64) -> ClientRow {
    ClientRow {
        id: ClientId(id),
        code: String::new(),
        name: format!("Cliente {id}"),
        city: String::new(),
        sector: String::new(),
        phone: String::new(),
        email: String::new(),
        tags: Vec::new(),
        stage: Stage::Client,
        owner: String::new(),
        stars: None,
        overridden: false,
        sales_year: 0,
        potential: None,
        last_buy: None,
        last_visit: None,
        last_touch: None,
        next_due: None,
        archived: false,
        custom: CustomCells::default(),
    }
}

fn listed(ticket: Ticket, ids: impl IntoIterator<Item = i64>) -> Reply {
    Reply::Listed {
        ticket,
        ids: ids.into_iter().collect(),
        sum_minor: None,
        groups: [].into(),
        complete: true,
        head: None,
        figures: Vec::new(),
    }
}

/// Answers the loads of rows among some requests; gives the others.
fn bring_rows(model: &mut Model, asked: Vec<Request>) -> Vec<Request> {
    let mut others = Vec::new();
    for request in asked {
        if let Request::Rows { ticket, ids, .. } = request {
            let rows = Rows::Clients(ids.into_iter().map(row).collect());
            others.extend(stored(model, Reply::RowsLoaded { ticket, rows }));
        } else {
            others.push(request);
        }
    }
    others
}

/// The ticket of the one load of a list among some requests.
fn list_ticket(asked: &[Request]) -> Ticket {
    let tickets = asked.iter().filter_map(|request| match request {
        Request::List { ticket, .. } => Some(*ticket),
        _ => None,
    });
    let tickets: Vec<Ticket> = tickets.collect();
    assert_eq!(tickets.len(), 1, "{asked:?}");
    tickets[0]
}

/// A screen with so many clients listed, and the rows of the first screenful at hand.
fn with_clients(count: i64) -> Model {
    let mut model = model(Lang::Es, 80, 24);
    let asked = requests(start(&mut model));
    let asked = stored(&mut model, listed(list_ticket(&asked), 1..=count));
    bring_rows(&mut model, asked);
    model
}

#[test]
fn the_first_requests_are_for_the_clients_the_fields_of_ones_own_and_the_drafts() {
    let mut model = model(Lang::Es, 80, 24);
    let asked = requests(start(&mut model));
    let list = Request::List { ticket: Ticket(1), query: ListQuery::all(ListKind::Clients) };
    assert_eq!(asked, [list, Request::LoadCustomFields, Request::LoadDrafts, Request::CheckHealth]);
}

#[test]
fn only_the_rows_around_the_window_are_asked_for() {
    let mut model = model(Lang::Es, 80, 24);
    let asked = requests(start(&mut model));
    let asked = stored(&mut model, listed(list_ticket(&asked), 1..=1_000_000));
    let [Request::Rows { kind: ListKind::Clients, ids, .. }] = asked.as_slice() else { panic!("{asked:?}") };
    assert!(ids.len() < 80 && ids[..3] == [1, 2, 3], "{ids:?}");
}

#[test]
fn moving_asks_for_rows_only_where_the_window_comes_to() {
    let mut model = with_clients(1_000_000);
    let is_card = |request: &Request| matches!(request, Request::Card { .. });
    let asked = keys(&mut model, "jjj");
    assert!(asked.len() == 3 && asked.iter().all(is_card), "{asked:?}");
    let asked = keys(&mut model, "G");
    let [Request::Rows { ids, .. }] = asked.as_slice() else { panic!("{asked:?}") };
    assert_eq!(ids.last(), Some(&1_000_000));
    assert!(ids.len() < 80, "{}", ids.len());
}

#[test]
fn an_answer_to_an_older_question_is_ignored() {
    let mut model = with_clients(3);
    let first = list_ticket(&keys(&mut model, "/l"));
    let second = list_ticket(&keys(&mut model, "o"));
    assert_eq!(stored(&mut model, listed(first, [7, 8, 9])), []);
    let asked = stored(&mut model, listed(second, [2]));
    assert!(screen(&model).contains("Clientes  1"), "{asked:?}");
}

#[test]
fn every_keystroke_of_a_search_is_one_question() {
    let mut model = with_clients(3);
    let asked = keys(&mut model, "/lo<backspace>");
    let words: Vec<Option<Node>> = asked
        .iter()
        .filter_map(|request| match request {
            Request::List { query, .. } => Some(query.filter.root.clone()),
            // The filters of before, once.
            Request::LoadFilters { .. } => None,
            other => panic!("{other:?}"),
        })
        .collect();
    let loads = asked.iter().filter(|request| matches!(request, Request::LoadFilters { .. }));
    assert_eq!(loads.count(), 1);
    assert_eq!(words, ["l", "lo", "l"].map(|word| Some(Node::Word(word.to_owned()))));
}

#[test]
fn sorting_asks_for_the_order_and_again_for_the_other_way_round() {
    let mut model = with_clients(3);
    let sort = |asked: Vec<Request>| match asked.into_iter().next() {
        Some(Request::List { query, .. }) => query.sort,
        other => panic!("{other:?}"),
    };
    let by = |column, descending| Sort { column, descending };
    assert_eq!(sort(keys(&mut model, "o")), [by(Column::Name, false)]);
    assert_eq!(sort(keys(&mut model, "o")), [by(Column::Name, true)]);
    assert_eq!(sort(keys(&mut model, "<left>O")), [by(Column::Name, true), by(Column::Stars, true)]);
    assert_eq!(sort(keys(&mut model, "o")), [by(Column::Stars, true)]);
}

#[test]
fn the_selection_stays_on_its_row_when_the_order_changes() {
    let mut model = with_clients(5);
    keys(&mut model, "jj");
    let ticket = list_ticket(&keys(&mut model, "o"));
    stored(&mut model, listed(ticket, [5, 4, 1, 2, 3]));
    assert!(screen(&model).contains("▌–      Cliente 3"), "{}", screen(&model));
    // Where it is gone, the row in its place is selected.
    let ticket = list_ticket(&keys(&mut model, "o"));
    stored(&mut model, listed(ticket, [1, 2]));
    assert!(screen(&model).contains("▌–      Cliente 2"), "{}", screen(&model));
}

fn visit(client: i64, text: &str) -> Request {
    let interaction = InteractionDraft {
        id: None,
        rev: 0,
        client: ClientId(client),
        contact: None,
        salesperson: None,
        kind: InteractionKind::Visit,
        direction: Direction::Out,
        day: ago(0),
        minutes: None,
        outcome: None,
        text: text.to_owned(),
    };
    Request::Log(Box::new(LogDraft::of(interaction)))
}

#[test]
fn two_keys_log_a_visit_today() {
    let mut model = with_clients(3);
    assert_eq!(keys(&mut model, "v<enter>"), [visit(1, "")]);
}

#[test]
fn what_was_typed_comes_back_when_it_could_not_be_logged() {
    let mut model = with_clients(3);
    let asked = keys(&mut model, "vx<enter>");
    assert_eq!(asked.last(), Some(&visit(1, "x")));
    let failed = Reply::Failed { request: Box::new(visit(1, "x")), error: Error::Full };
    stored(&mut model, failed);
    assert_eq!(model.context(), Context::Log);
    assert!(screen(&model).contains("No queda sitio en el disco"), "{}", screen(&model));
    assert_eq!(keys(&mut model, "y<enter>").last(), Some(&visit(1, "xy")));
}

#[test]
fn after_a_write_what_is_seen_is_read_again() {
    let mut model = with_clients(3);
    keys(&mut model, "v<enter>");
    let done = Done {
        verb: Verb::LogInteraction,
        reverted: None,
        subject: "Cliente 1".into(),
        due: None,
        offered_before: None,
    };
    let asked = stored(&mut model, Reply::Saved { record: None, done });
    let is = |asked: &[Request], what: fn(&Request) -> bool| asked.iter().filter(|it| what(it)).count();
    assert_eq!(is(&asked, |it| matches!(it, Request::List { .. })), 1, "{asked:?}");
    assert_eq!(is(&asked, |it| matches!(it, Request::Rows { .. })), 1, "{asked:?}");
    assert_eq!(is(&asked, |it| matches!(it, Request::Card { .. })), 1, "{asked:?}");
    assert_eq!(asked.len(), 3, "{asked:?}");
}

#[test]
fn a_key_that_acts_on_a_row_waits_until_it_is_sure_which_row() {
    let mut model = with_clients(3);
    let ticket = list_ticket(&keys(&mut model, "/x<enter>v<enter>"));
    let asked = stored(&mut model, listed(ticket, [3]));
    assert!(asked.contains(&visit(3, "")), "{asked:?}");
}

#[test]
fn what_help_runs_waits_as_its_own_key_does() {
    let mut model = with_clients(3);
    keys(&mut model, "v<enter>");
    // The first visit is on its way: a second line now could take its place.
    keys(&mut model, "?anotar una visita<enter>");
    assert_eq!(model.context(), Context::Help, "{}", screen(&model));
    let mut model = with_clients(3);
    keys(&mut model, "?anotar una visita<enter>");
    assert_eq!(model.context(), Context::Log, "{}", screen(&model));
}

#[test]
fn esc_drops_a_typed_line_only_when_pressed_again() {
    let mut model = with_clients(3);
    keys(&mut model, "vhola<esc>");
    assert_eq!(model.context(), Context::Log);
    assert!(screen(&model).contains("Esc otra vez"), "{}", screen(&model));
    keys(&mut model, "!<esc>");
    assert_eq!(model.context(), Context::Log, "typing takes the first Esc back");
    let asked = keys(&mut model, "<esc>");
    assert_eq!(model.context(), Context::List);
    assert!(matches!(asked.as_slice(), [Request::DropDraft { .. }]), "{asked:?}");
}

#[test]
fn letters_typed_ahead_are_text_and_never_commands() {
    let mut model = with_clients(3);
    let ticket = list_ticket(&keys(&mut model, "/x<enter>vquiere 3<enter>"));
    let asked = stored(&mut model, listed(ticket, [3]));
    assert!(asked.contains(&visit(3, "quiere 3")), "{asked:?}");
}

#[test]
fn rows_that_are_gone_are_not_asked_for_for_ever() {
    let mut model = model(Lang::Es, 80, 24);
    let asked = requests(start(&mut model));
    let asked = stored(&mut model, listed(list_ticket(&asked), [1, 2]));
    let Some(Request::Rows { ticket, .. }) = asked.first() else { panic!("{asked:?}") };
    let rows = Rows::Clients(vec![row(2)]);
    let asked = stored(&mut model, Reply::RowsLoaded { ticket: *ticket, rows });
    assert!(!asked.iter().any(|it| matches!(it, Request::Rows { .. })), "{asked:?}");
    assert!(screen(&model).contains("Cliente 2"));
}

#[test]
fn a_tab_that_was_left_before_its_list_came_asks_again() {
    let mut model = with_clients(3);
    let contacts = |asked: &[Request]| {
        asked.iter().any(|it| matches!(it, Request::List { query, .. } if query.kind == ListKind::Contacts))
    };
    assert!(contacts(&keys(&mut model, "3")));
    keys(&mut model, "2");
    assert!(contacts(&keys(&mut model, "3")));
}

#[test]
fn a_client_that_goes_while_its_card_is_read_is_no_error() {
    let mut model = with_clients(3);
    let asked = keys(&mut model, "j");
    let Some(request @ Request::Card { .. }) = asked.last() else { panic!("{asked:?}") };
    let error = Error::Gone;
    stored(&mut model, Reply::Failed { request: Box::new(request.clone()), error });
    assert!(!screen(&model).contains("Ya no existe"), "{}", screen(&model));
}

#[test]
fn notices_are_read_first_and_drafts_after_them() {
    let mut model = Model::new(ModelSettings {
        locale: Locale::of(Lang::En),
        currency: Currency::EUR,
        today: today(),
        keymap: Config::embedded().keymap,
        tab: Tab::Clients,
        width: 80,
        height: 24,
        demo: false,
        layouts: Vec::new(),
        custom: CustomFields::default(),
        notices: vec!["config.toml: there is no setting “thme”.".into()],
    });
    start(&mut model);
    let draft = FormDraft { form: "nobody's".into(), row: 0, fields: "{}".into() };
    stored(&mut model, Reply::DraftsLoaded(vec![draft]));
    assert!(screen(&model).contains("thme"));
    keys(&mut model, "<esc>");
    assert!(screen(&model).contains("Left half-typed"), "{}", screen(&model));
    assert_eq!(
        keys(&mut model, "X"),
        [Request::DropDraft { form: "nobody's".into(), row: 0 }],
        "a draft that cannot be read can be dropped"
    );
}

#[test]
fn damage_found_at_the_start_is_told_in_a_box_unless_something_is_typed() {
    let checked = |damage: &[&str]| {
        let damage = damage.iter().map(|line| (*line).to_owned()).collect();
        Msg::Stored(Reply::HealthChecked { damage })
    };
    let damage = ["Tree 9 page 12: wrong"];
    for lang in Lang::ALL {
        let mut whole = model(lang, 100, 24);
        update(&mut whole, checked(&[]));
        assert_eq!(whole.context(), Context::List);
        update(&mut whole, checked(&damage));
        assert_eq!(whole.context(), Context::Reader);
        assert!(screen(&whole).contains("Tree 9 page 12"), "{}", screen(&whole));
    }
    let mut typing = model(Lang::En, 100, 24);
    keys(&mut typing, "nAcme");
    assert_eq!(typing.context(), Context::Form);
    update(&mut typing, checked(&damage));
    assert_eq!(typing.context(), Context::Form);
    assert!(screen(&typing).contains("Acme"), "{}", screen(&typing));
}

#[test]
fn what_may_take_a_while_is_said_at_once_and_until_it_is_done() {
    let mut model = with_clients(9);
    assert_eq!(keys(&mut model, "u"), [Request::Undo]);
    assert!(screen(&model).contains("Deshaciendo…"), "{}", screen(&model));
    // The screen lives; what would act on a row waits.
    keys(&mut model, "jj?<esc>v");
    assert!(screen(&model).contains("Deshaciendo…"), "{}", screen(&model));
    assert_eq!(model.context(), Context::List);
    let done = Done {
        verb: Verb::Undo,
        reverted: Some(Verb::EditClient),
        subject: "Cliente 1".into(),
        due: None,
        offered_before: None,
    };
    stored(&mut model, Reply::Saved { record: None, done });
    assert!(screen(&model).contains("Deshecho"), "{}", screen(&model));
}

#[test]
fn many_rows_are_said_to_be_on_their_way() {
    let mut model = with_clients(9);
    let asked = keys(&mut model, "AXs");
    assert!(matches!(asked.last(), Some(Request::ForMany { .. })), "{asked:?}");
    assert!(screen(&model).contains("Cambiando 9 filas…"), "{}", screen(&model));
    let request = Box::new(asked[asked.len() - 1].clone());
    stored(&mut model, Reply::Failed { request, error: Error::Full });
    assert!(!screen(&model).contains("Cambiando"), "{}", screen(&model));
}
