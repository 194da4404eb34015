//! `cartera import` from the shell: exit codes, both languages, and files that are no CSV.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;

struct Shell {
    folder: tempfile::TempDir,
}

impl Shell {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    fn database(&self) -> PathBuf {
        self.folder.path().join("data/cartera.db")
    }

    /// A file of the folder with these bytes.
    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        std::fs::write(self.folder.path().join(name), bytes).unwrap();
        name.to_owned()
    }

    fn command(&self, lang: &str, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cartera"));
        command
            .args(["--lang", lang, "--db"])
            .arg(self.database())
            .args(words)
            .current_dir(self.folder.path())
            .env("HOME", self.folder.path())
            .env("CARTERA_TODAY", "2026-11-24")
            .env_remove("CARTERA_DB");
        command
    }

    fn run(&self, lang: &str, words: &[&str]) -> Output {
        self.command(lang, words).output().unwrap()
    }

    /// A list of many sales of many clients.
    fn many_sales(&self, rows: usize) -> String {
        let rows: Vec<String> = (0..rows)
            .map(|row| format!("{row};2024-01-{:02};Cliente {};{}\n", row % 28 + 1, row % 500, row % 90 + 1))
            .collect();
        self.file("many.csv", format!("Factura;Fecha;Cliente;Importe\n{}", rows.concat()))
    }

    /// How many rows the list has; none when there is no portfolio yet.
    fn count(&self, list: &str) -> usize {
        let listed = out(&self.run("en", &["list", list, "--json"]));
        if listed.is_empty() {
            return 0;
        }
        serde_json::from_str::<Vec<serde_json::Value>>(&listed).unwrap().len()
    }
}

fn fixture(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/northwind").join(name);
    path.display().to_string()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn the_four_files_come_in_by_one_command_and_a_simulation_leaves_nothing() {
    let shell = Shell::new();
    let files = ["sales.csv", "customers.csv", "employees.csv", "products.csv"].map(fixture);
    let words = |first: &[&'static str]| -> Vec<String> {
        first.iter().map(|word| (*word).to_owned()).chain(files.iter().cloned()).collect()
    };
    let run = |lang: &str, words: Vec<String>| {
        shell.run(lang, &words.iter().map(String::as_str).collect::<Vec<_>>())
    };

    let simulated = run("es", words(&["import", "--dry-run"]));
    assert_eq!(simulated.status.code(), Some(0), "{}", err(&simulated));
    assert!(out(&simulated).contains("Simulación: no se ha escrito nada"));
    assert!(!shell.database().exists(), "a simulation makes no database");

    let imported = run("es", words(&["import"]));
    assert_eq!(imported.status.code(), Some(0), "{}", err(&imported));
    let said = out(&imported);
    for line in [
        "Clientes: altas 91, cambios 0, sin cambios 0",
        "Vendedores: altas 9, cambios 0, sin cambios 0",
        "Productos: altas 77, cambios 0, sin cambios 0",
        "Familias: altas 8, cambios 0, sin cambios 0",
        "Documentos de venta: altas 830, cambios 0, sin cambios 0",
        "Líneas de venta: altas 2155, cambios 0, sin cambios 0",
    ] {
        assert!(said.contains(line), "{line} in {said}");
    }
    assert!(said.contains("1.265.793,04 €") && said.contains("1.265.793,29 €"), "{said}");
    assert_eq!(err(&imported), "", "no progress bar in a pipe");

    let again = run("en", words(&["import", "--json"]));
    assert_eq!(again.status.code(), Some(0));
    let files: serde_json::Value = serde_json::from_str(&out(&again)).unwrap();
    let files = files.as_array().unwrap();
    assert_eq!(files.len(), 4);
    for file in files {
        for count in file["counts"].as_object().unwrap().values() {
            assert_eq!((count["new"].as_u64(), count["updated"].as_u64()), (Some(0), Some(0)), "{file}");
        }
    }
    assert_eq!(files[3]["totals"][0]["exact_minor"], 126_579_304);
    assert_eq!(files[3]["totals"][0]["kept_minor"], 126_579_329);
}

#[test]
fn refused_rows_are_named_and_the_rest_comes_in() {
    let shell = Shell::new();
    let file = shell.file(
        "ven\u{1b}[2J.csv",
        "Fecha;Cliente;Importe\n2024-01-02;Acme;5\n2024-01-02;Acme;cin\u{1b}co\n;;\n2024-01-03;;7\n",
    );
    let spanish = shell.run("es", &["import", &file]);
    assert_eq!(spanish.status.code(), Some(4), "{}", err(&spanish));
    let said = out(&spanish);
    assert!(said.contains("línea 3, Importe: no es un número: «cin␛co»"), "{said}");
    assert!(said.contains("Filas sin cliente: 1") && said.contains("(línea 5)"), "{said}");
    assert!(said.contains("Clientes: altas 1") && !said.contains('\u{1b}'), "{said}");
    let english = shell.run("en", &["import", "--dry-run", &file]);
    assert_eq!(english.status.code(), Some(4));
    assert!(out(&english).contains("line 3, Amount: not a number: “cin␛co”"), "{}", out(&english));
    let fine = shell.file("fine.csv", "Fecha;Cliente;Importe\n2024-01-02;Acme;5\n2024-01-03;;7\n");
    assert_eq!(shell.run("en", &["import", &fine]).status.code(), Some(0), "what is left out is no fault");
}

#[test]
fn files_that_cannot_be_read_are_all_named_and_nothing_is_written() {
    let shell = Shell::new();
    let good = shell.file("good.csv", "Nombre;Ciudad\nAcme;Lugo\n");
    std::fs::create_dir(shell.folder.path().join("folder.csv")).unwrap();
    for (bytes, spanish, english) in [
        (b"".to_vec(), "está vacío", "it is empty"),
        (b"Nombre;Ciudad\n".to_vec(), "ninguna fila", "no row below"),
        (b"Nombre;Ciudad\nAcme;\"Lugo\n".to_vec(), "línea 2, columna 6", "line 2, column 6"),
        (b"Nombre;Ciudad\nAc\0me;Lugo\n".to_vec(), "línea 2, columna 3", "line 2, column 3"),
        (b"Nombre;Ciudad\nPe\xf1a;Lugo\n".to_vec(), "byte 0xF1", "byte 0xF1"),
        (b"PK\x03\x04xlsx".to_vec(), "hoja de cálculo", "spreadsheet"),
        (b"\x7fELF\0\0\0\0\0\0\0\0".to_vec(), "no es un archivo de texto", "not a text file"),
        (b"Fecha;Importe\n2024-01-02;5\n".to_vec(), "Cliente o Código de cliente", "Client or Client code"),
        (b"uno;dos\n1;2\n".to_vec(), "uno, dos", "uno, dos"),
        (format!("Nombre;Ciudad\n{}\n", "x".repeat(2 << 20)).into_bytes(), "línea 2", "line 2"),
    ] {
        let bad = shell.file("bad.csv", &bytes);
        for (lang, text) in [("es", spanish), ("en", english)] {
            let refused = shell.run(lang, &["import", &good, &bad, "folder.csv", "none.csv"]);
            assert_eq!(refused.status.code(), Some(1), "{}", out(&refused));
            let said = err(&refused);
            for part in ["bad.csv: ", text, "folder.csv: ", "none.csv: "] {
                assert!(said.contains(part), "{part} in {said}");
            }
            assert_eq!(out(&refused), "");
        }
        assert!(!shell.database().exists());
    }
    assert_eq!(shell.run("es", &["import"]).status.code(), Some(2));
}

#[test]
fn help_is_in_both_languages() {
    let shell = Shell::new();
    assert!(out(&shell.run("es", &["import", "--help"])).contains("cartera import ARCHIVO… [OPCIONES]"));
    assert!(out(&shell.run("en", &["import", "--help"])).contains("--keep-repeats"));
}

#[test]
fn an_import_that_is_killed_leaves_all_or_nothing() {
    let shell = Shell::new();
    let file = shell.many_sales(5_000);
    assert_eq!(shell.count("clients"), 0);
    let mut killed = 0;
    for wait in [0, 60, 120, 200, 300, 450, 700] {
        let mut child: Child = shell.command("en", &["import", &file]).stdout(Stdio::null()).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(wait));
        child.kill().unwrap();
        killed += usize::from(child.wait().unwrap().code().is_none());
        let (clients, sales) = (shell.count("clients"), shell.count("sales"));
        assert!(matches!((clients, sales), (0, 0) | (500, 5_000)), "{clients} clients, {sales} sales");
    }
    assert!(killed > 0, "no import was killed before its end");
    assert_eq!(shell.run("en", &["import", &file]).status.code(), Some(0));
    assert_eq!((shell.count("clients"), shell.count("sales")), (500, 5_000));
}

/// Is the process ready for Ctrl-C?
#[cfg(target_os = "linux")]
fn catches_interrupts(child: &Child) -> bool {
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
    let caught = status.lines().find_map(|line| line.strip_prefix("SigCgt:")).map(str::trim);
    caught.and_then(|mask| u64::from_str_radix(mask, 16).ok()).is_some_and(|mask| mask & 0b10 != 0)
}

#[test]
#[cfg(target_os = "linux")]
fn control_c_ends_an_import_and_says_that_nothing_was_changed() {
    let shell = Shell::new();
    let file = shell.many_sales(60_000);
    let child = shell
        .command("es", &["import", &file])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    while !catches_interrupts(&child) {
        std::thread::sleep(Duration::from_millis(1));
    }
    let pid = rustix::process::Pid::from_child(&child);
    rustix::process::kill_process(pid, rustix::process::Signal::INT).unwrap();
    let ended = child.wait_with_output().unwrap();
    assert_eq!(ended.status.code(), Some(1), "{}", out(&ended));
    assert!(err(&ended).to_lowercase().contains("interrumpi"), "{}", err(&ended));
    assert_eq!(shell.count("clients"), 0);
}

#[test]
fn a_file_that_cannot_be_written_is_named_beside_those_that_were() {
    let shell = Shell::new();
    let (clients, sales) = (fixture("customers.csv"), fixture("sales.csv"));
    assert_eq!(shell.run("en", &["import", &clients]).status.code(), Some(0));
    // Another program's trigger stands for whatever a database may refuse.
    let database = rusqlite::Connection::open(shell.database()).unwrap();
    database
        .execute_batch("CREATE TRIGGER no BEFORE INSERT ON sale BEGIN SELECT RAISE (ABORT, 'no'); END")
        .unwrap();
    drop(database);
    let refused = shell.run("en", &["import", &sales, &clients]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(out(&refused).contains("customers.csv: clients") && !out(&refused).contains("sales.csv"));
    let said = err(&refused);
    assert!(said.contains("sales.csv was not imported") && said.contains("Imported before it: "), "{said}");
    assert_eq!(shell.count("sales"), 0);
}
