//! Which database is worked on.

use crate::config;
use std::path::{Path, PathBuf};

/// The variable that names the database when the command line does not.
pub const DATABASE_VARIABLE: &str = "CARTERA_DB";

/// The database to work on: what the command line names, else `CARTERA_DB`, else what the settings name, else the usual
/// place. Always absolute, because SQLite takes a relative `file:…` for an address. `None` where the system has no home.
pub fn database(
    named: Option<&Path>,
    variable: Option<PathBuf>,
    configured: Option<&Path>,
) -> Option<PathBuf> {
    let chosen = named
        .map(Path::to_path_buf)
        .or(variable.filter(|path| !path.as_os_str().is_empty()))
        .or_else(|| configured.map(Path::to_path_buf))
        .or_else(config::default_database)?;
    Some(std::path::absolute(&chosen).unwrap_or(chosen))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_wish_counts() {
        let (flag, config) = (Path::new("/a"), Path::new("/c"));
        assert_eq!(database(Some(flag), Some("/b".into()), Some(config)), Some("/a".into()));
        assert_eq!(database(None, Some("/b".into()), Some(config)), Some("/b".into()));
        assert_eq!(database(None, Some("".into()), Some(config)), Some("/c".into()));
        assert_eq!(database(None, None, Some(config)), Some("/c".into()));
        assert!(database(None, None, None).is_none_or(|path| path.ends_with("cartera/cartera.db")));
    }

    #[test]
    fn a_relative_path_becomes_absolute() {
        let path = database(Some(Path::new("file:x.db?mode=ro")), None, None).unwrap();
        assert!(path.is_absolute() && path.ends_with("file:x.db?mode=ro"));
    }
}
