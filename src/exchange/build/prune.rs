//! Takes out of a batch of sales what only refused or left-out rows named: nothing is created for their sake.

use crate::exchange::batch::{Batch, Index};

/// Where each element of a list went, `None` for those that were taken out.
struct Moves(Vec<Option<Index>>);

impl Moves {
    fn of(&self, index: Index) -> Option<Index> {
        usize::try_from(index).ok().and_then(|index| self.0.get(index).copied()).flatten()
    }
}

/// Keeps the elements of the list that are used, in their order.
fn keep<T>(list: &mut Vec<T>, used: impl Iterator<Item = Index>) -> Moves {
    let mut wanted = vec![false; list.len()];
    for index in used {
        if let Some(mark) = usize::try_from(index).ok().and_then(|index| wanted.get_mut(index)) {
            *mark = true;
        }
    }
    let mut next = 0;
    let moves = wanted
        .iter()
        .map(|wanted| {
            wanted.then(|| {
                next += 1;
                next - 1
            })
        })
        .collect();
    let mut wanted = wanted.into_iter();
    list.retain(|_| wanted.next().unwrap_or_default());
    Moves(moves)
}

/// Takes out what no sale of the batch refers to.
pub fn unused(batch: &mut Batch) {
    batch.sales.retain(|sale| sale.count > 0);
    let clients = keep(&mut batch.clients, batch.sales.iter().map(|sale| sale.client));
    let contacts = keep(&mut batch.contacts, batch.sales.iter().filter_map(|sale| sale.contact));
    let sellers = keep(&mut batch.sellers, batch.sales.iter().filter_map(|sale| sale.seller));
    let products = keep(&mut batch.products, batch.lines.iter().filter_map(|line| line.product));
    for contact in &mut batch.contacts {
        contact.client = clients.of(contact.client).unwrap_or(Index::MAX);
    }
    for sale in &mut batch.sales {
        sale.client = clients.of(sale.client).unwrap_or(Index::MAX);
        sale.contact = sale.contact.and_then(|index| contacts.of(index));
        sale.seller = sale.seller.and_then(|index| sellers.of(index));
    }
    for line in &mut batch.lines {
        line.product = line.product.and_then(|index| products.of(index));
    }
}
