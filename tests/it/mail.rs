//! Emails from templates: whom they may go to, what they say, and that they are logged only once they are sent.

use std::os::unix::fs::PermissionsExt as _;

use cartera::domain::client::ClientDraft;
use cartera::domain::contact::ContactDraft;
use cartera::domain::ids::{ClientId, SalespersonId};
use cartera::domain::kinds::{Consent, ContactRole, SalespersonRole};
use cartera::domain::mail::MailTemplateDraft;
use cartera::domain::salesperson::SalespersonDraft;
use cartera::repository::request::Request;
use cartera::text::Lang;
use cartera::tui::outside::Mailed;
use cartera::tui::{Effect, Msg};

use crate::repository::session;
use crate::support::pty::{Start, folder};
use crate::support::{self, App, write};
use cartera::repository::store::Store;

fn contact(name: &str, email: &str) -> ContactDraft {
    ContactDraft {
        id: None,
        rev: 0,
        client: ClientId(1),
        name: name.into(),
        job_title: String::new(),
        role: ContactRole::Other,
        main: false,
        phone: String::new(),
        email: email.into(),
        language: String::new(),
        consent: Consent::Unknown,
        left_on: None,
        notes: String::new(),
    }
}

fn fill(store: &mut Store, client: ClientDraft, contacts: Vec<ContactDraft>) {
    write(store, Request::SaveClient(Box::new(ClientDraft { name: "Ñandú & Co".into(), ..client })));
    for contact in contacts {
        write(store, Request::SaveContact(contact));
    }
}

fn app(client: ClientDraft, contacts: Vec<ContactDraft>) -> App {
    let mut store = support::store();
    fill(&mut store, client, contacts);
    App::over(store, Lang::En, 100, 30)
}

fn ana() -> App {
    app(ClientDraft::default(), vec![contact("Ana Ruiz", "ana@x.pe")])
}

/// The URLs that the mail program was to open.
fn urls(app: &App) -> Vec<String> {
    let url = |effect: &Effect| match effect {
        Effect::OpenMail(url) => Some(url.clone()),
        _ => None,
    };
    app.effects.iter().filter_map(url).collect()
}

fn copied(app: &App) -> Vec<&str> {
    let texts = app.effects.iter().filter_map(|effect| match effect {
        Effect::Copy(text) => Some(text.as_str()),
        _ => None,
    });
    texts.collect()
}

fn mailed(app: &mut App, how: Mailed) -> &mut App {
    let url = urls(app).pop().unwrap();
    app.happened(Msg::Mailed { url, how })
}

/// To the contact of the row; its email is the first line of the menu.
const WRITE: &str = "3K<down><enter>";

#[test]
fn an_email_is_logged_only_when_it_is_said_to_be_sent() {
    let mut app = ana();
    app.keys(WRITE).assert_shows("Email to Ana Ruiz, in English").assert_shows("First contact");
    app.keys("<enter>");
    let url = urls(&app).pop().unwrap();
    assert!(
        url.starts_with("mailto:ana@x.pe?subject=Introducing%20ourselves%20to%20%C3%91and%C3%BA%20%26%20Co&body=Hello%20Ana%20Ruiz%2C%0D%0A"),
        "{url}"
    );
    mailed(&mut app, Mailed::Started).assert_shows("it is logged.");
    app.keys("n").assert_shows("Nothing was logged");
    app.keys("6").assert_hides("Introducing");

    app.keys(WRITE).keys("<enter>");
    mailed(&mut app, Mailed::Started).keys("y").assert_shows("undo");
    app.keys("6").assert_shows("Introducing ourselves to Ñandú & Co").assert_shows("Ana Ruiz");
    app.keys("u6").assert_hides("Introducing");
}

#[test]
fn who_signs_is_who_is_logged() {
    let mut store = support::store();
    let person = |name: &str, email: &str| {
        let draft = support::portfolio::salesperson(name, SalespersonRole::Seller);
        Request::SaveSalesperson(SalespersonDraft { email: email.into(), ..draft })
    };
    let owner = SalespersonId(write(&mut store, person("Bea Owner", "")));
    let client = ClientDraft { owner: Some(owner), ..ClientDraft::default() };
    fill(&mut store, client, vec![contact("Ana Ruiz", "ana@x.pe")]);
    let mut app = App::over(store, Lang::En, 120, 30);
    app.keys(WRITE).keys("<enter>");
    assert!(urls(&app).pop().unwrap().ends_with("%0D%0ABea%20Owner"), "nobody else is known");
    mailed(&mut app, Mailed::Started).keys("n");
    // The tests are run by Ana.
    app.elsewhere(person("Zoe", "ana@us.example"));
    app.keys(WRITE).keys("<enter>");
    assert!(urls(&app).pop().unwrap().ends_with("%0D%0AZoe"));
    mailed(&mut app, Mailed::Started).keys("y6").assert_shows("Zoe");
}

#[test]
fn the_language_is_that_of_whoever_reads() {
    let spain = ClientDraft { country: "España".into(), ..ClientDraft::default() };
    let mut app = app(
        spain,
        vec![
            contact("Ana Ruiz", "ana@x.pe"),
            ContactDraft { language: "en".into(), ..contact("Bob", "bob@x.pe") },
        ],
    );
    app.keys("3/ana<enter>K<down><enter>").assert_shows("in español").assert_shows("Primer contacto");
    // Those of the other language follow, and say so.
    app.assert_shows("· English");
    app.keys("<esc>3/<ctrl-u>bob<enter>K<down><enter>").assert_shows("in English");
}

#[test]
fn whoever_does_not_wish_it_is_written_to_only_after_a_question() {
    let refused = ContactDraft { consent: Consent::Refused, ..contact("Ana Ruiz", "ana@x.pe") };
    let quiet = ClientDraft { do_not_contact: true, ..ClientDraft::default() };
    for (client, contact) in [(ClientDraft::default(), refused), (quiet, contact("Ana Ruiz", "ana@x.pe"))] {
        let mut app = app(client, vec![contact]);
        app.keys(WRITE).assert_shows("Write anyway?").assert_hides("First contact");
        app.keys("n").assert_hides("Write anyway?").assert_hides("First contact");
        app.keys(WRITE).keys("y").assert_shows("First contact");
        // Not asked again after a look at a template.
        app.keys("n<esc>").assert_shows("First contact").assert_hides("anyway");
    }
}

#[test]
fn who_has_no_address_or_has_left_is_not_offered() {
    let left = ContactDraft { left_on: Some(support::today().into()), ..contact("Luis", "luis@x.pe") };
    let mut app = app(ClientDraft::default(), vec![contact("Ana Ruiz", ""), left]);
    app.keys("2K").assert_shows("Ana Ruiz").assert_hides("Write an email");
    app.keys("<esc>3zGK").assert_shows("luis@x.pe").assert_hides("Write an email");
}

#[test]
fn a_template_that_names_what_is_not_known_is_not_sent() {
    let mut app = ana();
    app.keys(WRITE)
        .keys("jj<enter>")
        .assert_shows("has not been offered anything")
        .assert_shows("First contact");
    assert_eq!(urls(&app), [""; 0]);
}

#[test]
fn without_a_mail_program_the_text_can_be_copied_and_logged() {
    let mut app = ana();
    app.keys(WRITE).keys("<enter>");
    mailed(&mut app, Mailed::NoOpener).assert_shows("Copy the email");
    app.keys("y").assert_shows("it is logged.");
    let text = copied(&app).pop().unwrap();
    assert!(text.starts_with("ana@x.pe\nIntroducing ourselves to Ñandú & Co\n\nHello Ana Ruiz,\n"), "{text}");
    app.keys("y6").assert_shows("Introducing ourselves");

    // An opener that fails after it was started takes the question back; later it is of no interest.
    app.keys(WRITE).keys("<enter>");
    let failed = || Mailed::Failed { command: "xdg-open".into(), reason: None };
    mailed(&mut app, Mailed::Started);
    mailed(&mut app, failed()).assert_shows("“xdg-open” did not work");
    app.keys("n");
    mailed(&mut app, failed()).assert_hides("did not work");
}

#[test]
fn templates_are_added_copied_edited_and_removed() {
    let mut app = ana();
    app.keys(WRITE).keys("n").assert_shows("New email template");
    app.keys("Fair<tab><tab>Stand of {firm}<tab>Hi {contact}<ctrl-s>");
    app.assert_shows("{firm} cannot be filled in. You can use: {contact} {client} {me} {date} {product}");
    app.keys("<ctrl-u>Stand of {client}<ctrl-s>")
        .assert_shows("Template added: Fair")
        .assert_shows("· yours");
    app.keys("<enter>");
    assert!(
        urls(&app)
            .pop()
            .unwrap()
            .ends_with("?subject=Stand%20of%20%C3%91and%C3%BA%20%26%20Co&body=Hi%20Ana%20Ruiz")
    );
    mailed(&mut app, Mailed::Started).keys("n");

    app.keys(WRITE).keys("e").assert_shows("Email template: Fair");
    app.keys("<end>s<ctrl-s>").assert_shows("Template saved").assert_shows("Fairs");
    // A copy of a built-in one takes its place until it is removed.
    app.keys("je").assert_shows("New email template");
    app.keys("<tab><tab><ctrl-u>Mine<ctrl-s>");
    app.assert_shows("Mine · yours").assert_hides("Introducing");
    app.keys("X").assert_shows("Delete the template “First contact”?");
    app.keys("y");
    app.assert_hides("Mine").assert_shows("Introducing");
    app.keys("GX").assert_shows("comes with the program");
    app.keys("<esc>u").keys(WRITE).assert_shows("Mine · yours");
}

#[test]
fn a_text_that_is_too_long_for_a_url_is_copied() {
    let mut store = support::store();
    fill(&mut store, ClientDraft::default(), vec![contact("Ana Ruiz", "ana@x.pe")]);
    let body = "ñandú ".repeat(1_500).trim().to_owned();
    let draft = MailTemplateDraft {
        name: "Long".into(),
        language: "en".into(),
        subject: "Long".into(),
        body: body.clone(),
        ..MailTemplateDraft::default()
    };
    write(&mut store, Request::SaveMailTemplate(draft));
    let mut app = App::over(store, Lang::En, 100, 30);
    app.keys(WRITE).keys("<enter>");
    assert_eq!(urls(&app), ["mailto:ana@x.pe?subject=Long"]);
    assert_eq!(copied(&app), [body]);
    mailed(&mut app, Mailed::Started).assert_shows("paste it there");
}

#[test]
fn the_mail_program_gets_the_url_beside_us_and_the_answer_logs_it() {
    let (folder, database) = folder();
    let mut store = Store::open(&database, session()).unwrap();
    fill(&mut store, ClientDraft::default(), vec![contact("Ana Ruiz", "ana@x.pe")]);
    drop(store);
    let opener = folder.path().join("xdg-open");
    // It talks, reads its input to the end, and says whose session it is in.
    let script = "#!/bin/sh\necho NOISE; echo NOISE >&2; cat\n\
                  (echo NOISE > /dev/tty) 2> /dev/null && echo tty > \"$OUT.tty\"\n\
                  printf '%s' \"$1\" > \"$OUT.part\" && mv \"$OUT.part\" \"$OUT\"\nsleep 30\n";
    std::fs::write(&opener, script).unwrap();
    std::fs::set_permissions(&opener, std::fs::Permissions::from_mode(0o755)).unwrap();
    let out = folder.path().join("url");
    let path = format!("{}:{}", folder.path().display(), std::env::var("PATH").unwrap());
    let mut terminal = Start::cartera(&database)
        .env("CARTERA_TODAY", "2026-11-24")
        .env("PATH", &path)
        .env("USER", "ana")
        .env("DISPLAY", ":9")
        .env("OUT", out.to_str().unwrap())
        .run();
    terminal.wait_for_start();
    terminal.send("3");
    terminal.wait_for_text("Ana Ruiz");
    terminal.send("K");
    terminal.wait_for_text("Write an email");
    terminal.send("j\r");
    terminal.wait_for_text("Email to Ana Ruiz");
    terminal.send("\r");
    terminal.wait_for_text("it is logged.");
    terminal.wait_for("the URL", |_| out.exists());
    let url = std::fs::read_to_string(&out).unwrap();
    assert!(url.starts_with("mailto:ana@x.pe?subject=Introducing%20"), "{url}");
    assert!(!folder.path().join("url.tty").exists(), "it has our terminal");
    assert!(!String::from_utf8_lossy(terminal.output()).contains("NOISE"));
    terminal.send("y");
    terminal.wait_for_text("Introducing");
    terminal.send("6");
    terminal.wait_for_text("Introducing ourselves to");
    terminal.send("\x03");
    assert_eq!(terminal.end(), 0);
    terminal.assert_restored();
}
