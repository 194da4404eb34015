//! Closed lists of kinds, each with the one word that the database, the command line and exports use.

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident { $($variant:ident = $word:literal),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($variant),+ }

        impl $name {
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The English word by which it is stored and exported.
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// The kind with this stored word.
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }
        }
    )+};
}

kinds! {
    /// Where a client stands.
    Stage { Prospect = "prospect", Client = "client", Lost = "lost" }
    /// What a person decides at a client.
    ContactRole { Purchasing = "purchasing", Decision = "decision", User = "user", Finance = "finance", Other = "other" }
    /// May we write to this person?
    Consent { Unknown = "unknown", Given = "given", Refused = "refused" }
    /// A sale, or goods that came back.
    SaleKind { Sale = "sale", Return = "return" }
    /// What happened with a client. A note is not a touch.
    InteractionKind { Visit = "visit", Call = "call", Email = "email", Message = "message", Meeting = "meeting", Note = "note", Survey = "survey" }
    /// Who began it.
    Direction { Out = "out", In = "in" }
    /// How it went; `NoAnswer` is an attempt.
    Outcome { Good = "good", Ok = "ok", Bad = "bad", NoAnswer = "no_answer" }
    /// What is to be done.
    FollowUpKind { Visit = "visit", Call = "call", Email = "email", Message = "message", Offer = "offer", Task = "task" }
    /// Whether it is still to be done.
    FollowUpState { Open = "open", Done = "done", Dropped = "dropped" }
    /// What the client said to an offer.
    OfferAnswer { Pending = "pending", Interested = "interested", Bought = "bought", Rejected = "rejected" }
    /// What a salesperson may do.
    SalespersonRole { Seller = "seller", Manager = "manager" }
    /// Of what users may define fields.
    CustomEntity { Client = "client", Contact = "contact", Product = "product", Sale = "sale" }
    /// What a field that users define holds.
    CustomKind { Text = "text", Number = "number", Money = "money", Date = "date", Flag = "flag", Choice = "choice" }
    /// What a goal counts.
    GoalMetric { Sales = "sales", Visits = "visits", Touches = "touches", Coverage = "coverage", NewClients = "new_clients", Offers = "offers", WonBack = "won_back" }
}

impl OfferAnswer {
    /// Is more to come, an answer or a sale?
    pub fn is_open(self) -> bool {
        matches!(self, Self::Pending | Self::Interested)
    }
}

impl InteractionKind {
    /// Does it count as contact with the client? A note does not.
    pub fn is_touch(self) -> bool {
        self != Self::Note
    }
}
