//! How well a score ranked clients by what they bought afterwards; pure measures, also of attention against value.
//!
//! Everything is summed in integers and divided once. Clients with the same score share the mean of their places, so the
//! order in which they come cannot change a figure.

use super::real::real;
use crate::domain::stars::Stars;

/// One client: what was said of it, and what came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outcome {
    /// By which clients are ranked, highest first.
    pub score: i64,
    /// What was to be foreseen: net purchases of the following days; a net return counts as nothing bought.
    pub actual: i64,
}

impl Outcome {
    pub fn new(score: i64, actual: i64) -> Self {
        Self { score, actual: actual.max(0) }
    }
}

/// Gini coefficient of what came, with clients ranked by score: 1 − 1/n when the first has all, 0 when the ranking is
/// blind, negative when it is upside down. `None` when nothing came.
pub fn concentration(outcomes: &[Outcome]) -> Option<f64> {
    let total = total(outcomes);
    let ranked = ranked(outcomes.to_vec(), |it| it.score);
    let count = count(outcomes);
    let mut place = 0;
    let mut sum: i128 = 0;
    for tied in ranked.chunk_by(|a, b| a.score == b.score) {
        let (first, last) = (place + 1, place + count_of(tied));
        sum += (count + 1 - first - last) * self::total(tied);
        place = last;
    }
    (total > 0).then(|| real(sum) / (real(count) * real(total)))
}

/// The concentration by score ÷ that of a perfect ranking: 1 when it could not be better. `None` when nothing came or all
/// clients bought the same.
pub fn normalized_gini(outcomes: &[Outcome]) -> Option<f64> {
    let perfect: Vec<Outcome> = outcomes.iter().map(|it| Outcome { score: it.actual, ..*it }).collect();
    let best = concentration(&perfect).filter(|best| *best > 0.0)?;
    Some(concentration(outcomes)? / best)
}

/// Spearman's rank correlation of score and what came, with mean ranks for ties. `None` when one of them is constant.
pub fn spearman(outcomes: &[Outcome]) -> Option<f64> {
    let by_score = doubled_ranks(outcomes, |it| it.score);
    let by_actual = doubled_ranks(outcomes, |it| it.actual);
    let middle = count(outcomes) + 1;
    let (mut both, mut scores, mut actuals): (i128, i128, i128) = (0, 0, 0);
    for (score, actual) in by_score.iter().zip(&by_actual) {
        let (score, actual) = (score - middle, actual - middle);
        both += score * actual;
        scores += score * score;
        actuals += actual * actual;
    }
    (scores > 0 && actuals > 0).then(|| real(both) / (real(scores).sqrt() * real(actuals).sqrt()))
}

/// The share of what came that the first `ppm` of the clients by score brought: a point of the Lorenz curve, which is a
/// straight line within a client (a tenth of 2,796 clients is 279.6 of them) and within a tie. `None` when nothing came.
pub fn top_share(outcomes: &[Outcome], ppm: u32) -> Option<f64> {
    const PPM: i128 = 1_000_000;
    let total = total(outcomes);
    let mut wanted = count(outcomes) * i128::from(ppm).min(PPM);
    let mut sum = 0.0;
    for tied in ranked(outcomes.to_vec(), |it| it.score).chunk_by(|a, b| a.score == b.score) {
        let all = count_of(tied) * PPM;
        let taken = wanted.min(all);
        sum += real(self::total(tied)) * (real(taken) / real(all));
        wanted -= taken;
        if wanted == 0 {
            break;
        }
    }
    (total > 0).then(|| sum / real(total))
}

/// What the clients of one star bought afterwards.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StarOutcome {
    pub star: Stars,
    pub clients: usize,
    pub actual: i128,
    /// Mean of the star ÷ mean of all; `None` without clients or when nothing came.
    pub lift: Option<f64>,
}

/// The outcome of each star, 5★ first; net returns count as nothing bought.
pub fn by_star(outcomes: &[(Stars, i64)]) -> Vec<StarOutcome> {
    let all: i128 = outcomes.iter().map(|(_, actual)| i128::from((*actual).max(0))).sum();
    let clients = i128::try_from(outcomes.len()).unwrap_or(i128::MAX);
    (0..=Stars::MAX.get())
        .rev()
        .filter_map(Stars::new)
        .map(|star| {
            let of_star = || outcomes.iter().filter(move |(its, _)| *its == star);
            let number = of_star().count();
            let actual: i128 = of_star().map(|(_, actual)| i128::from((*actual).max(0))).sum();
            let of = i128::try_from(number).unwrap_or(i128::MAX);
            let lift =
                (number > 0 && all > 0).then(|| (real(actual) / real(of)) / (real(all) / real(clients)));
            StarOutcome { star, clients: number, actual, lift }
        })
        .collect()
}

fn ranked(mut outcomes: Vec<Outcome>, key: impl Fn(&Outcome) -> i64) -> Vec<Outcome> {
    outcomes.sort_by_key(|it| std::cmp::Reverse(key(it)));
    outcomes
}

/// Twice the mean rank of each outcome, in the order given: whole even where a rank is half.
fn doubled_ranks(outcomes: &[Outcome], key: impl Fn(&Outcome) -> i64) -> Vec<i128> {
    let mut order: Vec<usize> = (0..outcomes.len()).collect();
    order.sort_by_key(|index| key(&outcomes[*index]));
    let mut ranks = vec![0; outcomes.len()];
    let mut place: i128 = 0;
    for tied in order.chunk_by(|a, b| key(&outcomes[*a]) == key(&outcomes[*b])) {
        let (first, last) = (place + 1, place + count_of(tied));
        for index in tied {
            ranks[*index] = first + last;
        }
        place = last;
    }
    ranks
}

fn total(outcomes: &[Outcome]) -> i128 {
    outcomes.iter().map(|it| i128::from(it.actual)).sum()
}

fn count(outcomes: &[Outcome]) -> i128 {
    count_of(outcomes)
}

fn count_of<T>(items: &[T]) -> i128 {
    i128::try_from(items.len()).unwrap_or(i128::MAX)
}

#[cfg(test)]
mod tests;
