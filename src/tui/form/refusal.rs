//! What the storage refused, said at the field that it is about or of the form as a whole.

use super::{Form, FormEffect, Notice, State};
use crate::repository::error::Error;
use crate::text::{Lang, safe};

impl Form {
    /// The storage did not save, or could not look up. Everything typed stays.
    pub fn failed(&mut self, error: &Error) -> Vec<FormEffect> {
        let message = message(error, self.ctx.lang);
        if std::mem::take(&mut self.state) != State::Saving {
            self.give_up_looking(message);
            return Vec::new();
        }
        self.notice = Some(Notice::Error(message.clone()));
        let (Error::Taken { field: about, .. } | Error::Refused { field: about }) = error else {
            return Vec::new();
        };
        let named = |stop: &super::Stop| self.field(*stop).is_some_and(|field| field.name == *about);
        let Some(stop) = self.stops().into_iter().find(named) else { return Vec::new() };
        if let Some(field) = self.field_mut(stop) {
            field.error = Some(message);
        }
        self.arrive(stop)
    }
}

/// What went wrong and what to do, in the user's language.
fn message(error: &Error, lang: Lang) -> String {
    match error {
        Error::Taken { by, .. } => lang.ta("form-refused-taken", &[("by", safe::fit(by, 40).into())]),
        Error::Refused { .. } => lang.t("form-refused-value"),
        Error::Stale => lang.t("form-refused-stale"),
        Error::Gone => lang.t("form-refused-gone"),
        Error::Busy => lang.t("form-refused-busy"),
        Error::Full => lang.t("form-refused-full"),
        Error::ReadOnly => lang.t("form-refused-read-only"),
        Error::Amount(_) => lang.t("form-refused-amount"),
        Error::Open { .. }
        | Error::Reach { .. }
        | Error::Foreign { .. }
        | Error::Newer { .. }
        | Error::Damaged { .. }
        | Error::OldSqlite(_)
        | Error::NoWal { .. }
        | Error::Migration { .. }
        | Error::InUse { .. }
        | Error::NothingToUndo
        | Error::NothingToRedo
        | Error::UndoConflict { .. }
        | Error::NotRedoable
        | Error::Sqlite(_) => {
            lang.ta("form-refused-other", &[("detail", safe::fit(&error.to_string(), 200).into())])
        }
    }
}
