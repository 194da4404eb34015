//! The one binary of integration tests; a module for each part.

#[cfg(test)]
mod catalogue;
#[cfg(test)]
mod rating;
