//! The shape of the command line. Its words come from the catalogue ([`super::help`]), so nothing here is shown.

use crate::domain::kinds::InteractionKind;
use crate::domain::list::ListKind;
use crate::entry::What;
use crate::text::fold::fold;
use crate::text::{Label as _, Lang};
use clap::{ArgAction, Parser, Subcommand};
use clap_complete::Shell;
use std::path::PathBuf;

#[derive(Debug, Parser)]
#[command(name = "cartera", version, disable_help_flag = true, disable_version_flag = true)]
#[command(disable_help_subcommand = true)]
pub struct Args {
    #[arg(long, global = true)]
    pub db: Option<PathBuf>,
    #[arg(long, global = true, value_parser = lang)]
    pub lang: Option<String>,
    #[arg(short, long, global = true, action = ArgAction::Help)]
    help: Option<bool>,
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
    #[command(subcommand)]
    pub command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    Demo(DemoArgs),
    Import(ImportArgs),
    Today(TodayArgs),
    Activity(ActivityArgs),
    List(ListArgs),
    Views(ViewsArgs),
    Show(ShowArgs),
    Brief(ShowArgs),
    Log(LogArgs),
    Rate(RateArgs),
    Doctor(DoctorArgs),
    Completions { shell: Shell },
}

#[derive(Debug, clap::Args)]
pub struct DemoArgs {
    #[arg(long)]
    pub keep: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub struct ImportArgs {
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    #[arg(long)]
    pub dry_run: bool,
    #[arg(long)]
    pub keep_repeats: bool,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of its own")]
pub struct TodayArgs {
    pub words: Vec<String>,
    #[arg(long)]
    pub salesperson: Option<String>,
    #[arg(long)]
    pub by_city: bool,
    #[arg(long, conflicts_with = "by_city")]
    pub put_off: bool,
    #[arg(long)]
    pub all: bool,
    #[arg(long)]
    pub limit: Option<usize>,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, clap::Args)]
pub struct ActivityArgs {
    #[arg(long)]
    pub from: Option<String>,
    #[arg(long)]
    pub to: Option<String>,
    #[arg(long)]
    pub salesperson: Option<String>,
    #[arg(id = "activity-kind", long = "kind", value_parser = activity_kind)]
    pub kind: Option<InteractionKind>,
    #[arg(long)]
    pub totals: bool,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, clap::Args)]
pub struct ShowArgs {
    #[arg(required = true)]
    pub client: Vec<String>,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, clap::Args)]
pub struct LogArgs {
    #[arg(id = "log-kind", value_parser = log_kind)]
    pub kind: What,
    #[arg(required = true)]
    pub line: Vec<String>,
    #[arg(long)]
    pub dry_run: bool,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, clap::Args)]
pub struct DoctorArgs {
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, clap::Args)]
pub struct RateArgs {
    #[arg(long)]
    pub recalibrate: bool,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, clap::Args)]
pub struct ListArgs {
    #[arg(value_parser = kind, required_unless_present = "view")]
    pub kind: Option<ListKind>,
    pub words: Vec<String>,
    #[arg(long)]
    pub view: Option<String>,
    #[arg(long, value_delimiter = ',', allow_hyphen_values = true)]
    pub sort: Vec<String>,
    #[arg(long, value_delimiter = ',')]
    pub columns: Vec<String>,
    #[arg(long)]
    pub limit: Option<usize>,
    #[arg(long)]
    pub closed: bool,
    #[arg(long)]
    pub json: bool,
    #[arg(long, conflicts_with = "json")]
    pub csv: bool,
}

#[derive(Debug, clap::Args)]
pub struct ViewsArgs {
    #[arg(long)]
    pub json: bool,
}

/// A language that we speak. It was looked for before the command line was read; here it is only checked.
fn lang(tag: &str) -> Result<String, String> {
    crate::text::Lang::from_tag(tag).map(|_| tag.to_owned()).ok_or_else(|| "es, en".to_owned())
}

/// The kinds of list in Spanish; the English words are the kinds' own.
const KINDS_ES: [(&str, ListKind); 10] = [
    ("clientes", ListKind::Clients),
    ("contactos", ListKind::Contacts),
    ("ventas", ListKind::Sales),
    ("seguimientos", ListKind::FollowUps),
    ("ofertas", ListKind::Offers),
    ("encuestas", ListKind::Surveys),
    ("actividad", ListKind::Activity),
    ("totales", ListKind::Totals),
    ("productos", ListKind::Products),
    ("vendedores", ListKind::Salespeople),
];

fn kind(word: &str) -> Result<ListKind, String> {
    let spanish = || KINDS_ES.iter().find(|(es, _)| *es == word).map(|(_, kind)| *kind);
    // Today has a command of its own.
    let listed = || ListKind::ALL.iter().copied().filter(|kind| !kind.is_today());
    listed()
        .find(|kind| kind.word() == word)
        .or_else(spanish)
        .ok_or_else(|| listed().map(ListKind::word).collect::<Vec<_>>().join(", "))
}

/// A kind of interaction by its word in either language.
fn activity_kind(word: &str) -> Result<InteractionKind, String> {
    let wanted = fold(word);
    let is_meant = |kind: &InteractionKind| {
        kind.word() == wanted || Lang::ALL.iter().any(|lang| fold(&kind.label(*lang)) == wanted)
    };
    let found = InteractionKind::ALL.iter().copied().find(is_meant);
    found.ok_or_else(|| InteractionKind::ALL.iter().map(|kind| kind.word()).collect::<Vec<_>>().join(", "))
}

/// By its key on the screen, or its word in either language.
fn log_kind(word: &str) -> Result<What, String> {
    What::from_word(word).ok_or_else(|| "v, l, c, m, t, sale".to_owned())
}
