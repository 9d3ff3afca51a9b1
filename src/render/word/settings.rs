//! What Word should know about the document as a whole.

use super::content::Document;
use super::xml::Xml;
use crate::text::word::{language_tag, separators};

/// The version of Word whose layout is used: 2013 and later.
const COMPATIBILITY: u32 = 15;

pub(super) fn write(xml: &mut Xml, document: &Document) {
    let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    xml.element("w:settings", &[("xmlns:w", &namespace)], |xml| {
        xml.empty("w:zoom", &[("w:percent", &100)]);
        xml.value("w:defaultTabStop", 709);
        xml.value("w:characterSpacingControl", "doNotCompress");
        xml.element("w:compat", &[], |xml| {
            let uri = "http://schemas.microsoft.com/office/word";
            let settings = [
                ("compatibilityMode", COMPATIBILITY),
                ("overrideTableStyleFontSizeAndJustification", 1),
                ("enableOpenTypeFeatures", 1),
                ("doNotFlipMirrorIndents", 1),
                ("differentiateMultirowTableHeaders", 1),
            ];
            for (name, value) in settings {
                xml.empty("w:compatSetting", &[("w:name", &name), ("w:uri", &uri), ("w:val", &value)]);
            }
        });
        xml.value("w:themeFontLang", language_tag(document.language));
        let [decimal, list] = separators(document.language);
        xml.value("w:decimalSymbol", decimal);
        xml.value("w:listSeparator", list);
    });
}

/// The fonts and what stands in for them where they are missing.
pub(super) fn write_fonts(xml: &mut Xml) {
    let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    xml.element("w:fonts", &[("xmlns:w", &namespace)], |xml| {
        for (name, stand_in, family) in
            [("Arial", "Liberation Sans", "swiss"), ("Cambria", "Caladea", "roman")]
        {
            xml.element("w:font", &[("w:name", &name)], |xml| {
                xml.value("w:altName", stand_in);
                xml.value("w:family", family);
                xml.value("w:pitch", "variable");
            });
        }
    });
}
