//! Any bytes as a line of the filter language, with a portfolio behind it.
#![no_main]

#[path = "../body.rs"]
mod body;

use cartera::repository::store::Store;
use libfuzzer_sys::fuzz_target;
use std::cell::RefCell;

thread_local! {
    static STORE: RefCell<Store> = RefCell::new(body::portfolio());
}

fuzz_target!(|line: &str| STORE.with(|store| body::holds(&mut store.borrow_mut(), line)));
