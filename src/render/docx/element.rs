//! A part of the document as a tree, to find a place in it and add to it.

use std::io;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, Writer};

/// An element.
#[derive(Clone, Debug)]
pub(super) struct Element {
    start: BytesStart<'static>,
    children: Vec<Node>,
}

/// What stands in an element.
#[derive(Clone, Debug)]
enum Node {
    Element(Element),
    /// Text and whatever else is passed on as it is.
    Other(Event<'static>),
}

impl Element {
    pub(super) fn new(name: &str, attributes: &[(&str, &str)]) -> Self {
        let mut element = Self { start: BytesStart::new(name.to_owned()), children: Vec::new() };
        for (key, value) in attributes {
            element.start.push_attribute((*key, *value));
        }
        element
    }

    pub(super) fn with(mut self, child: Self) -> Self {
        self.push(child);
        self
    }

    pub(super) fn with_text(mut self, text: &str) -> Self {
        let text = quick_xml::events::BytesText::new(text).into_owned();
        self.children.push(Node::Other(Event::Text(text)));
        self
    }

    /// A part of a document.
    ///
    /// # Errors
    /// If it is not well-formed.
    pub(super) fn read(part: &[u8]) -> io::Result<Self> {
        let mut reader = Reader::from_reader(part);
        let mut open: Vec<Self> = Vec::new();
        loop {
            let event = reader.read_event().map_err(io::Error::other)?;
            let done = match event {
                Event::Start(start) => {
                    open.push(Self { start: start.into_owned(), children: Vec::new() });
                    continue;
                }
                Event::Empty(start) => Self { start: start.into_owned(), children: Vec::new() },
                Event::End(_) => open.pop().ok_or(io::ErrorKind::InvalidData)?,
                Event::Eof => return Err(io::ErrorKind::UnexpectedEof.into()),
                other => {
                    if let Some(parent) = open.last_mut() {
                        parent.children.push(Node::Other(other.into_owned()));
                    }
                    continue;
                }
            };
            match open.last_mut() {
                Some(parent) => parent.push(done),
                None => return Ok(done),
            }
        }
    }

    /// As the bytes of a part.
    ///
    /// # Errors
    /// None in memory.
    pub(super) fn written(&self) -> io::Result<Vec<u8>> {
        let declaration = b"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".to_vec();
        let mut writer = Writer::new(declaration);
        self.write(&mut writer)?;
        Ok(writer.into_inner())
    }

    fn write(&self, writer: &mut Writer<Vec<u8>>) -> io::Result<()> {
        if self.children.is_empty() {
            return writer.write_event(Event::Empty(self.start.borrow()));
        }
        writer.write_event(Event::Start(self.start.borrow()))?;
        for child in &self.children {
            match child {
                Node::Element(element) => element.write(writer)?,
                Node::Other(event) => writer.write_event(event.borrow())?,
            }
        }
        writer.write_event(Event::End(self.start.to_end()))
    }

    pub(super) fn is(&self, name: &str) -> bool {
        self.start.name().as_ref() == name
    }

    /// The value of an attribute that holds no references.
    pub(super) fn attribute(&self, key: &str) -> Option<String> {
        let found = self.start.try_get_attribute(key).ok().flatten()?;
        Some(found.value.into_owned())
    }

    /// Sets the attributes, and takes all others away.
    pub(super) fn set_attributes(&mut self, attributes: &[(&str, &str)]) {
        self.start.clear_attributes();
        for (key, value) in attributes {
            self.start.push_attribute((*key, *value));
        }
    }

    pub(super) fn add_attribute(&mut self, key: &str, value: &str) {
        self.start.push_attribute((key, value));
    }

    /// Takes an attribute away.
    pub(super) fn remove_attribute(&mut self, key: &str) {
        let start = self.start.clone();
        self.start.clear_attributes();
        for attribute in start.attributes().flatten() {
            if attribute.key.as_ref() != key {
                self.start.push_attribute(attribute);
            }
        }
    }

    pub(super) fn push(&mut self, child: Self) {
        self.children.push(Node::Element(child));
    }

    pub(super) fn is_empty(&self) -> bool {
        self.children.is_empty()
    }

    pub(super) fn children_mut(&mut self) -> impl Iterator<Item = &mut Self> {
        self.children.iter_mut().filter_map(|child| match child {
            Node::Element(element) => Some(element),
            Node::Other(_) => None,
        })
    }

    /// The first child of a name.
    pub(super) fn child_mut(&mut self, name: &str) -> Option<&mut Self> {
        self.children_mut().find(|child| child.is(name))
    }

    /// Keeps the children that are wanted, and all text.
    pub(super) fn retain(&mut self, wanted: impl Fn(&Self) -> bool) {
        self.children.retain(|child| match child {
            Node::Element(element) => wanted(element),
            Node::Other(_) => true,
        });
    }

    /// Orders the children by a key; those of the same key stay in order.
    pub(super) fn sort_by_key(&mut self, key: impl Fn(&Self) -> usize) {
        self.children.sort_by_key(|child| match child {
            Node::Element(element) => key(element),
            Node::Other(_) => 0,
        });
    }

    /// Does something to it and to all that stands in it, the outer before the inner.
    pub(super) fn visit(&mut self, action: &mut impl FnMut(&mut Self)) {
        action(self);
        for child in self.children_mut() {
            child.visit(action);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_touched_is_written_as_it_was_read() {
        let part = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<a x=\"1 &amp; &#xE5;\"><b>å &lt; &amp;\
                    \u{a0}</b><c/> <d k='\"'/></a>";
        let written = Element::read(part.as_bytes()).and_then(|root| root.written()).expect("a part");
        assert_eq!(String::from_utf8_lossy(&written), part);
        for broken in ["", "<a>", "<a></b>", "</a>", "text"] {
            assert!(Element::read(broken.as_bytes()).is_err(), "{broken}");
        }
    }

    #[test]
    fn attributes_and_texts_are_escaped() {
        let mut element = Element::new("a", &[("x", "\"<&")]).with_text("<&>");
        element.add_attribute("y", "2");
        element.remove_attribute("z");
        let written = element.written().expect("a part");
        let expected = "<a x=\"&quot;&lt;&amp;\" y=\"2\">&lt;&amp;&gt;</a>";
        assert!(
            String::from_utf8_lossy(&written).ends_with(expected),
            "{}",
            String::from_utf8_lossy(&written)
        );
        element.remove_attribute("x");
        assert_eq!((element.attribute("x"), element.attribute("y")), (None, Some("2".to_owned())));
    }
}
