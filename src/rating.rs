//! From purchases and potential to stars.
