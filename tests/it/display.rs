//! Text from the data never steers the terminal: hostile strings in every field, through every screen.

use super::support::{App, ago, store, write};
use cartera::domain::client::{ClientDraft, PotentialEstimate};
use cartera::domain::contact::ContactDraft;
use cartera::domain::custom::{CustomFieldDraft, CustomValue, CustomValues};
use cartera::domain::follow_up::FollowUpDraft;
use cartera::domain::ids::{ClientId, ContactId, CustomFieldId, ProductId, SalespersonId};
use cartera::domain::interaction::{InteractionDraft, LogDraft};
use cartera::domain::kinds::*;
use cartera::domain::mail::MailTemplateDraft;
use cartera::domain::product::ProductDraft;
use cartera::domain::sale::{RATE_ONE, SaleDraft, SaleLine};
use cartera::domain::salesperson::SalespersonDraft;
use cartera::repository::request::Request;
use cartera::repository::store::Store;
use cartera::text::Lang;

/// Sequences that clear the screen, set the title or clipboard, answer back, or turn text around.
const HOSTILE: &[&str] = &[
    "A\u{1b}[2J\u{1b}[HB",
    "A\u{1b}]0;owned\u{7}B",
    "A\u{1b}]52;c;ZXZpbA==\u{1b}\\B",
    "A\u{9b}31mB",
    "A\u{90}q\u{9c}B",
    "good\rEVIL\u{8}\u{8}",
    "A\u{202e}gnp.exe\u{202c}",
    "A\u{2066}B\u{2069}\u{200f}",
    "A\u{200b}\u{feff}\u{2060}B",
    "A\u{2028}B\u{2029}C",
    "A\u{e0041}\u{e0042}B",
    "\u{301}\u{301}A\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}",
    "A\u{fff9}B\u{fffb}\u{e000}",
    "line one\nline two\tafter",
];

/// May this scalar stand on a screen? Written apart from the program's own rule, after the kinds that do harm.
fn harmless(scalar: char) -> bool {
    !(scalar.is_control()
        || matches!(scalar,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200c}' | '\u{200e}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e000}'..='\u{f8ff}' | '\u{e0000}'..='\u{e0fff}' | '\u{f0000}'..='\u{10ffff}'))
}

/// A portfolio with the text in every field that holds text.
#[expect(clippy::too_many_lines, reason = "one row of each kind, all its fields named")]
fn portfolio(text: &str) -> Store {
    let mut store = store();
    let text = || text.to_owned();
    let owner = write(
        &mut store,
        Request::SaveSalesperson(SalespersonDraft {
            id: None,
            rev: 0,
            code: text(),
            name: text(),
            email: text(),
            role: SalespersonRole::Seller,
            reports_to: None,
            stars_from: 0,
            stars_to: 5,
            touches_per_week: None,
            active: true,
        }),
    );
    let own = CustomFieldId(write(
        &mut store,
        Request::SaveCustomField(CustomFieldDraft {
            id: None,
            rev: 0,
            entity: CustomEntity::Client,
            label: format!("x{}", text()),
            kind: CustomKind::Text,
            choices: Vec::new(),
        }),
    ));
    let client = ClientId(write(
        &mut store,
        Request::SaveClient(Box::new(ClientDraft {
            id: None,
            rev: 0,
            code: text(),
            name: text(),
            tax_id: text(),
            phone: text(),
            email: text(),
            website: text(),
            address: text(),
            city: text(),
            region: text(),
            postcode: text(),
            country: text(),
            sector: text(),
            source: text(),
            owner: Some(SalespersonId(owner)),
            stage: Stage::Client,
            tags: vec![text()],
            potential: Some(PotentialEstimate { minor: 100_000, on: ago(3), source: text() }),
            visit_every: None,
            touch_every: None,
            do_not_contact: false,
            they_call: None,
            notes: text(),
            custom: CustomValues::from([(own, Some(CustomValue::Text(text())))]),
        })),
    ));
    let contact = write(
        &mut store,
        Request::SaveContact(ContactDraft {
            id: None,
            rev: 0,
            client,
            name: text(),
            job_title: text(),
            role: ContactRole::Purchasing,
            main: true,
            phone: text(),
            email: format!("{}@x.es", text()),
            language: "es".to_owned(),
            consent: Consent::Given,
            left_on: None,
            notes: text(),
        }),
    );
    write(
        &mut store,
        Request::SaveMailTemplate(MailTemplateDraft {
            name: text(),
            language: "es".to_owned(),
            subject: text(),
            body: text(),
            ..MailTemplateDraft::default()
        }),
    );
    let product = write(
        &mut store,
        Request::SaveProduct(ProductDraft {
            sku: text(),
            name: text(),
            family: text(),
            unit: text(),
            price_micros: Some(5_000_000),
            active: true,
            ..ProductDraft::default()
        }),
    );
    let line = |product, description: String| SaleLine {
        product,
        description,
        quantity_milli: 2_000,
        price_micros: 5_000_000,
        discount_bp: 0,
    };
    write(
        &mut store,
        Request::SaveSale(SaleDraft {
            id: None,
            rev: 0,
            client,
            contact: Some(ContactId(contact)),
            salesperson: None,
            day: ago(5),
            number: text(),
            kind: SaleKind::Sale,
            currency: "EUR".to_owned(),
            rate_nanos: RATE_ONE,
            lines: vec![line(Some(ProductId(product)), text()), line(None, text())],
            notes: text(),
        }),
    );
    write(
        &mut store,
        Request::Log(Box::new(LogDraft {
            interaction: InteractionDraft {
                id: None,
                rev: 0,
                client,
                contact: Some(ContactId(contact)),
                salesperson: None,
                kind: InteractionKind::Visit,
                direction: Direction::Out,
                day: ago(1),
                minutes: Some(20),
                outcome: Some(Outcome::Good),
                text: text(),
            },
            follow_up: Some(FollowUpDraft {
                id: None,
                rev: 0,
                client,
                contact: None,
                salesperson: None,
                due: ago(-4),
                kind: FollowUpKind::Call,
                title: text(),
                recurrence: None,
            }),
            offers: Vec::new(),
            they_call: None,
            tags: vec![text()],
            done: None,
            put_off: None,
        })),
    );
    store
}

#[test]
fn no_field_of_the_data_steers_the_terminal() {
    // Each list, card, form, log line, question, explanation and status line.
    let screens = [
        "2",
        "3",
        "4",
        "5",
        "7",
        "7<enter>",
        "7<enter>i",
        "r",
        "2<enter>",
        "2<enter>GGG",
        "2e",
        "3e",
        "4e",
        "5e",
        "7e",
        "re",
        "2v",
        "2X",
        "4X",
        "2*",
        "2i",
        "2iGG",
        "2v<enter>",
        "2v<enter>u",
        "5d",
        "5b",
        "2/A",
        "2s",
        "2$",
        "3K",
        "3K<down><down><enter>",
        "3K<down><down><enter>e",
        "3K<down><down><enter>X",
    ];
    for text in HOSTILE {
        for (width, height) in [(120, 40), (40, 10)] {
            for keys in screens {
                let mut app = App::over(portfolio(text), Lang::Es, width, height);
                app.keys(keys);
                for cell in app.buffer().content {
                    let bad = cell.symbol().chars().find(|scalar| !harmless(*scalar));
                    assert_eq!(bad, None, "{text:?} after {keys} at {width}x{height}: {:?}", cell.symbol());
                }
            }
        }
    }
}

#[test]
fn the_test_would_see_what_is_not_made_safe() {
    for text in HOSTILE {
        let marks = text.chars().filter(|scalar| ('\u{300}'..'\u{370}').contains(scalar)).count();
        assert!(text.chars().any(|scalar| !harmless(scalar)) || marks > 4, "{text:?} is harmless");
    }
}

#[test]
fn a_paste_is_text_and_never_a_command() {
    let mut app = App::over(portfolio("López"), Lang::Es, 80, 24);
    app.keys("2v").paste("uno\u{1b}[201~\rq\u{1b}[2J dos");
    for cell in app.buffer().content {
        assert!(cell.symbol().chars().all(harmless), "{:?}", cell.symbol());
    }
    app.assert_shows("dos");
}
