//! The salesperson whom an option names.

use super::desk::Desk;
use super::{Context, Exit, Failure, print};
use crate::domain::ids::SalespersonId;
use crate::domain::list::{ListKind, ListQuery};
use crate::repository::request::Rows;
use crate::text::fold::fold;

/// The salesperson meant: by code, email or whole name, else by a part of the name that only one has. Otherwise says on
/// standard error what the word may mean, and gives the exit code.
pub fn find(desk: &mut Desk, text: &str, context: &Context) -> Result<Result<SalespersonId, Exit>, Failure> {
    let wanted = fold(text);
    let query = ListQuery { search: text.to_owned(), ..ListQuery::all(ListKind::Salespeople) };
    let ids = desk.list(query)?.ids;
    let Some(Rows::Salespeople(people)) = desk.rows(ListKind::Salespeople, &ids)? else {
        return Ok(Err(Exit::NothingFound));
    };
    let is_named = |name: &String| fold(name) == wanted;
    let named: Vec<_> =
        people.iter().filter(|row| [&row.name, &row.code, &row.email].into_iter().any(is_named)).collect();
    let meant = if named.is_empty() { people.iter().collect() } else { named };
    match meant.as_slice() {
        [only] => return Ok(Ok(only.id)),
        [] => print::note(&context.locale.ta("cli-salesperson-unknown", &[("text", text.into())])),
        several => {
            let names: Vec<&str> = several.iter().map(|row| row.name.as_str()).collect();
            let args = [("text", text.into()), ("names", names.join(", ").into())];
            print::note(&context.locale.ta("cli-salesperson-ambiguous", &args));
        }
    }
    Ok(Err(Exit::NothingFound))
}
