//! What users do, by chance.

use crate::bulk;
use crate::marked;
use crate::repository::TODAY;
use cartera::domain::bulk::Change;
use cartera::domain::kinds::{CustomKind, OfferAnswer};
use cartera::domain::list::ListKind;
use cartera::domain::recurrence::{Every, Recurrence};
use cartera::repository::request::Each;
use proptest::prelude::*;

/// One thing a user does; rows are picked by number among those there are.
#[derive(Debug, Clone)]
pub enum Step {
    AddClient(String),
    EditClient {
        pick: usize,
        city: String,
        potential: Option<i64>,
        tags: Vec<String>,
    },
    ArchiveClient(usize),
    AddContact(usize, bool),
    AddSale {
        pick: usize,
        ago: i32,
        euros: i64,
        back: bool,
    },
    EditSale {
        pick: usize,
        euros: i64,
        ago: i32,
    },
    DeleteSale(usize),
    AddProduct(String),
    /// With what was offered in it, and tags of the client.
    Visit {
        pick: usize,
        ago: i32,
        offers: usize,
        tags: Vec<String>,
    },
    /// What was done was done another day, or with another client.
    EditInteraction {
        pick: usize,
        ago: i32,
        moved: Option<usize>,
    },
    DeleteInteraction(usize),
    RestoreClient(usize),
    AddFollowUp {
        pick: usize,
        due: i32,
        recurrence: Option<Recurrence>,
    },
    EditFollowUp {
        pick: usize,
        due: i32,
        recurrence: Option<Recurrence>,
    },
    /// To a later or an earlier day.
    Snooze(usize, i32),
    PutOff(usize, i32),
    TheyCall(usize, Option<i32>),
    Complete(usize),
    /// An interaction that does a follow-up of its client, or that nobody answered.
    DoneWith {
        pick: usize,
        answered: bool,
    },
    Skip(usize),
    Drop(usize),
    AddOffer {
        pick: usize,
        ago: i32,
        answer: OfferAnswer,
    },
    AnswerOffer(usize, OfferAnswer),
    DeleteOffer(usize),
    /// `None` adds one.
    SaveMailTemplate(Option<usize>, String),
    DeleteMailTemplate(usize),
    SendSurvey {
        pick: usize,
        ago: i32,
        name: String,
        score: Option<i64>,
    },
    AnswerSurvey(usize, i64),
    DeleteSurvey(usize),
    /// One field of those of a kind whose keys are in the mask.
    EditMany {
        kind: ListKind,
        change: Change,
        mask: u8,
    },
    /// `None` defines one, anything else gives one another label, and its choices.
    SaveField(Option<usize>, String, CustomKind),
    DeleteField(usize),
    ShiftField(usize, bool),
    /// Of a client.
    SetField {
        pick: usize,
        field: usize,
        number: Option<i64>,
    },
    /// The same done to those of a kind whose keys are in the mask.
    ForMany {
        kind: ListKind,
        each: Each,
        mask: u8,
    },
    Publish(bool),
    Undo,
    Redo,
    Reopen,
}

pub fn step() -> impl Strategy<Value = Step> {
    let pick = 0..6_usize;
    let ago = 0..700_i32;
    prop_oneof![
        3 => "[A-Za-zñá]{1,6}".prop_map(Step::AddClient),
        2 => (pick.clone(), "[a-z]{0,4}", proptest::option::of(0..9_000_000_i64), proptest::collection::vec("[a-c]", 0..3))
            .prop_map(|(pick, city, potential, tags)| Step::EditClient { pick, city, potential, tags }),
        1 => pick.clone().prop_map(Step::ArchiveClient),
        1 => (pick.clone(), any::<bool>()).prop_map(|(pick, main)| Step::AddContact(pick, main)),
        4 => (pick.clone(), ago.clone(), 1..5_000_i64, any::<bool>())
            .prop_map(|(pick, ago, euros, back)| Step::AddSale { pick, ago, euros, back }),
        2 => (pick.clone(), 1..5_000_i64, ago.clone()).prop_map(|(pick, euros, ago)| Step::EditSale { pick, euros, ago }),
        1 => pick.clone().prop_map(Step::DeleteSale),
        1 => "[a-z]{1,6}".prop_map(Step::AddProduct),
        3 => (pick.clone(), ago, 0..3_usize, proptest::collection::vec("[a-c]", 0..3))
            .prop_map(|(pick, ago, offers, tags)| Step::Visit { pick, ago, offers, tags }),
        2 => (0..6_usize, 0..400_i32, proptest::option::of(0..6_usize))
            .prop_map(|(pick, ago, moved)| Step::EditInteraction { pick, ago, moved }),
        1 => pick.clone().prop_map(Step::DeleteInteraction),
        1 => pick.clone().prop_map(Step::RestoreClient),
        3 => (pick.clone(), -70..30_i32, recurrence())
            .prop_map(|(pick, due, recurrence)| Step::AddFollowUp { pick, due, recurrence }),
        1 => (pick.clone(), -70..30_i32, recurrence())
            .prop_map(|(pick, due, recurrence)| Step::EditFollowUp { pick, due, recurrence }),
        2 => (pick.clone(), -20..20_i32).prop_map(|(pick, to)| Step::Snooze(pick, to)),
        2 => pick.clone().prop_map(Step::Complete),
        3 => (pick.clone(), any::<bool>()).prop_map(|(pick, answered)| Step::DoneWith { pick, answered }),
        1 => pick.clone().prop_map(Step::Skip),
        2 => (pick.clone(), 0..9_i32).prop_map(|(pick, days)| Step::PutOff(pick, days)),
        1 => (pick.clone(), proptest::option::of(1..9_i32)).prop_map(|(pick, days)| Step::TheyCall(pick, days)),
        1 => pick.prop_map(Step::Drop),
        3 => (0..6_usize, 0..90_i32, answer()).prop_map(|(pick, ago, answer)| Step::AddOffer { pick, ago, answer }),
        2 => (0..6_usize, answer()).prop_map(|(pick, answer)| Step::AnswerOffer(pick, answer)),
        1 => (0..6_usize).prop_map(Step::DeleteOffer),
        2 => (proptest::option::of(0..3_usize), "[a-z]{1,6}").prop_map(|(pick, text)| Step::SaveMailTemplate(pick, text)),
        1 => (0..3_usize).prop_map(Step::DeleteMailTemplate),
        3 => (0..6_usize, 0..90_i32, "[pq]", proptest::option::of(0..11_i64))
            .prop_map(|(pick, ago, name, score)| Step::SendSurvey { pick, ago, name, score }),
        2 => (0..6_usize, 0..11_i64).prop_map(|(pick, score)| Step::AnswerSurvey(pick, score)),
        1 => (0..6_usize).prop_map(Step::DeleteSurvey),
        5 => (bulk::change(), any::<u8>())
            .prop_map(|((kind, change), mask)| Step::EditMany { kind, change, mask }),
        2 => (proptest::option::of(0..3_usize), "[a-z]{3,6}", proptest::sample::select(CustomKind::ALL))
            .prop_map(|(pick, label, kind)| Step::SaveField(pick, label, kind)),
        1 => (0..3_usize).prop_map(Step::DeleteField),
        1 => (0..3_usize, any::<bool>()).prop_map(|(pick, down)| Step::ShiftField(pick, down)),
        4 => (0..6_usize, 0..3_usize, proptest::option::of(0..3_i64))
            .prop_map(|(pick, field, number)| Step::SetField { pick, field, number }),
        5 => (marked::each(), any::<u8>())
            .prop_map(|((kind, each), mask)| Step::ForMany { kind, each, mask }),
        1 => any::<bool>().prop_map(Step::Publish),
        6 => Just(Step::Undo),
        3 => Just(Step::Redo),
        1 => Just(Step::Reopen),
    ]
}

pub fn answer() -> impl Strategy<Value = OfferAnswer> {
    proptest::sample::select(OfferAnswer::ALL)
}

pub fn recurrence() -> impl Strategy<Value = Option<Recurrence>> {
    let every = prop_oneof![
        (1..40_u16).prop_map(Every::Days),
        (1..3_u16).prop_map(Every::Weeks),
        (1..4_u16).prop_map(Every::Months),
    ];
    let until = proptest::option::of((-60..90_i32).prop_map(|days| TODAY.plus(days)));
    proptest::option::of((every, until).prop_map(|(every, until)| Recurrence { every, until }))
}
