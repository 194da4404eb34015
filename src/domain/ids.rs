//! Row keys, one type an entity, so that a contact's key cannot be passed for a client's.

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);
    )+};
}

ids! {
    /// A client: the company that buys.
    ClientId,
    /// A person at a client.
    ContactId,
    /// Something that is sold.
    ProductId,
    /// A group of products.
    FamilyId,
    /// A document of sale or return, with its lines.
    SaleId,
    /// A visit, call, email, message, meeting, note or survey.
    InteractionId,
    /// A product offered to a client.
    OfferId,
    /// A question with its scale.
    SurveyId,
    /// A survey sent to a client, answered or not.
    SurveyAnswerId,
    /// Something to do for a client by a day.
    FollowUpId,
    /// Something to reach in a period.
    GoalId,
    /// What an email begins as.
    MailTemplateId,
    /// A list with its filter, columns and order.
    ViewId,
    /// Who sells.
    SalespersonId,
    /// One user action in the journal.
    ActionId,
    /// One frozen set of star thresholds.
    CalibrationId,
    /// A field that users defined.
    CustomFieldId,
    /// One imported file.
    BatchId,
}
