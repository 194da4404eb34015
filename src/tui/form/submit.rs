//! From what was typed to a request: every field is checked, and nothing is sent while one will not do.

use super::{Form, FormEffect, Notice, State, Stop, kind};

impl Form {
    /// Checks everything and asks to save; where something will not do, the cursor goes to the first such field.
    pub(super) fn submit(&mut self) -> Vec<FormEffect> {
        let mut effects = self.settle();
        if self.is_asking() {
            self.state = State::SaveWhenFound;
            return effects;
        }
        self.check_all();
        if let Some(wrong) = self.first_wrong() {
            let wrong_count = self.wrong_count();
            self.notice =
                Some(Notice::Error(self.ctx.lang.ta("form-notice-errors", &[("count", wrong_count.into())])));
            effects.extend(self.arrive(wrong));
            return effects;
        }
        self.state = State::Saving;
        if self.many.is_some() {
            self.notice = Some(Notice::WorkingOut);
            effects.push(FormEffect::Read);
            return effects;
        }
        self.notice = Some(Notice::Saving);
        effects.push(FormEffect::Save(kind::request(self.kind, self.edited, &self.sheet, &self.ctx)));
        effects
    }

    fn check_all(&mut self) {
        let ctx = self.ctx.clone();
        for field in &mut self.sheet.fields {
            field.error = if field.hidden { None } else { field.check(&ctx).err() };
        }
        kind::check_together(self.kind, self.edited, &mut self.sheet, &ctx);
    }

    fn wrong(&self) -> impl Iterator<Item = Stop> {
        let stops = self.stops().into_iter();
        stops.filter(|stop| self.field(*stop).is_some_and(|field| field.error.is_some()))
    }

    fn first_wrong(&self) -> Option<Stop> {
        self.wrong().next()
    }

    fn wrong_count(&self) -> usize {
        self.wrong().count()
    }
}
