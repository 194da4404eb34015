//! What a line is said to mean is what is stored, through the real storage and in both languages.

use crate::support::{answers, portfolio, product, today, write};
use cartera::domain::card::{ClientCard, TimelineEvent};
use cartera::domain::day::Day;
use cartera::domain::ids::ClientId;
use cartera::domain::kinds::{Direction, InteractionKind};
use cartera::entry::{self, Place, QuickEntry, Reading, Said, What};
use cartera::quicklog;
use cartera::repository::error::Error;
use cartera::repository::request::{RecordId, Reply, Request, Ticket};
use cartera::repository::store::Store;
use cartera::text::{Lang, Locale, numbers};
use proptest::prelude::*;

const LOPEZ: ClientId = ClientId(3);

fn place(lang: Lang) -> Place {
    Place { today: today(), locale: Locale::of(lang), currency: cartera::domain::currency::Currency::EUR }
}

/// The line with its names found, and the storage that it is to be written to.
fn read(line: &str, what: What, place: &Place, store: &mut Store) -> Reading {
    let mut entry = QuickEntry::settled(what, (LOPEZ, "López".to_owned()));
    while let Some(request) = entry.wanted(line, place, || Ticket(7)) {
        match answers(store, request).pop() {
            Some(Reply::LookedUp { candidates, .. }) => assert!(entry.take(Ticket(7), &candidates)),
            other => panic!("{other:?}"),
        }
    }
    entry.read(line, place)
}

fn card(store: &mut Store) -> Box<ClientCard> {
    match answers(store, Request::Card { ticket: Ticket(1), client: LOPEZ }).pop() {
        Some(Reply::CardLoaded { card, .. }) => card,
        other => panic!("{other:?}"),
    }
}

fn word() -> impl Strategy<Value = &'static str> {
    proptest::sample::select(vec![
        "ayer",
        "30m",
        "1h30",
        "nc",
        "entrante",
        "con:carmen",
        "with:íñigo",
        "of:taladro",
        "offer:B-6",
        "tag:feria",
        "tag:vip",
        "res:bien",
        "res:bad",
        "seg:+15d",
        "next:\"monday call Ana\"",
        "el:12/3",
        "hola",
        "Pide",
        "precio",
        "xxx:y",
        "👩‍👩‍👧",
        "שלום",
        "nota:",
        "«",
        "\"x\"",
    ])
}

fn sold() -> impl Strategy<Value = String> {
    let quantity =
        prop_oneof![Just(String::new()), (1..400_i64).prop_map(|n| n.to_string()), Just("2,5".to_owned())];
    let price = prop_oneof![
        Just(String::new()),
        (0..90_000_i64).prop_map(|cents| format!("{},{:02}", cents / 100, cents % 100))
    ];
    let discount =
        prop_oneof![3 => Just(String::new()), 1 => (0..100_i64).prop_map(|percent| format!("-{percent}%"))];
    let name = proptest::sample::select(vec!["taladro", "broca", "B-6", "\"Taladro 20V\"", "a + b"]);
    (quantity, name, price, discount).prop_map(|(quantity, name, price, discount)| {
        [quantity.as_str(), name, price.as_str(), discount.as_str()].join(" ")
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_the_chips_say_is_what_is_stored(words in proptest::collection::vec(word(), 0..9), english in any::<bool>()) {
        let place = place(if english { Lang::En } else { Lang::Es });
        let line = words.join(" ");
        let mut store = portfolio();
        let before = card(&mut store);
        let reading = read(&line, What::Done(InteractionKind::Call), &place, &mut store);
        prop_assert!(reading.doubts.is_empty() && !reading.awaits, "{:?}", reading.doubts);
        let Said::Done { entry: said, contact, offers } = &reading.said else { panic!("a sale") };
        // Every word is in a part or in the text.
        let told = entry::meaning(&reading, &place);
        prop_assert!(!told.contains('⟦'));
        write(&mut store, reading.request(&place).unwrap());
        let after = card(&mut store);
        let new = |is: fn(&TimelineEvent) -> bool| {
            let count = |card: &ClientCard| card.timeline.iter().filter(|item| is(&item.what)).count();
            count(&after) - count(&before)
        };
        prop_assert_eq!(new(|it| matches!(it, TimelineEvent::Interaction { .. })), 1);
        prop_assert_eq!(new(|it| matches!(it, TimelineEvent::Offer { .. })), offers.len());
        let stored = after.timeline.iter().find(|item| {
            matches!(item.what, TimelineEvent::Interaction { .. }) && !before.timeline.contains(item)
        });
        let Some(item) = stored else { panic!("nothing new: {line}") };
        let TimelineEvent::Interaction { kind, direction, minutes, outcome, text, .. } = &item.what else { panic!() };
        prop_assert_eq!((*kind, item.day), (InteractionKind::Call, Day::from(said.day)));
        prop_assert_eq!((*minutes, *outcome, text), (said.minutes, said.outcome, &said.text));
        prop_assert_eq!(*direction == Direction::In, said.direction == Direction::In);
        prop_assert_eq!(&item.contact, &contact.as_ref().map(|(_, name)| name.clone()).unwrap_or_default());
        prop_assert_eq!(&after.file.tags.len(), &(before.file.tags.len() + said.tags.len()));
        let next: Vec<_> = after.open_follow_ups.iter().filter(|it| !before.open_follow_ups.contains(it)).collect();
        prop_assert_eq!(next.len(), usize::from(said.follow_up.is_some()));
        if let (Some(next), Some(said)) = (next.first(), &said.follow_up) {
            prop_assert_eq!(next.due, Day::from(said.due));
        }
        // One undo takes all of it back.
        write(&mut store, Request::Undo);
        let mut undone = card(&mut store);
        // A form that was opened in between notices.
        undone.file.rev = before.file.rev;
        prop_assert_eq!(undone, before);
    }

    #[test]
    fn the_total_that_is_told_is_the_total_that_is_stored(
        lines in proptest::collection::vec(sold(), 1..4), back in any::<bool>(), english in any::<bool>(),
    ) {
        let place = place(if english { Lang::En } else { Lang::Es });
        let mut store = portfolio();
        write(&mut store, Request::SaveProduct(product("AB", "A + B", 3_333_333)));
        let line = format!("{}{}", if back { "devolución " } else { "" }, lines.join(" + "));
        let reading = read(&line, What::Sale, &place, &mut store);
        prop_assert!(reading.doubts.is_empty(), "{line}: {:?}", reading.doubts);
        let Ok(request) = reading.request(&place) else {
            // A number with more decimals than the place writes so is a problem, not a sale.
            prop_assert!(!reading.problems.is_empty(), "{line}");
            return Ok(());
        };
        let before = card(&mut store);
        write(&mut store, request);
        let after = card(&mut store);
        let new = after.timeline.iter().find(|item| !before.timeline.contains(item));
        let Some(TimelineEvent::Sale { base_minor, .. }) = new.map(|item| &item.what) else { panic!("no sale: {line}") };
        let total = numbers::money(*base_minor, place.currency, &place.locale);
        let told = entry::meaning(&reading, &place);
        prop_assert!(told.contains(&format!("total {total}")), "{told}: {total}");
    }

    #[test]
    fn no_text_whatever_breaks_it(line in any::<String>(), sale in any::<bool>()) {
        let place = place(Lang::Es);
        let what = if sale { What::Sale } else { What::Done(InteractionKind::Visit) };
        let mut entry = QuickEntry::new(what, None);
        let mut store = crate::support::store();
        while let Some(request) = entry.wanted(&line, &place, || Ticket(7)) {
            if let Some(Reply::LookedUp { candidates, .. }) = answers(&mut store, request).pop() {
                entry.take(Ticket(7), &candidates);
            }
        }
        let reading = entry.read(&line, &place);
        for span in &reading.chips {
            prop_assert!(line.get(span.clone()).is_some());
        }
        for doubt in &reading.doubts {
            prop_assert!(line.get(doubt.span.clone()).is_some());
            entry::refused(&entry::Refusal::Doubt(doubt.clone()), &place);
        }
        entry::meaning(&reading, &place);
        let _refused = reading.request(&place).is_err();
    }
}

#[test]
fn a_line_is_stored_to_the_last_letter_that_there_is_room_for() {
    let place = place(Lang::Es);
    let mut store = portfolio();
    for (length, fits) in [(100_000, true), (100_001, false)] {
        let reading = read(&"ñ".repeat(length), What::Done(InteractionKind::Visit), &place, &mut store);
        let request = reading.request(&place);
        assert_eq!(request.is_ok(), fits);
        if let Ok(request) = request {
            write(&mut store, request);
        }
    }
}

#[test]
fn every_letter_of_a_kind_means_it() {
    for (word, what) in [
        ("v", What::Done(InteractionKind::Visit)),
        ("llamada", What::Done(InteractionKind::Call)),
        ("$", What::Sale),
        ("venta", What::Sale),
        ("Sale", What::Sale),
    ] {
        assert_eq!(What::from_word(word), Some(what), "{word}");
    }
    assert_eq!(What::from_word("x"), None);
    assert_eq!(quicklog::kind("sale"), None);
}

#[test]
fn for_a_client_archived_meanwhile_what_was_done_is_logged_but_nothing_is_offered() {
    let place = place(Lang::Es);
    let mut store = portfolio();
    let visit = What::Done(InteractionKind::Visit);
    let [offering, telling] =
        ["of:taladro x", "x"].map(|line| read(line, visit, &place, &mut store).request(&place).unwrap());
    answers(&mut store, Request::Remove(RecordId::Client(LOPEZ)));
    let before = store.dump().unwrap();
    let reply = answers(&mut store, offering).pop();
    assert!(matches!(reply, Some(Reply::Failed { error: Error::Archived { .. }, .. })), "{reply:?}");
    assert_eq!(store.dump().unwrap(), before, "refused as a whole");
    write(&mut store, telling);
}
