//! A figure of which there need not be one.

/// `None` where nobody states any, so that there is no key; within, `None` where it is unknown.
pub type Stated<Figure> = Option<Option<Figure>>;
