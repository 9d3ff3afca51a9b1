//! A part of the package: elements one after the other, and text that is never taken for one.

use std::fmt::{Arguments, Display, Write as _};
use std::io::{self, Write as _};

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use crate::text::letter::sanitized;

/// An attribute: its name and its value.
pub(super) type Attribute<'a> = (&'a str, &'a dyn Display);

/// A part that is being written.
pub(super) struct Xml {
    writer: Writer<Vec<u8>>,
    /// The first error, kept until the end: writing to memory has none.
    error: Option<io::Error>,
    value: String,
}

impl Xml {
    /// A part that begins with the declaration.
    pub(super) fn part() -> Self {
        let mut xml = Self { writer: Writer::new(Vec::new()), error: None, value: String::new() };
        xml.event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))));
        xml
    }

    /// The bytes of the part.
    ///
    /// # Errors
    /// None in memory.
    pub(super) fn finish(self) -> io::Result<Vec<u8>> {
        match self.error {
            Some(error) => Err(error),
            None => Ok(self.writer.into_inner()),
        }
    }

    /// An element with what `content` writes.
    pub(super) fn element(
        &mut self,
        name: &str,
        attributes: &[Attribute<'_>],
        content: impl FnOnce(&mut Self),
    ) {
        let start = self.start(name, attributes);
        self.event(Event::Start(start));
        content(self);
        self.event(Event::End(BytesEnd::new(name)));
    }

    /// An element with nothing in it.
    pub(super) fn empty(&mut self, name: &str, attributes: &[Attribute<'_>]) {
        let start = self.start(name, attributes);
        self.event(Event::Empty(start));
    }

    /// An empty element whose one attribute is `w:val`, as most of the descriptions of text are.
    pub(super) fn value(&mut self, name: &str, value: impl Display) {
        self.empty(name, &[("w:val", &value)]);
    }

    /// An element of text, see [`sanitized`].
    pub(super) fn text(&mut self, name: &str, attributes: &[Attribute<'_>], text: &str) {
        let text = sanitized(text, false);
        self.element(name, attributes, |xml| xml.event(Event::Text(BytesText::new(&text))));
    }

    /// Markup of our own as it stands.
    pub(super) fn fixed(&mut self, markup: &'static str) {
        self.writer.get_mut().extend_from_slice(markup.as_bytes());
    }

    /// A number as it stands. Outlines have tens of thousands, for which `write!` takes its time.
    pub(super) fn number(&mut self, number: i64) {
        let mut digits = [0; 20];
        let mut start = digits.len();
        let mut rest = number.unsigned_abs();
        loop {
            start -= 1;
            digits[start] = b'0' + u8::try_from(rest % 10).unwrap_or(0);
            rest /= 10;
            if rest == 0 {
                break;
            }
        }
        let part = self.writer.get_mut();
        if number < 0 {
            part.push(b'-');
        }
        part.extend_from_slice(&digits[start..]);
    }

    /// Markup of our own as it stands: numbers and fixed names only.
    pub(super) fn raw(&mut self, markup: Arguments<'_>) {
        let written = self.writer.get_mut().write_fmt(markup);
        self.keep(written);
    }

    fn start<'a>(&mut self, name: &'a str, attributes: &[Attribute<'_>]) -> BytesStart<'a> {
        let mut start = BytesStart::new(name);
        for (key, value) in attributes {
            self.value.clear();
            let _ = write!(self.value, "{value}");
            start.push_attribute((*key, self.value.as_str()));
        }
        start
    }

    fn event(&mut self, event: Event<'_>) {
        let written = self.writer.write_event(event);
        self.keep(written);
    }

    fn keep(&mut self, written: io::Result<()>) {
        if let Err(error) = written {
            self.error.get_or_insert(error);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(write: impl FnOnce(&mut Xml)) -> String {
        let mut xml = Xml::part();
        write(&mut xml);
        let part = String::from_utf8(xml.finish().expect("memory has no errors")).expect("UTF-8");
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

    #[test]
    fn numbers_are_written_whole() {
        let numbers = [0, 7, -10, i64::MAX, i64::MIN];
        let xml = written(|xml| numbers.iter().for_each(|number| xml.number(*number)));
        assert_eq!(xml, numbers.map(|number| number.to_string()).concat());
    }
}
