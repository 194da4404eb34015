//! The rating on real sales: its figures on the shipped Online Retail data hold to the last digit printed.

use std::collections::{BTreeMap, HashMap};

use cartera::domain::{day::Day, ids::ClientId, stars::Stars};
use cartera::rating::backtest::{Outcome, by_star, normalized_gini, spearman, top_share};
use cartera::rating::{
    Calibration, Collector, Parameters, Portfolio, Purchase, Score, Weights, calibration::sayable, rate,
    score,
};

const SALES: &str = include_str!("../fixtures/online_retail_client_day.csv");

type Clients = BTreeMap<ClientId, Vec<Purchase>>;

fn day(text: &str) -> Day {
    text.parse::<chrono::NaiveDate>().unwrap().into()
}

fn clients() -> Clients {
    let mut clients = Clients::new();
    for line in SALES.lines().skip(1) {
        let fields: Vec<&str> = line.split(',').collect();
        let client = ClientId(fields[0].parse().unwrap());
        let purchase = Purchase { day: day(fields[1]), minor: fields[2].parse().unwrap() };
        clients.entry(client).or_default().push(purchase);
    }
    clients
}

fn portfolio(clients: &Clients, cut: Day, parameters: Parameters) -> Portfolio {
    let mut collector = Collector::new(cut, parameters);
    for (client, purchases) in clients {
        collector.add(*client, purchases);
    }
    collector.finish()
}

/// Net purchases in the days after the cut; a net return counts as nothing bought.
fn bought_after(purchases: &[Purchase], cut: Day, days: i32) -> i64 {
    let window = purchases.iter().filter(|it| it.day > cut && it.day <= cut.plus(days));
    window.map(|it| it.minor).sum::<i64>().max(0)
}

struct Backtest {
    clients: Clients,
    cut: Day,
    days: i32,
    portfolio: Portfolio,
    /// Of the clients with a purchase by the cut.
    scores: Vec<(ClientId, Score)>,
}

impl Backtest {
    fn new(cut: &str, days: i32) -> Self {
        let (clients, cut) = (clients(), day(cut));
        let silence_off = Parameters { silent_activity_ppm: 0, ..Parameters::default() };
        let portfolio = portfolio(&clients, cut, silence_off);
        let scores = portfolio
            .scores(portfolio.gap_prior_millidays())
            .filter(|(_, it)| it.purchase_days > 0)
            .collect();
        Self { clients, cut, days, portfolio, scores }
    }

    fn actual(&self, client: ClientId) -> i64 {
        bought_after(&self.clients[&client], self.cut, self.days)
    }

    fn outcomes(&self, predict: impl Fn(ClientId, &Score) -> i64) -> Vec<Outcome> {
        let outcome =
            |(client, score): &(ClientId, Score)| Outcome::new(predict(*client, score), self.actual(*client));
        self.scores.iter().map(outcome).collect()
    }

    fn outcomes_by_earned(&self) -> Vec<Outcome> {
        self.outcomes(|_, score| score.earned_minor)
    }

    /// The portfolio's calibration with thresholds to the cent.
    fn exact_calibration(&self) -> Calibration {
        let rounded = self.portfolio.calibrate();
        let cuts = self.portfolio.cuts(rounded.gap_prior_millidays);
        Calibration { thresholds: cuts.stars, level_thresholds: cuts.halves, ..rounded }
    }
}

fn decimals(value: Option<f64>, digits: usize) -> String {
    format!("{:.digits$}", value.unwrap())
}

#[test]
fn the_measures_on_half_a_year_to_come_are_those_published() {
    let test = Backtest::new("2011-06-09", 183);
    assert_eq!(test.scores.len(), 2796);
    assert_eq!(test.portfolio.gap_prior_millidays(), 43_000);
    let outcomes = test.outcomes_by_earned();
    assert_eq!(decimals(normalized_gini(&outcomes), 4), "0.8370");
    assert_eq!(decimals(spearman(&outcomes), 4), "0.5969");
    assert_eq!(decimals(top_share(&outcomes, 100_000), 4), "0.5872");
    assert_eq!(decimals(top_share(&outcomes, 200_000), 4), "0.6998");
}

#[test]
fn the_stars_and_what_they_bought_afterwards_are_those_published() {
    let test = Backtest::new("2011-06-09", 183);
    let calibration = test.exact_calibration();
    assert_eq!(calibration.thresholds, [11_277, 29_276, 86_826, 290_239]);
    let star = |score: &Score| rate(score, None, &calibration, None, false, test.cut).star;
    let outcomes: Vec<(Stars, i64)> =
        test.scores.iter().map(|(id, score)| (star(score), test.actual(*id))).collect();
    let table = by_star(&outcomes);
    assert_eq!(table.iter().map(|it| it.clients).collect::<Vec<_>>(), [186, 623, 892, 639, 450, 6]);
    let lift: Vec<String> = table[..5].iter().map(|it| decimals(it.lift, 2)).collect();
    assert_eq!(lift, ["7.99", "1.08", "0.46", "0.24", "0.17"]);
}

#[test]
fn the_last_year_alone_and_pace_without_activity_measure_as_published() {
    let test = Backtest::new("2011-06-09", 183);
    let last_year = |client: ClientId, _: &Score| {
        let window =
            test.clients[&client].iter().filter(|it| it.day <= test.cut && it.day > test.cut.plus(-365));
        window.map(|it| it.minor).sum()
    };
    assert_eq!(decimals(normalized_gini(&test.outcomes(last_year)), 4), "0.8429");
    assert_eq!(decimals(normalized_gini(&test.outcomes(|_, score| score.rate_minor)), 3), "0.844");
}

#[test]
fn a_later_cut_with_a_short_window_measures_as_published() {
    let outcomes = Backtest::new("2011-08-31", 100).outcomes_by_earned();
    assert_eq!(decimals(normalized_gini(&outcomes), 3), "0.766");
}

#[test]
fn the_calibration_that_is_stored_can_be_said_aloud() {
    let test = Backtest::new("2011-06-09", 183);
    let calibration = test.portfolio.calibrate();
    assert_eq!(calibration.thresholds, [11_000, 29_000, 86_000, 290_000]);
    assert_eq!(calibration.level_thresholds, test.exact_calibration().level_thresholds.map(sayable));
}

#[test]
fn a_level_is_half_a_star_for_every_client() {
    let test = Backtest::new("2011-06-09", 183);
    let calibration = test.portfolio.calibrate();
    let mut levels = HashMap::new();
    for (_, score) in &test.scores {
        let rating = rate(score, None, &calibration, None, false, test.cut);
        assert_eq!(rating.star.get(), rating.level.div_ceil(2));
        *levels.entry(rating.level).or_insert(0) += 1;
    }
    assert_eq!(levels.len(), 11, "{levels:?}");
}

#[test]
fn one_client_alone_is_rated_as_in_the_pass_over_all() {
    let clients = clients();
    let cut = day("2011-09-30");
    let parameters = Parameters::default();
    let portfolio = portfolio(&clients, cut, parameters);
    let calibration = portfolio.calibrate();
    let weights = Weights::new(parameters.half_life_days);
    let mut compared = 0;
    for (client, whole_pass) in portfolio.scores(calibration.gap_prior_millidays) {
        let mut purchases = clients[&client].clone();
        purchases.reverse();
        let alone = score(&purchases, cut, calibration.gap_prior_millidays, &weights, &parameters);
        assert_eq!(alone, whole_pass, "{client:?}");
        compared += 1;
    }
    assert_eq!(compared, clients.len());
}

#[test]
fn a_rating_as_of_a_day_is_the_one_given_on_that_day() {
    let (clients, cut) = (clients(), day("2011-06-09"));
    let known_then: Clients = clients
        .iter()
        .map(|(client, all)| (*client, all.iter().copied().filter(|it| it.day <= cut).collect()))
        .collect();
    let (now, then) =
        (portfolio(&clients, cut, Parameters::default()), portfolio(&known_then, cut, Parameters::default()));
    assert_eq!(now.calibrate(), then.calibrate());
    let prior = now.gap_prior_millidays();
    assert!(now.scores(prior).eq(then.scores(prior)));
}
