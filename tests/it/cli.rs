//! The command line as a shell sees it: what goes where, with which exit code, in which language.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use cartera::domain::client::ClientDraft;
use cartera::domain::contact::ContactDraft;
use cartera::domain::ids::ClientId;
use cartera::domain::kinds::{Consent, ContactRole, SaleKind};
use cartera::domain::sale::{RATE_ONE, SaleDraft, SaleLine};
use cartera::repository::request::{RecordId, Reply, Request};
use cartera::repository::store::Store;
use serde_json::Value as Json;

use crate::repository::{TODAY, ask, session};

/// What every data field may hold: an escape sequence, its C1 form, a reversed direction, a hidden character.
const HOSTILE: &str = "Evil\u{1b}[31m\u{9b}2J\u{202e}gnp\u{200b}\r\nrow";

pub struct Shell {
    folder: tempfile::TempDir,
    lang: &'static str,
}

pub struct Answer {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Answer {
    pub fn json(&self) -> Vec<Json> {
        match serde_json::from_str(&self.out) {
            Ok(Json::Array(rows)) => rows,
            other => panic!("{other:?}: {}", self.out),
        }
    }
}

impl Shell {
    /// Over a database that is not there yet.
    pub fn empty(lang: &'static str) -> Self {
        Self { folder: tempfile::tempdir().unwrap(), lang }
    }

    /// Over a small portfolio.
    pub fn new(lang: &'static str) -> Self {
        let shell = Self::empty(lang);
        fill(&shell.database());
        shell
    }

    pub fn database(&self) -> PathBuf {
        self.folder.path().join("cartera.db")
    }

    /// A file beside it with this text.
    pub fn file(&self, name: &str, text: &str) -> String {
        let path = self.folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    }

    fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cartera"));
        command.env_clear().env("HOME", self.folder.path()).env("CARTERA_TODAY", "2026-11-24");
        command.env("CARTERA_DB", self.database()).env("USER", "ana");
        if let Some(profile) = std::env::var_os("LLVM_PROFILE_FILE") {
            command.env("LLVM_PROFILE_FILE", profile);
        }
        command.args(["--lang", self.lang]).args(words).stdin(Stdio::null());
        command
    }

    pub fn run(&self, words: &[&str]) -> Answer {
        let output = self.command(words).output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        let code = output.status.code().expect("it ends by itself");
        Answer { code, out: text(output.stdout), err: text(output.stderr) }
    }

    #[track_caller]
    pub fn done(&self, words: &[&str]) -> Answer {
        let answer = self.run(words);
        assert_eq!((answer.code, answer.err.as_str()), (0, ""), "{words:?}");
        answer
    }
}

fn client(store: &mut Store, code: &str, name: &str, city: &str) -> ClientId {
    let draft =
        ClientDraft { code: code.into(), name: name.into(), city: city.into(), ..ClientDraft::default() };
    match ask(store, Request::SaveClient(Box::new(draft))) {
        Reply::Saved { record: Some(RecordId::Client(id)), .. } => id,
        other => panic!("{other:?}"),
    }
}

fn contact(store: &mut Store, client: ClientId, name: &str) {
    let draft = ContactDraft {
        id: None,
        rev: 0,
        client,
        name: name.into(),
        job_title: String::new(),
        role: ContactRole::Purchasing,
        main: false,
        phone: String::new(),
        email: String::new(),
        language: String::new(),
        consent: Consent::Unknown,
        left_on: None,
        notes: String::new(),
    };
    assert!(matches!(ask(store, Request::SaveContact(draft)), Reply::Saved { .. }));
}

fn sale(store: &mut Store, client: ClientId, days_ago: i32, units: i64) {
    let line = SaleLine {
        product: None,
        description: "Taladro".into(),
        quantity_milli: units * 1_000,
        price_micros: 45_900_000,
        discount_bp: 0,
    };
    let draft = SaleDraft {
        id: None,
        rev: 0,
        client,
        contact: None,
        salesperson: None,
        day: TODAY.plus(-days_ago),
        number: String::new(),
        kind: SaleKind::Sale,
        currency: "EUR".into(),
        rate_nanos: RATE_ONE,
        lines: vec![line],
        notes: String::new(),
    };
    assert!(matches!(ask(store, Request::SaveSale(draft)), Reply::Saved { .. }));
}

fn fill(database: &Path) {
    let mut store = Store::open(database, session()).unwrap();
    let lopez = client(&mut store, "C1", "López Hermanos, S.A.", "Madrid");
    client(&mut store, "C2", "López e Hijos", "Lima");
    let nandu = client(&mut store, "C10", "Ñandú Export", "A Coruña");
    client(&mut store, "C11", HOSTILE, "Nowhere");
    for name in ["Carmen Ruiz", "Carmen Vidal", "Íñigo Ñíguez"] {
        contact(&mut store, lopez, name);
    }
    for days in [20, 60, 100] {
        sale(&mut store, lopez, days, 3);
    }
    sale(&mut store, nandu, 30, 10);
}

/// The names in a list's first column that is shown, without the head.
fn names(shell: &Shell, words: &[&str]) -> Vec<String> {
    let mut all = vec!["list", "clients", "--columns", "name"];
    all.extend(words);
    shell.done(&all).out.lines().skip(1).map(|line| line.trim_end().to_owned()).collect()
}

#[test]
fn lists_are_found_sorted_and_limited_like_on_the_screen() {
    let shell = Shell::new("en");
    assert_eq!(names(&shell, &["lopez"]), ["López e Hijos", "López Hermanos, S.A."]);
    assert_eq!(names(&shell, &["HERMANOS", "madrid"]), ["López Hermanos, S.A."]);
    let by_sales = ["Ñandú Export", "López Hermanos, S.A."];
    assert_eq!(names(&shell, &["--sort", "-sales_year", "--limit", "2"]), by_sales);
    assert_eq!(names(&shell, &["--sort=-sales-year,name", "--limit=2"]), by_sales);
    assert_eq!(names(&shell, &["--sort", "code", "--limit", "1"]), ["López Hermanos, S.A."]);
    assert_eq!(names(&shell, &["--limit", "0"]), [""; 0]);
    let spanish = Shell { lang: "es", ..shell };
    let found =
        spanish.done(&["list", "clientes", "--columns", "ciudad,nombre", "--sort", "-Ciudad", "lopez"]);
    let rows: Vec<&str> = found.out.lines().collect();
    assert!(rows[0].starts_with("Ciudad") && rows[1].starts_with("Madrid") && rows.len() == 3, "{rows:?}");
}

#[test]
fn json_holds_every_row_with_keys_and_units_that_stay() {
    let shell = Shell::new("es");
    let rows = shell.done(&["list", "clients", "lopez", "--sort", "code", "--json"]).json();
    assert_eq!(rows.len(), 2);
    let row = &rows[0];
    assert_eq!(row["name"], "López Hermanos, S.A.");
    assert_eq!((&row["sales_year_minor"], &row["currency"]), (&Json::from(41_310), &Json::from("EUR")));
    assert_eq!(row["last_buy"], "2026-11-04");
    assert_eq!((&row["potential_minor"], &row["phone"]), (&Json::Null, &Json::Null));
    assert_eq!((&row["stage"], &row["archived"]), (&Json::from("client"), &Json::from(false)));
    for (kind, keys) in [
        ("contacts", ["client_id", "role", "left_on"]),
        ("sales", ["total_minor", "base_minor", "base_currency"]),
        ("followups", ["due", "state", "snoozes"]),
        ("products", ["sku", "price_micros", "currency"]),
        ("salespeople", ["code", "touches_per_week", "clients"]),
    ] {
        let answer = shell.run(&["list", kind, "--json"]);
        let rows = answer.json();
        assert_eq!(answer.code, if rows.is_empty() { 3 } else { 0 }, "{kind}");
        for (row, key) in rows.iter().take(1).flat_map(|row| keys.map(|key| (row, key))) {
            assert!(row.get(key).is_some(), "{kind} has no {key}: {row}");
        }
    }
}

#[test]
fn data_steers_no_terminal_and_json_gives_it_back_whole() {
    let shell = Shell::new("en");
    for words in [
        &["list", "clients"][..],
        &["list", "clients", "--json"],
        &["show", "C11"],
        &["show", "C11", "--json"],
        &["brief", "C11"],
        &["brief", "C11", "--json"],
        &["show", "nowhere"],
        &["show", HOSTILE],
        &["log", "v", "C11: was there"],
        &["list", "clients", "--sort", HOSTILE],
        &["log", "v", &format!("{HOSTILE}: x")],
    ] {
        let answer = shell.run(words);
        for c in (answer.out + &answer.err).chars() {
            let hidden = matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}');
            let harmless = c == '\n' || !(c.is_control() || hidden);
            assert!(harmless, "{words:?} let {c:?} through");
        }
    }
    let rows = shell.done(&["list", "clients", "nowhere", "--json"]).json();
    // A name is one line: the storage has made spaces of the break.
    assert_eq!(rows[0]["name"], HOSTILE.replace("\r\n", "  "));
}

#[test]
fn a_client_is_shown_by_code_or_name_and_never_guessed() {
    let shell = Shell::new("es");
    for words in [&["show", "c1"][..], &["show", "lópez", "hermanos"], &["show", "LOPEZ HERMANOS, S.A."]] {
        let answer = shell.done(words);
        assert!(answer.out.starts_with("López Hermanos, S.A.\n"), "{words:?}: {}", answer.out);
        assert!(answer.out.contains("Carmen Ruiz"), "{}", answer.out);
    }
    let card = &shell.done(&["show", "C1", "--json"]).json()[0];
    assert_eq!(card["contacts"].as_array().unwrap().len(), 3);
    assert_eq!(card["timeline"][0]["base_minor"], 13_770);
    assert_eq!(card["sales_count"], 3);
    let several = shell.run(&["show", "lopez"]);
    assert_eq!((several.code, several.out.as_str()), (3, ""));
    for part in ["C1 ", "C2 ", "Madrid", "Lima"] {
        assert!(several.err.contains(part), "{}", several.err);
    }
    // A city is no name, were it only one client's.
    let by_city = shell.run(&["show", "coruña"]);
    assert!(by_city.code == 3 && by_city.err.contains("Ñandú Export"), "{}", by_city.err);
    let nobody = shell.run(&["show", "Pérez"]);
    assert!(nobody.code == 3 && nobody.err.contains("No hay ningún cliente «Pérez»"), "{}", nobody.err);
}

#[test]
fn a_briefing_is_text_for_a_mail_and_finds_its_client_as_show_does() {
    let shell = Shell::new("es");
    let text = shell.done(&["brief", "lópez", "hermanos"]).out;
    assert!(text.starts_with("López Hermanos, S.A.\nMadrid"), "{text}");
    for part in ["Últimas compras\n04/11/2026 138 €", "Carmen Ruiz", "su potencial está sin estimar"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let brief = &shell.done(&["brief", "C1", "--json"]).json()[0];
    assert_eq!(
        (&brief["name"], &brief["sales_year_minor"]),
        (&"López Hermanos, S.A.".into(), &41_310.into())
    );
    assert_eq!(brief["purchases"][0]["base_minor"], 13_770);
    assert_eq!((&brief["share_of_wallet_percent"], &brief["peers_by"]), (&Json::Null, &"basket".into()));
    for (words, told) in
        [(&["brief", "lopez"][..], "C2 "), (&["brief", "Pérez"], "No hay ningún cliente «Pérez»")]
    {
        let answer = shell.run(words);
        assert_eq!((answer.code, answer.out.as_str()), (3, ""), "{words:?}");
        assert!(answer.err.contains(told), "{}", answer.err);
    }
    assert_eq!(shell.run(&["brief"]).code, 2);
}

#[test]
fn a_line_is_logged_for_the_client_that_it_names() {
    let shell = Shell::new("es");
    let told = shell.done(&["log", "v", "lópez hermanos: 30m con:íñigo res:bien seg:+7d Enseñé el X2"]);
    assert!(told.out.starts_with("López Hermanos, S.A. · visita · hoy"), "{}", told.out);
    let timeline = &shell.done(&["show", "C1", "--json"]).json()[0]["timeline"];
    let visit = timeline.as_array().unwrap().iter().find(|item| item["what"] == "visit").unwrap();
    assert_eq!((&visit["minutes"], &visit["outcome"]), (&Json::from(30), &Json::from("good")));
    assert_eq!(
        (&visit["contact"], &visit["text"]),
        (&Json::from("Íñigo Ñíguez"), &Json::from("Enseñé el X2"))
    );
    let due = shell.done(&["list", "followups", "--json"]).json();
    assert_eq!(due[0]["due"], "2026-12-01");
    shell.done(&["log", "visita", "C2"]);
    let alone = shell.done(&["log", "l", "C2:", "--json"]).json();
    assert_eq!((&alone[0]["kind"], &alone[0]["date"]), (&Json::from("call"), &Json::from("2026-11-24")));
}

#[test]
fn what_is_not_clear_is_not_logged() {
    let shell = Shell::new("en");
    for (words, code, said) in [
        (["v", "lopez: x"], 3, "2 clients"),
        (["v", "nobody: x"], 3, "no client"),
        (["v", "C1: with:carmen x"], 3, "Carmen Vidal"),
        (["v", "C1: with:pepe x"], 3, "pepe"),
        (["v", "C1: on:someday x"], 2, "someday"),
        (["t", "C1:"], 2, "note"),
        (["v", ""], 2, "before the colon"),
        (["x", "C1: y"], 2, "v, l, c, m, t"),
        (["v", "con:ana x"], 2, "before the colon"),
    ] {
        let answer = shell.run(&["log", words[0], words[1]]);
        assert_eq!(answer.code, code, "{words:?}: {}", answer.err);
        assert!(answer.err.contains(said) && answer.out.is_empty(), "{words:?}: {}", answer.err);
    }
    let rows = shell.done(&["list", "clients", "--json"]).json();
    assert!(rows.iter().all(|row| row["last_touch"].is_null()), "something was logged: {rows:?}");
}

#[test]
fn stars_are_published_and_counted() {
    let shell = Shell::new("en");
    let bands = shell.done(&["rate", "--recalibrate", "--json"]).json();
    assert_eq!(bands.len(), 7);
    let clients: i64 = bands.iter().map(|band| band["clients"].as_i64().unwrap()).sum();
    let sales: i64 = bands.iter().map(|band| band["sales_year_minor"].as_i64().unwrap()).sum();
    assert_eq!((clients, sales), (4, 41_310 + 45_900));
    assert_eq!(bands[6]["stars"], Json::Null);
    let table = shell.done(&["rate"]).out;
    assert!(table.starts_with("Stars") && table.contains("★★★★★") && table.contains('€'), "{table}");
}

#[test]
fn the_doctor_tells_a_sound_file_from_a_damaged_one() {
    let shell = Shell::new("en");
    let report = shell.done(&["doctor", "--json"]).json();
    assert_eq!((&report[0]["sound"], &report[0]["rows"]["client"]), (&Json::from(true), &Json::from(4)));
    assert_eq!((&report[0]["mode"], &report[0]["private"]), (&Json::from("0600"), &Json::from(true)));
    assert!(shell.done(&["doctor"]).out.contains("All is well"));
    let bytes = std::fs::read(shell.database()).unwrap();
    let mut damaged = bytes.clone();
    damaged[4_096 * 3..4_096 * 9].fill(0xa5);
    std::fs::write(shell.database(), &damaged).unwrap();
    let answer = shell.run(&["doctor"]);
    assert_eq!(answer.code, 1, "{}{}", answer.out, answer.err);
    assert_eq!(std::fs::read(shell.database()).unwrap(), damaged, "the doctor changed the file");
    let missing = shell.run(&["--db", "/nowhere/at/all.db", "doctor"]);
    assert!(missing.code == 1 && missing.err.contains("/nowhere/at/all.db"), "{}", missing.err);
}

#[test]
fn what_is_not_understood_is_told_in_the_language_with_code_2() {
    for (lang, said) in [("es", "Pruebe «cartera --help»"), ("en", "Try “cartera --help”")] {
        let shell = Shell::empty(lang);
        for words in [
            &["lst"][..],
            &["list"],
            &["list", "things"],
            &["--nope"],
            &["show"],
            &["list", "clients", "--limit", "x"],
        ] {
            let answer = shell.run(words);
            assert_eq!((answer.code, answer.out.as_str()), (2, ""), "{words:?}");
            assert!(answer.err.starts_with("cartera: ") && answer.err.contains(said), "{}", answer.err);
        }
        let column = shell.run(&["list", "clients", "--sort", "height"]);
        assert!(column.code == 2 && column.err.contains("height") && column.err.contains("sales_year"));
        assert!(!shell.database().exists(), "a misuse made a database");
    }
}

#[test]
fn help_tells_the_exit_codes_in_both_languages() {
    for (lang, words) in [("es", "Códigos de salida: 0 hecho"), ("en", "Exit codes: 0 done")] {
        let help = Shell::empty(lang).done(&["--help"]).out;
        assert!(help.contains(words), "{help}");
        for code in ["1", "2", "3", "4"] {
            assert!(help.contains(&format!("· {code} ")) || help.contains(&format!("\n{code} ")), "{help}");
        }
    }
    let shell = Shell::empty("es");
    let by_variable = shell.command(&["--version"]).env("CARTERA_LANG", "en").output().unwrap();
    assert_eq!(
        String::from_utf8(by_variable.stdout).unwrap(),
        format!("cartera {}\n", env!("CARGO_PKG_VERSION"))
    );
}

#[test]
fn nothing_found_is_code_3_and_still_well_formed() {
    let shell = Shell::new("en");
    let answer = shell.run(&["list", "clients", "nobody", "--json"]);
    assert_eq!((answer.code, answer.out.as_str()), (3, "[]\n"));
    assert!(!answer.err.is_empty());
}

#[test]
fn a_mistyped_database_is_not_made() {
    let shell = Shell::empty("en");
    for words in [&["list", "clients"][..], &["show", "x"], &["log", "v", "x: y"], &["rate"], &["doctor"]] {
        let answer = shell.run(words);
        assert_eq!(answer.code, 1, "{words:?}: {}", answer.err);
        assert!(!shell.database().exists(), "{words:?}");
    }
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let shell = Shell::new("en");
    for words in [&["list", "clients", "--json"][..], &["completions", "bash"], &["--help"], &["show", "C1"]]
    {
        let mut child = shell.command(words).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let mut err = String::new();
        child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
        assert_eq!((child.wait().unwrap().code(), err.as_str()), (Some(0), ""), "{words:?}");
    }
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = shell.command(&["list", "clients"]).stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(1), "a full disk is a failure");
    assert!(!output.stderr.is_empty());
}

#[test]
fn completions_are_there_for_every_shell() {
    let shell = Shell::empty("es");
    for name in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = shell.done(&["completions", name]).out;
        assert!(script.contains("cartera") && script.contains("doctor"), "{name}");
    }
    assert!(!shell.database().exists());
}

#[test]
fn the_settings_are_read_and_what_is_wrong_in_them_does_not_stop_a_command() {
    let shell = Shell::new("en");
    let folder = shell.folder.path().join(".config/cartera");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("config.toml"), "lang = \"es\"\nnonsense = 1\n").unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_cartera"));
    command.env_clear().env("HOME", shell.folder.path()).args(["--db"]).arg(shell.database());
    let output = command.args(["list", "clients", "--limit", "1"]).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success() && text.starts_with("Estrellas"), "{text}");
}

#[test]
fn files_are_private_whatever_the_umask() {
    use std::os::unix::fs::PermissionsExt;
    let shell = Shell::empty("en");
    let deep = shell.folder.path().join("a/b/cartera.db");
    let file = shell.folder.path().join("clients.csv");
    std::fs::write(&file, "Name,City\nLópez,Lima\n").unwrap();
    let (program, db, file) = (env!("CARGO_BIN_EXE_cartera"), deep.display(), file.display());
    let script = format!("umask 000; \"{program}\" --db \"{db}\" import \"{file}\"");
    let output = Command::new("sh").args(["-c", &script]).output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    for (path, mode) in [(deep.clone(), 0o600), (deep.parent().unwrap().to_path_buf(), 0o700)] {
        let found = std::fs::metadata(&path).unwrap().permissions().mode() & 0o777;
        assert_eq!(found, mode, "{} is {found:o}", path.display());
    }
}

#[test]
fn only_one_module_of_the_command_line_writes() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![root.clone()];
    let (mut writers, mut seen) = (Vec::new(), 0);
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            seen += 1;
            let writes =
                ["io::stdout().lock", "io::stderr().lock", "io::write(", "stdout().write", "stderr().write"];
            if writes.iter().any(|word| text.contains(word)) {
                writers.push(path.strip_prefix(&root).unwrap().to_string_lossy().into_owned());
            }
        }
    }
    assert!(seen > 50, "the sources were not found");
    writers.sort();
    // The gate writes whole frames, the panic hook what it made itself from no data.
    assert_eq!(writers, ["app/gate.rs", "app/panic.rs", "cli/print.rs"]);
}
