//! The survey: a question sent to somebody at a client, the score that came back, and what the scores of all say.

use super::day::Day;
use super::ids::{ClientId, ContactId, InteractionId, SurveyAnswerId, SurveyId};
use super::stars::Stars;

/// The lowest and the highest score of a survey.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scale {
    pub min: i64,
    pub max: i64,
}

impl Scale {
    /// "How likely are you to recommend us?", from 0 to 10.
    pub const RECOMMENDATION: Self = Self { min: 0, max: 10 };

    /// Is there more than one score to give?
    pub fn is_scale(self) -> bool {
        self.min < self.max
    }

    pub fn holds(self, score: i64) -> bool {
        (self.min..=self.max).contains(&score)
    }
}

/// A survey sent, as a form brings it in, with what was answered once it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SurveyDraft {
    pub id: Option<SurveyAnswerId>,
    pub rev: i64,
    pub client: ClientId,
    pub contact: Option<ContactId>,
    /// `None` is the one of this name, which is made when there is none yet.
    pub survey: Option<SurveyId>,
    pub name: String,
    /// That of the survey; of one that is made, the one it gets.
    pub scale: Scale,
    /// What it counts as a contact by; `None` when that was taken away.
    pub interaction: Option<InteractionId>,
    pub sent: Day,
    pub answered: Option<Day>,
    pub score: Option<i64>,
    pub comment: String,
}

/// Who has not answered for so many days will not.
pub const ANSWERED_WITHIN: i32 = 90;

/// A survey sent, in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SurveyRow {
    pub id: SurveyAnswerId,
    pub client: ClientId,
    pub client_name: String,
    pub stars: Option<Stars>,
    pub contact: String,
    pub survey: String,
    pub scale: Scale,
    pub sent: Day,
    pub answered: Option<Day>,
    pub score: Option<i64>,
    pub comment: String,
}

impl SurveyRow {
    /// Does one still wait for its answer?
    pub fn is_out(&self, today: Day) -> bool {
        self.answered.is_none() && today.since(self.sent) <= ANSWERED_WITHIN
    }
}

/// What a client answered last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastScore {
    pub survey: String,
    pub scale: Scale,
    pub score: i64,
    pub answered: Day,
    pub contact: String,
}

/// What came back of one survey.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SurveyFigures {
    pub survey: SurveyId,
    pub name: String,
    pub scale: Scale,
    pub active: bool,
    pub sent: i64,
    /// With a score or without one.
    pub answered: i64,
    /// How often each score was given.
    pub scores: Vec<(i64, i64)>,
}

impl SurveyFigures {
    /// Hundredths of a percent of those sent that were answered; `None` when none was sent.
    pub fn rate_bp(&self) -> Option<i64> {
        (self.sent > 0).then(|| rounded(10_000 * i128::from(self.answered), i128::from(self.sent)))
    }

    fn given(&self) -> i128 {
        self.scores.iter().map(|(_, count)| i128::from(*count)).sum()
    }

    /// Tenths of the mean score; `None` without a score.
    pub fn mean_tenths(&self) -> Option<i64> {
        let sum: i128 =
            self.scores.iter().map(|(score, count)| i128::from(*score) * i128::from(*count)).sum();
        let given = self.given();
        (given > 0).then(|| rounded(10 * sum, given))
    }

    /// The net promoter score, from −100 to 100: the percentage of those who gave 9 or 10 less the percentage of those
    /// who gave 0 to 6 (F. F. Reichheld, “The One Number You Need to Grow”, Harvard Business Review, December 2003).
    /// `None` on another scale than 0 to 10, and without a score.
    pub fn nps(&self) -> Option<i64> {
        let count = |of: std::ops::RangeInclusive<i64>| -> i128 {
            let of = self.scores.iter().filter(|(score, _)| of.contains(score));
            of.map(|(_, count)| i128::from(*count)).sum()
        };
        let given = self.given();
        let is_asked = self.scale == Scale::RECOMMENDATION && given > 0;
        is_asked.then(|| rounded(100 * (count(9..=10) - count(0..=6)), given))
    }
}

/// The quotient to the nearest whole, halves away from zero.
fn rounded(dividend: i128, divisor: i128) -> i64 {
    let half = if dividend < 0 { -divisor } else { divisor };
    i64::try_from((2 * dividend + half) / (2 * divisor)).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn figures(scale: Scale, scores: &[(i64, i64)], unanswered: i64) -> SurveyFigures {
        let answered: i64 = scores.iter().map(|(_, count)| count).sum();
        SurveyFigures {
            survey: SurveyId(1),
            name: "NPS".into(),
            scale,
            active: true,
            sent: answered + unanswered,
            answered,
            scores: scores.to_vec(),
        }
    }

    #[test]
    fn promoters_less_detractors() {
        let of = |scores: &[(i64, i64)]| figures(Scale::RECOMMENDATION, scores, 0).nps();
        assert_eq!(of(&[(10, 1), (9, 1)]), Some(100));
        assert_eq!(of(&[(0, 2), (6, 3)]), Some(-100));
        assert_eq!(of(&[(7, 4), (8, 1)]), Some(0));
        assert_eq!(of(&[(9, 2), (8, 1), (6, 1)]), Some(25));
        assert_eq!(of(&[(9, 1), (8, 1), (7, 1)]), Some(33));
        assert_eq!(of(&[(0, 2), (8, 1)]), Some(-67));
        assert_eq!(of(&[]), None);
        assert_eq!(figures(Scale { min: 1, max: 5 }, &[(5, 3)], 0).nps(), None);
    }

    #[test]
    fn mean_and_rate_are_of_what_there_is() {
        let some = figures(Scale { min: 1, max: 5 }, &[(4, 1), (5, 2)], 3);
        assert_eq!((some.mean_tenths(), some.rate_bp()), (Some(47), Some(5_000)));
        let none = figures(Scale { min: 1, max: 5 }, &[], 0);
        assert_eq!((none.mean_tenths(), none.rate_bp()), (None, None));
    }

    proptest! {
        #[test]
        fn figures_keep_within_their_bounds(
            min in -50..50_i64,
            span in 1..50_i64,
            given in proptest::collection::vec((0..=100_i64, 1..9_000_000_000_i64), 0..12),
            unanswered in 0..1_000_000_i64,
        ) {
            let scale = Scale { min, max: min + span };
            let scores: Vec<_> = given.iter().map(|(at, count)| (min + at * span / 100, *count)).collect();
            let some = figures(scale, &scores, unanswered);
            if let Some(mean) = some.mean_tenths() {
                prop_assert!((10 * scale.min..=10 * scale.max).contains(&mean));
            }
            prop_assert_eq!(some.mean_tenths().is_some(), !scores.is_empty());
            prop_assert!(some.rate_bp().is_none_or(|rate| (0..=10_000).contains(&rate)));
        }

        #[test]
        fn a_better_score_never_lowers_the_net_promoter_score(
            scores in proptest::collection::vec((0..=10_i64, 1..1_000_i64), 1..12),
            pick in any::<proptest::sample::Index>(),
        ) {
            let before = figures(Scale::RECOMMENDATION, &scores, 0).nps().unwrap();
            prop_assert!((-100..=100).contains(&before));
            let mut better = scores.clone();
            let at = pick.index(better.len());
            better[at].0 = (better[at].0 + 1).min(10);
            prop_assert!(figures(Scale::RECOMMENDATION, &better, 0).nps().unwrap() >= before);
            // As many at one end as at the other cancel out.
            let mirrored: Vec<_> = scores.iter().flat_map(|(_, count)| [(10, *count), (0, *count)]).collect();
            prop_assert_eq!(figures(Scale::RECOMMENDATION, &mirrored, 0).nps(), Some(0));
        }
    }
}
