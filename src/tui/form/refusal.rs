//! What the storage refused, said at the field that it is about or of the form as a whole.

use super::{Form, FormEffect, Notice, State};
use crate::report;
use crate::repository::error::Error;
use crate::repository::request::Request;
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
        if let (Error::Stale, Some(id)) = (error, self.record_id()) {
            return vec![FormEffect::LookUp(Request::Open(id))];
        }
        let about = if let Error::Taken { field, .. } | Error::Refused { field } = error {
            field
        } else if matches!(error, Error::Archived { .. }) {
            "client"
        } else if matches!(error, Error::Inactive { .. }) {
            "product"
        } else {
            return Vec::new();
        };
        let named = |stop: &super::Stop| self.field(*stop).is_some_and(|field| field.is_called(about));
        let Some(stop) = self.stops().into_iter().find(named) else { return Vec::new() };
        if let Some(field) = self.field_mut(stop) {
            field.error = Some(message);
        }
        self.arrive(stop)
    }
}

/// What went wrong and what to do, in the user's language. At its field it can be short.
fn message(error: &Error, lang: Lang) -> String {
    if let Error::Taken { by, .. } = error {
        lang.ta("form-refused-taken", &[("by", safe::fit(by, 40).into())])
    } else if matches!(error, Error::Refused { .. }) {
        lang.t("form-refused-value")
    } else if matches!(error, Error::Stale) {
        lang.t("form-refused-stale")
    } else {
        report::message(error, lang)
    }
}
