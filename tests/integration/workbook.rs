//! Reading of workbooks: what stands in sound ones, and what becomes of those that are made to do harm.

mod hostile;
mod package;
mod values;
