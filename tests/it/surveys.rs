//! Surveys on the screen, in the list, on the card and in the storage: sent, answered, averaged, and taken back.

use crate::cli::Shell;
use crate::repository::session;
use crate::support::lists::{found, rows};
use crate::support::{App, ago, answers, portfolio, write};
use cartera::domain::card::{ClientCard, TimelineEvent};
use cartera::domain::day::Day;
use cartera::domain::ids::{ClientId, InteractionId};
use cartera::domain::kinds::InteractionKind;
use cartera::domain::list::{ListKind, ListQuery};
use cartera::domain::survey::{ANSWERED_WITHIN, Scale, SurveyDraft, SurveyFigures, SurveyRow};
use cartera::repository::error::Error;
use cartera::repository::request::{Record, RecordId, Reply, Request, Rows, Ticket};
use cartera::repository::store::Store;
use cartera::text::Lang;

const NPS: &str = "Recomendación (NPS)";

fn listed(store: &mut Store, kind: ListKind, search: &str) -> (Vec<i64>, Vec<SurveyFigures>) {
    let query = ListQuery { search: search.to_owned(), ..ListQuery::all(kind) };
    match answers(store, Request::List { ticket: Ticket(1), query }).pop() {
        Some(Reply::Listed { ids, figures, .. }) => (ids.to_vec(), figures),
        other => panic!("{other:?}"),
    }
}

fn surveys(store: &mut Store) -> Vec<SurveyRow> {
    let (ids, _) = listed(store, ListKind::Surveys, "");
    let Rows::Surveys(rows) = rows(store, ListKind::Surveys, ids) else { panic!("other rows") };
    rows
}

fn card(store: &mut Store, client: i64) -> ClientCard {
    match answers(store, Request::Card { ticket: Ticket(1), client: ClientId(client) }).pop() {
        Some(Reply::CardLoaded { card, .. }) => *card,
        other => panic!("{other:?}"),
    }
}

fn one(store: &mut Store, search: &str) -> i64 {
    found(store, ListKind::Clients, search)[0]
}

fn survey(client: i64, name: &str, scale: Scale, sent: Day, answer: Option<(i64, &str)>) -> SurveyDraft {
    SurveyDraft {
        id: None,
        rev: 0,
        client: ClientId(client),
        contact: None,
        survey: None,
        name: name.to_owned(),
        scale,
        interaction: None,
        sent,
        answered: answer.map(|_| sent.plus(2)),
        score: answer.map(|(score, _)| score),
        comment: answer.map(|(_, comment)| comment.to_owned()).unwrap_or_default(),
    }
}

fn nps(client: i64, sent: Day, answer: Option<(i64, &str)>) -> SurveyDraft {
    survey(client, NPS, Scale::RECOMMENDATION, sent, answer)
}

/// Four times the one survey to two clients, and once another.
fn asked() -> Store {
    let mut store = portfolio();
    let (nandu, lodz) = (one(&mut store, "nandu"), one(&mut store, "handel"));
    for draft in [
        nps(lodz, ago(40), Some((9, "Buen trato"))),
        nps(nandu, ago(60), Some((6, "Llega tarde"))),
        nps(nandu, ago(4), None),
        nps(lodz, ago(9), Some((10, ""))),
        survey(nandu, "Entregas", Scale { min: 1, max: 5 }, ago(20), Some((4, ""))),
    ] {
        write(&mut store, Request::SaveSurvey(draft));
    }
    store
}

#[track_caller]
fn refusal(store: &mut Store, draft: SurveyDraft) -> Error {
    match answers(store, Request::SaveSurvey(draft)).pop() {
        Some(Reply::Failed { error, .. }) => error,
        other => panic!("{other:?}"),
    }
}

#[test]
fn those_that_are_out_come_first_and_the_others_from_the_newest() {
    let mut store = asked();
    let told: Vec<_> = surveys(&mut store).into_iter().map(|row| (row.sent, row.score)).collect();
    let expected =
        [(ago(4), None), (ago(9), Some(10)), (ago(20), Some(4)), (ago(40), Some(9)), (ago(60), Some(6))];
    assert_eq!(told, expected);
    // Who was silent for long is no longer waited for.
    let nandu = one(&mut store, "nandu");
    write(&mut store, Request::SaveSurvey(nps(nandu, ago(ANSWERED_WITHIN + 1), None)));
    write(&mut store, Request::SaveSurvey(nps(nandu, ago(ANSWERED_WITHIN), None)));
    let sent: Vec<_> = surveys(&mut store).into_iter().map(|row| row.sent).collect();
    assert_eq!((sent[0], sent[1]), (ago(4), ago(ANSWERED_WITHIN)));
    assert_eq!(sent.last(), Some(&ago(ANSWERED_WITHIN + 1)));
    assert_eq!(listed(&mut store, ListKind::Surveys, "handel TARDE").0.len(), 0);
    assert_eq!(listed(&mut store, ListKind::Surveys, "nandu tarde").0.len(), 1);
    assert_eq!(listed(&mut store, ListKind::Surveys, "entregas").0.len(), 1);
}

#[test]
fn the_scores_of_each_survey_are_averaged() {
    let (_, figures) = listed(&mut asked(), ListKind::Surveys, "");
    let told: Vec<_> = figures.iter().map(|it| (it.name.as_str(), it.sent, it.answered, it.nps())).collect();
    assert_eq!(told, [("Entregas", 1, 1, None), (NPS, 4, 3, Some(33))]);
    assert_eq!(figures.iter().map(SurveyFigures::mean_tenths).collect::<Vec<_>>(), [Some(40), Some(83)]);
    // They are of all clients, whatever the list is narrowed to.
    assert_eq!(listed(&mut asked(), ListKind::Surveys, "entregas").1, figures);
}

#[test]
fn sending_one_is_a_contact_told_once() {
    let mut store = portfolio();
    let lodz = one(&mut store, "handel");
    let before = card(&mut store, lodz);
    let sent = write(&mut store, Request::SaveSurvey(nps(lodz, ago(0), None)));
    let after = card(&mut store, lodz);
    assert_eq!(after.row.last_touch, Some(ago(0)));
    assert_eq!(after.timeline.len(), before.timeline.len() + 1);
    assert!(matches!(&after.timeline[0].what, TimelineEvent::Survey { score: None, .. }));
    assert_eq!(after.timeline[0].who, after.row.owner);
    let (done, _) = listed(&mut store, ListKind::Activity, "encuesta");
    assert_eq!(done.len(), 1);
    // Another day for what was sent is another day for the contact.
    let Some(Reply::Opened { record: Record::Survey(draft), .. }) =
        answers(&mut store, Request::Open(RecordId::Survey(cartera::domain::ids::SurveyAnswerId(sent))))
            .pop()
    else {
        panic!()
    };
    write(&mut store, Request::SaveSurvey(SurveyDraft { sent: ago(3), ..draft }));
    assert_eq!(card(&mut store, lodz).row.last_touch, Some(ago(3)));
    // Without its contact the survey is still told, and the contact without the survey's word is not told twice.
    write(&mut store, Request::Remove(RecordId::Interaction(InteractionId(done[0]))));
    let left = card(&mut store, lodz);
    assert_eq!(left.row.last_touch, before.row.last_touch);
    assert_eq!(left.timeline.len(), before.timeline.len() + 1);
    write(&mut store, Request::Undo);
    write(&mut store, Request::Remove(RecordId::Survey(cartera::domain::ids::SurveyAnswerId(sent))));
    let gone = card(&mut store, lodz);
    assert_eq!((gone.row.last_touch, gone.timeline), (before.row.last_touch, before.timeline));
    assert!(listed(&mut store, ListKind::Activity, "encuesta").0.is_empty());
}

#[test]
fn the_card_knows_the_last_score() {
    let mut store = asked();
    let (nandu, lodz) = (one(&mut store, "nandu"), one(&mut store, "handel"));
    let last = card(&mut store, nandu).last_score.unwrap();
    assert_eq!((last.survey.as_str(), last.score, last.answered), ("Entregas", 4, ago(18)));
    assert_eq!(card(&mut store, lodz).last_score.unwrap().score, 10);
    let surveys = card(&mut store, nandu).timeline.into_iter().filter(|item| {
        matches!(
            item.what,
            TimelineEvent::Survey { .. } | TimelineEvent::Interaction { kind: InteractionKind::Survey, .. }
        )
    });
    assert_eq!(surveys.count(), 3);
}

#[test]
fn what_makes_no_sense_is_refused_in_words() {
    let mut store = asked();
    let nandu = one(&mut store, "nandu");
    let refused = |store: &mut Store, draft, wanted: &str| {
        let error = refusal(store, draft);
        assert!(matches!(error, Error::Refused { field } if field == wanted), "{wanted}: {error:?}");
    };
    refused(&mut store, nps(nandu, ago(5), Some((11, ""))), "score");
    refused(&mut store, nps(nandu, ago(5), Some((-1, ""))), "score");
    let early = SurveyDraft { answered: Some(ago(6)), ..nps(nandu, ago(5), Some((7, ""))) };
    refused(&mut store, early, "answered_on");
    let dayless = SurveyDraft { answered: None, ..nps(nandu, ago(5), Some((7, ""))) };
    refused(&mut store, dayless, "answered_on");
    for scale in [Scale { min: 5, max: 5 }, Scale { min: 5, max: 1 }] {
        refused(&mut store, survey(nandu, "Otra", scale, ago(5), None), "scale");
    }
    refused(&mut store, survey(nandu, " ", Scale::RECOMMENDATION, ago(5), None), "survey");
    // One name is one survey, however it is written, and has one scale.
    let other = survey(nandu, "ENTREGAS", Scale::RECOMMENDATION, ago(5), None);
    assert!(matches!(refusal(&mut store, other), Error::Taken { field: "survey", by } if by == "Entregas"));
    write(&mut store, Request::SaveSurvey(nps(nandu, ago(5), None)));
    assert_eq!(listed(&mut store, ListKind::Surveys, "").1.len(), 2);
    write(&mut store, Request::Remove(RecordId::Client(ClientId(nandu))));
    assert!(matches!(refusal(&mut store, nps(nandu, ago(5), None)), Error::Archived { .. }));
    write(&mut store, Request::SaveSurvey(nps(nandu, ago(5), Some((3, "")))));
}

#[test]
fn the_first_survey_is_there_to_be_sent_and_undone_in_one() {
    let mut app = App::over(portfolio(), Lang::Es, 80, 24);
    app.keys("6666").assert_shows("Todavía no se ha enviado ninguna encuesta");
    app.keys("nhandel<enter><enter>").assert_shows(NPS);
    app.keys("<enter><enter>").assert_shows("Encuesta enviada: Łódź Handel · Recomendación (NPS)");
    app.assert_shows("pendiente").assert_shows("Encuestas  1  0 de 1 respondidas (0 %)");
    app.keys("u").assert_shows("Todavía no se ha enviado ninguna encuesta");
    let mut store = app.crash();
    assert!(listed(&mut store, ListKind::Surveys, "").1.is_empty());
    assert!(listed(&mut store, ListKind::Activity, "encuesta").0.is_empty());
}

#[test]
fn an_answer_keeps_to_the_scale_and_to_the_days() {
    let mut app = App::over(asked(), Lang::Es, 80, 24);
    app.keys("6666d11<tab>").assert_shows("11").assert_shows("entre 0 y 10");
    app.keys("<shift-tab><ctrl-u>9<tab>Perfecto<tab>").assert_shows("24/11/2026");
    app.keys("1/11/2026<ctrl-s>").assert_shows("Se envió el 20/11/2026: la respuesta no puede ser anterior");
    app.keys("<ctrl-u>hoy<enter>").assert_shows("Encuesta guardada").assert_shows("9/10");
    app.keys("g").assert_shows("Perfecto");
    app.keys("u").assert_shows("pendiente");
    app.keys("eX").assert_shows("Puntuación");
    app.keys("<esc>s").assert_hides("Puntuación  ");
    app.keys("X").assert_shows("¿Borrar el envío");
    app.keys("s").assert_shows("Encuesta borrada");
}

#[test]
fn another_survey_is_made_by_its_name_with_its_scale() {
    let mut app = App::over(asked(), Lang::Es, 80, 24);
    app.keys("6666nhandel<enter><enter>").assert_hides("Escala");
    app.keys("Catálogo nuevo<down>").assert_shows("encuesta nueva");
    app.keys("<enter>").assert_shows("Escala desde");
    app.keys("5<tab>3<tab><ctrl-s>").assert_shows("La escala empieza en 5");
    app.keys("7<ctrl-s>").assert_shows("Encuesta enviada: Łódź Handel · Catálogo nuevo");
    let (_, figures) = listed(&mut app.crash(), ListKind::Surveys, "");
    assert_eq!((figures[0].name.as_str(), figures[0].scale), ("Catálogo nuevo", Scale { min: 5, max: 7 }));
}

#[test]
fn one_key_tells_what_all_of_them_say() {
    let mut app = App::over(asked(), Lang::Es, 80, 24);
    app.keys("6666").assert_shows("Encuestas  5  a: medias y NPS");
    app.keys("a").assert_shows("3 de 4 respondidas (75 %) · media 8,3 (de 0 a 10) · NPS 33");
    app.assert_shows("1 de 1 respondidas (100 %) · media 4,0 (de 1 a 5)");
    insta::assert_snapshot!("surveys_figures", app.screen());
    app.keys("<esc>2a").assert_shows("Eso se ve en Encuestas");
}

#[test]
fn the_shell_lists_them_in_both_languages() {
    let shell = Shell::new("es");
    let mut store = Store::open(&shell.database(), session()).unwrap();
    let lopez = one(&mut store, "hermanos");
    write(&mut store, Request::SaveSurvey(nps(lopez, ago(8), Some((9, "Buen trato")))));
    write(&mut store, Request::SaveSurvey(nps(lopez, ago(2), None)));
    drop(store);
    let table = shell.run(&["list", "encuestas"]).out;
    assert!(table.contains(NPS) && table.contains("Buen trato") && table.contains("Puntuación"), "{table}");
    let listed = shell.done(&["list", "surveys", "--json"]).json();
    let told: Vec<_> = listed.iter().map(|it| (it["sent"].as_str(), it["score"].as_i64())).collect();
    assert_eq!(told, [(Some("2026-11-22"), None), (Some("2026-11-16"), Some(9))]);
    assert_eq!((&listed[1]["scale_max"], &listed[1]["answered"]), (&10.into(), &"2026-11-18".into()));
    let card = &shell.done(&["show", "C1", "--json"]).out;
    assert!(card.contains("\"what\": \"survey\"") || card.contains("\"what\":\"survey\""), "{card}");
}

#[test]
fn the_list_and_the_form_in_both_languages() {
    for lang in Lang::ALL {
        for (name, width, height) in [("small", 40, 10), ("usual", 80, 24), ("wide", 120, 40)] {
            let mut app = App::over(asked(), lang, width, height);
            app.keys("6666");
            insta::assert_snapshot!(format!("surveys_{name}_{}", lang.code()), app.screen());
        }
    }
    let mut app = App::over(asked(), Lang::Es, 80, 24);
    app.keys("6666d");
    insta::assert_snapshot!("survey_form", app.screen());
    app.keys("<esc><enter>");
    insta::assert_snapshot!("survey_card", app.screen());
}
