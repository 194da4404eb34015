//! What the scores say: in the title of the list in short, and of each survey in a reader.

use super::rich::{RichLine, Role};
use crate::domain::survey::SurveyFigures;
use crate::text::Terms;
use crate::text::numbers;

/// What came back of a survey, in one line; empty before anything was sent.
pub fn told(figures: &SurveyFigures, terms: Terms) -> String {
    let Some(rate) = figures.rate_bp() else { return String::new() };
    let locale = &terms.locale;
    let args = [
        ("sent", figures.sent.into()),
        ("answered", figures.answered.into()),
        ("rate", numbers::percent((rate + 50) / 100 * 100, locale).into()),
    ];
    let mut parts = vec![locale.ta("survey-answered", &args)];
    if let Some(tenths) = figures.mean_tenths() {
        let mean = numbers::decimal(tenths, 1, locale);
        let args =
            [("mean", mean.into()), ("min", figures.scale.min.into()), ("max", figures.scale.max.into())];
        parts.push(locale.ta("survey-mean", &args));
    }
    if let Some(nps) = figures.nps() {
        parts.push(locale.ta("survey-nps", &[("nps", numbers::int(nps, locale).into())]));
    }
    parts.join(" · ")
}

/// What came back of every survey that was sent.
pub fn text(all: &[SurveyFigures], terms: Terms) -> Vec<RichLine> {
    let mut lines = Vec::new();
    for figures in all.iter().filter(|figures| figures.sent > 0) {
        lines.push(RichLine::new(Role::Title, figures.name.clone()));
        lines.push(RichLine::new(Role::Normal, told(figures, terms)));
    }
    if lines.is_empty() {
        lines.push(RichLine::new(Role::Dim, terms.t("survey-none-sent")));
    } else if all.iter().any(|figures| figures.nps().is_some()) {
        lines.push(RichLine::new(Role::Dim, terms.t("survey-nps-means")));
    }
    lines
}
