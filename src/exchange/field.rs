//! The fields that a column of a file can fill, with their words, labels and lengths; it knows no header.

use crate::text::Lang;

macro_rules! fields {
    ($($variant:ident = $word:literal, $key:literal, $max:literal);+ $(;)?) => {
        /// What a column holds.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Field { $($variant),+ }

        impl Field {
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word by which a mapping is stored.
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// The catalogue's key of its label.
            fn key(self) -> &'static str {
                match self { $(Self::$variant => $key),+ }
            }

            /// The most characters that the schema takes; 0 where the field is no text.
            pub fn max_length(self) -> usize {
                match self { $(Self::$variant => $max),+ }
            }
        }
    };
}

fields! {
    ClientCode = "client_code", "import-field-client-code", 100;
    ClientName = "client", "field-client", 300;
    TaxId = "tax_id", "field-tax-id", 100;
    Phone = "phone", "field-phone", 100;
    Email = "email", "field-email", 300;
    Website = "website", "field-website", 300;
    Address = "address", "field-address", 1000;
    City = "city", "field-city", 200;
    Region = "region", "field-region", 200;
    Postcode = "postcode", "field-postcode", 50;
    Country = "country", "field-country", 200;
    Sector = "sector", "field-sector", 200;
    Source = "source", "field-source", 200;
    Stage = "stage", "field-stage", 0;
    Tags = "tags", "field-tags", 0;
    Potential = "potential", "field-potential", 0;
    PotentialOn = "potential_on", "field-potential-on", 0;
    PotentialSource = "potential_source", "field-potential-source", 200;
    VisitEvery = "visit_every", "field-visit-every", 0;
    TouchEvery = "touch_every", "field-touch-every", 0;
    DoNotContact = "do_not_contact", "field-do-not-contact", 0;
    Notes = "notes", "field-notes", 100_000;
    ContactName = "contact", "field-contact", 300;
    ContactFirst = "contact_first_name", "import-field-first-name", 300;
    ContactLast = "contact_last_name", "import-field-last-name", 300;
    JobTitle = "job_title", "field-job-title", 200;
    ContactRole = "contact_role", "field-role", 0;
    Main = "main", "field-main", 0;
    ContactPhone = "contact_phone", "import-field-contact-phone", 100;
    ContactEmail = "contact_email", "import-field-contact-email", 300;
    Language = "language", "field-language", 0;
    Consent = "consent", "field-consent", 0;
    LeftOn = "left_on", "field-left-on", 0;
    ContactNotes = "contact_notes", "import-field-contact-notes", 100_000;
    Sku = "sku", "field-sku", 100;
    ProductName = "product", "field-product", 300;
    Family = "family", "field-family", 200;
    Unit = "unit", "field-unit", 100;
    Price = "price", "field-price", 0;
    LaunchedOn = "launched_on", "field-launched-on", 0;
    Active = "active", "field-active", 0;
    Discontinued = "discontinued", "import-field-discontinued", 0;
    SellerCode = "salesperson_code", "import-field-salesperson-code", 100;
    SellerName = "salesperson", "field-salesperson", 300;
    SellerFirst = "salesperson_first_name", "import-field-first-name", 300;
    SellerLast = "salesperson_last_name", "import-field-last-name", 300;
    SellerEmail = "salesperson_email", "import-field-salesperson-email", 300;
    SellerRole = "salesperson_role", "field-role", 0;
    ReportsTo = "reports_to", "field-reports-to", 300;
    StarsFrom = "stars_from", "field-stars-from", 0;
    StarsTo = "stars_to", "field-stars-to", 0;
    Capacity = "touches_per_week", "field-capacity", 0;
    Number = "number", "field-number", 100;
    Date = "date", "field-date", 0;
    Quantity = "quantity", "field-quantity", 0;
    UnitPrice = "unit_price", "field-price", 0;
    Discount = "discount", "field-discount", 0;
    Amount = "amount", "field-amount", 0;
    Currency = "currency", "field-currency", 0;
    Rate = "rate", "field-rate", 0;
    SaleKind = "kind", "field-kind", 0;
    LineText = "description", "field-description", 300;
    SaleNotes = "sale_notes", "import-field-sale-notes", 100_000;
}

/// How the cells of a field are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    Text,
    /// A number with a decimal mark.
    Number,
    /// A fraction or a percentage.
    Discount,
    Date,
    /// A whole number.
    Count,
    /// One of a few words.
    Choice,
}

impl Field {
    /// The label that users read.
    pub fn label(self, lang: Lang) -> String {
        lang.t(self.key())
    }

    pub fn shape(self) -> Shape {
        match self {
            Self::Potential | Self::Price | Self::UnitPrice | Self::Quantity | Self::Amount | Self::Rate => {
                Shape::Number
            }
            Self::Discount => Shape::Discount,
            Self::Date | Self::PotentialOn | Self::LaunchedOn | Self::LeftOn => Shape::Date,
            Self::VisitEvery | Self::TouchEvery | Self::StarsFrom | Self::StarsTo | Self::Capacity => {
                Shape::Count
            }
            Self::Stage
            | Self::DoNotContact
            | Self::ContactRole
            | Self::Main
            | Self::Language
            | Self::Consent
            | Self::Active
            | Self::Discontinued
            | Self::SellerRole
            | Self::Currency
            | Self::SaleKind => Shape::Choice,
            Self::ClientCode
            | Self::ClientName
            | Self::TaxId
            | Self::Phone
            | Self::Email
            | Self::Website
            | Self::Address
            | Self::City
            | Self::Region
            | Self::Postcode
            | Self::Country
            | Self::Sector
            | Self::Source
            | Self::Tags
            | Self::PotentialSource
            | Self::Notes
            | Self::ContactName
            | Self::ContactFirst
            | Self::ContactLast
            | Self::JobTitle
            | Self::ContactPhone
            | Self::ContactEmail
            | Self::ContactNotes
            | Self::Sku
            | Self::ProductName
            | Self::Family
            | Self::Unit
            | Self::SellerCode
            | Self::SellerName
            | Self::SellerFirst
            | Self::SellerLast
            | Self::SellerEmail
            | Self::ReportsTo
            | Self::Number
            | Self::LineText
            | Self::SaleNotes => Shape::Text,
        }
    }
}
