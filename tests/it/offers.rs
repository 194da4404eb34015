//! Offers on the screen, in the list and in the storage: made, answered, bought, and taken away.

use crate::support::lists::{found, listed, rows};
use crate::support::{App, ago, answers, portfolio, write};
use cartera::domain::day::Day;
use cartera::domain::ids::{ClientId, ProductId};
use cartera::domain::kinds::OfferAnswer;
use cartera::domain::list::{ListKind, ListQuery};
use cartera::domain::offer::{BOUGHT_WITHIN, OfferDraft, OfferRow};
use cartera::repository::error::Error;
use cartera::repository::request::{Reply, Request, Rows};
use cartera::repository::store::Store;
use cartera::text::Lang;

const SIZES: [(&str, u16, u16); 3] = [("small", 40, 10), ("usual", 80, 24), ("wide", 120, 40)];

fn offers(store: &mut Store, closed: bool) -> Vec<OfferRow> {
    let ids = listed(store, ListQuery { closed, ..ListQuery::all(ListKind::Offers) });
    let Rows::Offers(rows) = rows(store, ListKind::Offers, ids) else { panic!("other rows") };
    rows
}

fn offer(client: i64, product: i64, day: Day, answer: OfferAnswer, reason: &str) -> OfferDraft {
    OfferDraft {
        id: None,
        rev: 0,
        client: ClientId(client),
        product: ProductId(product),
        salesperson: None,
        interaction: None,
        day,
        answer,
        answered: (answer != OfferAnswer::Pending).then_some(day),
        reason: reason.to_owned(),
    }
}

/// Łódź and Ñandú with four offers; Ñandú bought drills 12 days ago.
fn offered() -> Store {
    let mut store = portfolio();
    let one = |store: &mut Store, kind, search| found(store, kind, search)[0];
    let (nandu, lodz) =
        (one(&mut store, ListKind::Clients, "nandu"), one(&mut store, ListKind::Clients, "handel"));
    let (drill, bit) =
        (one(&mut store, ListKind::Products, "taladro"), one(&mut store, ListKind::Products, "broca"));
    for draft in [
        offer(lodz, bit, ago(3), OfferAnswer::Pending, ""),
        offer(nandu, drill, ago(20), OfferAnswer::Pending, ""),
        offer(lodz, drill, ago(60), OfferAnswer::Rejected, "Ya tiene proveedor"),
        offer(nandu, bit, ago(5), OfferAnswer::Interested, "Lo piensa"),
    ] {
        write(&mut store, Request::SaveOffer(draft));
    }
    store
}

#[test]
fn those_that_wait_come_first_and_the_answered_ones_when_asked_for() {
    let mut store = offered();
    let open: Vec<_> = offers(&mut store, false).into_iter().map(|row| (row.answer, row.waiting)).collect();
    let expected = [
        (OfferAnswer::Pending, Some(20)),
        (OfferAnswer::Pending, Some(3)),
        (OfferAnswer::Interested, Some(5)),
    ];
    assert_eq!(open, expected);
    let all = offers(&mut store, true);
    assert_eq!((all.len(), all[3].answer, all[3].waiting), (4, OfferAnswer::Rejected, None));
    assert_eq!(
        listed(
            &mut store,
            ListQuery { search: "handel broca".into(), closed: true, ..ListQuery::all(ListKind::Offers) }
        )
        .len(),
        1
    );
    assert_eq!(
        listed(
            &mut store,
            ListQuery { search: "PROVEEDOR".into(), closed: true, ..ListQuery::all(ListKind::Offers) }
        )
        .len(),
        1
    );
}

#[test]
fn a_sale_of_what_was_offered_marks_the_offer_and_changes_nothing() {
    let mut store = offered();
    let bought: Vec<_> = offers(&mut store, true).into_iter().map(|row| row.bought_since).collect();
    assert_eq!(bought, [Some(ago(12)), None, None, None]);
    // The same sale says nothing of an offer made after it, nor of one made too long before.
    let (nandu, drill) = (offers(&mut store, true)[0].client, offers(&mut store, true)[0].product);
    for days in [11, 12 + BOUGHT_WITHIN + 1] {
        write(&mut store, Request::SaveOffer(offer(nandu.0, drill.0, ago(days), OfferAnswer::Pending, "")));
    }
    let of_drill = offers(&mut store, false).into_iter().filter(|row| row.product == drill);
    let bought: Vec<_> = of_drill.map(|row| (row.waiting, row.bought_since)).collect();
    let late = 12 + BOUGHT_WITHIN + 1;
    assert_eq!(bought, [(Some(late), None), (Some(20), Some(ago(12))), (Some(11), None)]);
}

#[test]
fn what_makes_no_sense_is_refused_in_words() {
    let mut store = offered();
    let row = offers(&mut store, false)[0].clone();
    let refusal = |store: &mut Store, draft| match answers(store, Request::SaveOffer(draft)).pop() {
        Some(Reply::Failed { error, .. }) => error,
        other => panic!("{other:?}"),
    };
    let mut early = offer(row.client.0, row.product.0, ago(1), OfferAnswer::Rejected, "");
    early.answered = Some(ago(2));
    assert!(matches!(refusal(&mut store, early), Error::Refused { field: "answered_on" }));
    let mut app = App::over(store, Lang::Es, 80, 24);
    app.keys("7/taladro<enter>e<tab><tab><tab><tab><tab><tab>n<ctrl-s>");
    let mut store = app.crash();
    let pending = offer(row.client.0, row.product.0, ago(1), OfferAnswer::Pending, "");
    assert!(
        matches!(refusal(&mut store, pending.clone()), Error::Inactive { name } if name == "Taladro 20V")
    );
    let past = OfferDraft { answer: OfferAnswer::Rejected, answered: Some(ago(1)), ..pending };
    write(&mut store, Request::SaveOffer(past));
    let bit = offers(&mut store, false)[1].product;
    write(&mut store, Request::Remove(cartera::repository::request::RecordId::Client(row.client)));
    let archived = offer(row.client.0, bit.0, ago(1), OfferAnswer::Pending, "");
    assert!(matches!(refusal(&mut store, archived), Error::Archived { .. }));
    assert!(offers(&mut store, false).iter().all(|open| open.client != row.client));
}

#[test]
fn a_product_is_offered_in_a_few_keys_and_again_with_a_word() {
    let mut app = App::over(portfolio(), Lang::Es, 80, 24);
    app.keys("2/lop<enter>ptal<enter><enter>")
        .assert_shows("Oferta anotada: López Hermanos, S.A. · Taladro 20V");
    app.keys("ptal<enter><enter>").assert_shows("ya se ofreció el");
    app.keys("<enter>").assert_shows("Taladro 20V (pendiente, hoy)");
    app.keys("666").assert_shows("Ofertas  2");
    app.keys("X").assert_shows("¿Borrar la oferta «Taladro 20V");
    app.keys("s").assert_shows("Oferta borrada").assert_shows("Ofertas  1");
    app.keys("u").assert_shows("Ofertas  2");
}

#[test]
fn an_answer_takes_its_reason_from_those_that_were_given() {
    let mut app = App::over(offered(), Lang::Es, 80, 24);
    app.keys("666<down>d").assert_shows("Respuesta");
    app.keys("r<enter>").assert_shows("Ya tiene proveedor");
    app.keys("<down><enter>").assert_shows("24/11/2026");
    app.keys("<enter>").assert_shows("Oferta guardada: Łódź Handel · Broca 6 mm").assert_shows("Ofertas  2");
    // Any other reason will do, and none too.
    app.keys("dr<enter><ctrl-u>Muy caro<ctrl-s>").assert_shows("Ofertas  1");
    app.keys("dr<ctrl-s>").assert_shows("Ninguna oferta espera respuesta");
    let mut store = app.crash();
    let reasons: Vec<_> = offers(&mut store, true).into_iter().map(|row| (row.answer, row.reason)).collect();
    assert!(reasons.iter().all(|(answer, _)| *answer == OfferAnswer::Rejected));
    let mut reasons: Vec<_> = reasons.into_iter().map(|(_, reason)| reason).collect();
    reasons.sort();
    assert_eq!(reasons, ["", "Muy caro", "Ya tiene proveedor", "Ya tiene proveedor"]);
}

#[test]
fn the_faces_of_a_digit_stay_with_the_client() {
    let mut app = App::over(offered(), Lang::Es, 80, 24);
    app.keys("2/handel<enter><enter>6").assert_shows("Łódź Handel");
    app.keys("66").assert_shows("Ofertas  1").assert_shows("Broca 6 mm");
    app.keys("<esc>").assert_shows("cliente · Łódź");
}

#[test]
fn what_was_bought_is_proposed_as_the_answer() {
    let mut app = App::over(offered(), Lang::En, 80, 24);
    app.keys("666").assert_shows("bought?");
    app.keys("d").assert_shows("11/12/2026");
    app.keys("<ctrl-s>").assert_shows("Offer saved").assert_shows("Offers  2");
    app.keys("d<tab><esc>").assert_shows("Offers  2");
}

#[test]
fn the_day_of_an_answer_is_not_before_the_offer() {
    let mut app = App::over(offered(), Lang::Es, 80, 24);
    app.keys("666<down>dr<tab><tab>1/11/2026<ctrl-s>");
    app.assert_shows("Se ofreció el 21/11/2026: la respuesta no puede ser");
}

#[test]
fn a_sale_of_an_offer_begins_with_its_product() {
    let mut app = App::over(offered(), Lang::Es, 80, 24);
    app.keys("666<down>$").assert_shows("1 \"Broca 6 mm\"");
    app.keys("<enter>").assert_shows("Venta añadida: Łódź Handel");
    app.assert_shows("¿comprada?");
}

#[test]
fn the_footer_says_that_an_offer_is_answered_and_sold_here() {
    let mut app = App::over(offered(), Lang::En, 80, 24);
    app.keys("666").assert_shows("d answer").assert_shows("p offer").assert_shows("$ sale");
}

#[test]
fn the_list_of_offers_at_every_size() {
    for lang in Lang::ALL {
        for (name, width, height) in SIZES {
            let mut app = App::over(offered(), lang, width, height);
            app.keys("666");
            insta::assert_snapshot!(format!("offers_{name}_{}", lang.code()), app.screen());
        }
    }
    let mut app = App::over(offered(), Lang::Es, 80, 24);
    app.keys("666z");
    insta::assert_snapshot!("offers_answered", app.screen());
    app.keys("<down>d");
    insta::assert_snapshot!("offer_form", app.screen());
}
