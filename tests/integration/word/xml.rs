//! XML as a tree, just enough to look things up in it.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

/// The parts of a file by their names.
pub(crate) fn parts(file: &[u8]) -> BTreeMap<String, String> {
    let mut archive = ZipArchive::new(Cursor::new(file)).expect("a zip file");
    let read = (0..archive.len()).map(|position| {
        let mut part = archive.by_index(position).expect("a part");
        let mut text = String::new();
        part.read_to_string(&mut text).expect("UTF-8");
        (part.name().expect("a name").into_owned(), text)
    });
    read.collect()
}

/// The style of a paragraph, or of the first one in an element.
pub(super) fn style(element: &Element) -> Option<&str> {
    let styles = element.outermost(&["w:pStyle", "w:tblStyle"]);
    styles.first().and_then(|style| style.attribute("w:val"))
}

/// An element, with the text that stands directly in it.
#[derive(Default, Debug)]
pub(super) struct Element {
    pub(super) name: String,
    attributes: Vec<(String, String)>,
    pub(super) children: Vec<Element>,
    /// Text is an element without a name.
    text: String,
}

impl Element {
    pub(super) fn read(xml: &str) -> Self {
        let mut reader = Reader::from_str(xml);
        let mut open = vec![Self::default()];
        loop {
            let done = match reader.read_event().expect("well-formed XML") {
                Event::Start(start) => {
                    open.push(Self::started(&start));
                    continue;
                }
                Event::Empty(start) => Self::started(&start),
                Event::End(_) => open.pop().expect("an open element"),
                Event::Text(text) => Self { text: text.into_inner().into_owned(), ..Self::default() },
                Event::GeneralRef(reference) => {
                    let text = quick_xml::escape::unescape(&format!("&{};", &*reference)).map(String::from);
                    Self { text: text.expect("a known reference"), ..Self::default() }
                }
                Event::Eof => return open.pop().expect("the root"),
                _ => continue,
            };
            open.last_mut().expect("a parent").children.push(done);
        }
    }

    fn started(start: &BytesStart) -> Self {
        let attributes = start.attributes().map(|attribute| {
            let attribute = attribute.expect("an attribute");
            let value = quick_xml::escape::unescape(&attribute.value).expect("a value").into_owned();
            (attribute.key.as_ref().to_owned(), value)
        });
        Self { name: start.name().as_ref().to_owned(), attributes: attributes.collect(), ..Self::default() }
    }

    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// All elements of some names within it, in order; none within one of them.
    pub(super) fn outermost(&self, names: &[&str]) -> Vec<&Element> {
        let mut found = Vec::new();
        for child in &self.children {
            if names.contains(&child.name.as_str()) {
                found.push(child);
            } else {
                found.extend(child.outermost(names));
            }
        }
        found
    }

    /// All elements of a name within it, in order.
    pub(super) fn all(&self, name: &str) -> Vec<&Element> {
        let mut found = Vec::new();
        for child in &self.children {
            if child.name == name {
                found.push(child);
            }
            found.extend(child.all(name));
        }
        found
    }

    pub(super) fn has(&self, name: &str) -> bool {
        !self.all(name).is_empty()
    }

    /// The text in it and in all that stands in it.
    pub(super) fn text(&self) -> String {
        let inner: String = self.children.iter().map(Self::text).collect();
        format!("{}{inner}", self.text)
    }
}
