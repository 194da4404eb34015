//! From purchases and potential to stars.

#[derive(Debug, Clone, PartialEq)]
pub struct Rating {}
#[derive(Debug, Clone, PartialEq)]
pub struct Calibration {}
