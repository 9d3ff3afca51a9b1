//! A part of the package: elements one after the other, and text that is never taken for one.

use std::fmt::{Arguments, Display, Write};

use quick_xml::escape::escape;

use crate::drawing::digits;
use crate::text::letter::sanitized;

/// An attribute: its name and its value.
pub(super) type Attribute<'a> = (&'a str, &'a dyn Display);

/// A part that is being written.
pub(super) struct Xml {
    part: String,
    value: String,
}

impl Xml {
    /// A part that begins with the declaration.
    pub(super) fn part() -> Self {
        let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
        Self { part: declaration.to_owned(), value: String::new() }
    }

    /// The text of the part.
    pub(super) fn finish(self) -> String {
        self.part
    }

    /// An element with what `content` writes.
    pub(super) fn element(
        &mut self,
        name: &str,
        attributes: &[Attribute<'_>],
        content: impl FnOnce(&mut Self),
    ) {
        self.start(name, attributes);
        self.part.push('>');
        content(self);
        self.part.push_str("</");
        self.part.push_str(name);
        self.part.push('>');
    }

    /// An element with nothing in it.
    pub(super) fn empty(&mut self, name: &str, attributes: &[Attribute<'_>]) {
        self.start(name, attributes);
        self.part.push_str("/>");
    }

    /// An empty element whose one attribute is `w:val`, as most of the descriptions of text are.
    pub(super) fn value(&mut self, name: &str, value: impl Display) {
        self.empty(name, &[("w:val", &value)]);
    }

    /// An element of text, see [`sanitized`].
    pub(super) fn text(&mut self, name: &str, attributes: &[Attribute<'_>], text: &str) {
        let text = sanitized(text, false);
        self.element(name, attributes, |xml| xml.part.push_str(&escape(&text)));
    }

    /// Markup of our own as it stands.
    pub(super) fn fixed(&mut self, markup: &'static str) {
        self.part.push_str(markup);
    }

    /// A number as it stands.
    pub(super) fn number(&mut self, number: i64) {
        digits::push(&mut self.part, number);
    }

    /// Markup of our own as it stands: numbers and fixed names only.
    pub(super) fn raw(&mut self, markup: Arguments<'_>) {
        // Writing to a string cannot fail.
        let _ = self.part.write_fmt(markup);
    }

    fn start(&mut self, name: &str, attributes: &[Attribute<'_>]) {
        self.part.push('<');
        self.part.push_str(name);
        for (key, value) in attributes {
            self.value.clear();
            let _ = write!(self.value, "{value}");
            for piece in [" ", key, "=\"", &escape(&self.value), "\""] {
                self.part.push_str(piece);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(write: impl FnOnce(&mut Xml)) -> String {
        let mut xml = Xml::part();
        write(&mut xml);
        let part = xml.finish();
        part.replace("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>", "")
    }

    #[test]
    fn text_and_values_are_never_markup() {
        let xml = written(|xml| {
            xml.element("a", &[("b", &"<\"&'>"), ("c", &5)], |xml| {
                xml.text("d", &[], "]]></d>&\u{1}\u{ffff}");
            });
        });
        assert!(xml.starts_with("<a b=\"&lt;&quot;&amp;"), "{xml}");
        assert!(xml.ends_with("<d>]]&gt;&lt;/d&gt;&amp;?\u{fffd}</d></a>"), "{xml}");
    }
}
