//! What stands on the invented papers: document numbers, exchange rates, and the file of each who sells.

use super::people::Seller;
use crate::domain::day::Day;
use crate::domain::ids::SalespersonId;
use crate::domain::kinds::{SaleKind, SalespersonRole};
use crate::domain::salesperson::SalespersonDraft;
use crate::repository::request::Request;
use chrono::Datelike;

/// `F26-00012` for the twelfth sale of 2026, `A26-0003` for the third return.
#[derive(Default)]
pub struct Numbers {
    year: i32,
    sales: u32,
    returns: u32,
}

impl Numbers {
    pub fn next(&mut self, kind: SaleKind, day: Day) -> String {
        let year = day.date().map_or(0, |date| date.year());
        if year != self.year {
            *self = Self { year, ..Self::default() };
        }
        let short = year.rem_euclid(100);
        match kind {
            SaleKind::Sale => {
                self.sales += 1;
                format!("F{short:02}-{:05}", self.sales)
            }
            SaleKind::Return => {
                self.returns += 1;
                format!("A{short:02}-{:04}", self.returns)
            }
        }
    }
}

/// An invented rate that moves a little every quarter, in billionths.
pub fn euros_for_a_dollar(ago: i32) -> i64 {
    const QUARTERS: [i64; 9] = [
        862_000_000,
        871_500_000,
        885_000_000,
        902_400_000,
        918_000_000,
        925_600_000,
        931_000_000,
        914_200_000,
        907_700_000,
    ];
    let quarter = usize::try_from(ago / 91).unwrap_or(0);
    QUARTERS.get(quarter).copied().unwrap_or(QUARTERS[8])
}

pub fn person(seller: &Seller, role: SalespersonRole, boss: Option<SalespersonId>) -> Request {
    let mailbox = crate::text::fold::fold(seller.name).replace(' ', ".");
    Request::SaveSalesperson(SalespersonDraft {
        id: None,
        rev: 0,
        code: seller.code.to_owned(),
        name: seller.name.to_owned(),
        email: format!("{mailbox}@cartera.example"),
        role,
        reports_to: boss,
        stars_from: seller.stars.0,
        stars_to: seller.stars.1,
        touches_per_week: Some(seller.touches_per_week),
        active: true,
    })
}
