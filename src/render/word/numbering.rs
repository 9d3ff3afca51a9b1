//! Lists: one kind, with bullets.

use super::xml::Xml;

/// The number of the list.
pub(super) const BULLETS: u32 = 1;

pub(super) fn write(xml: &mut Xml) {
    let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    xml.element("w:numbering", &[("xmlns:w", &namespace)], |xml| {
        xml.element("w:abstractNum", &[("w:abstractNumId", &0)], |xml| {
            xml.value("w:multiLevelType", "hybridMultilevel");
            xml.element("w:lvl", &[("w:ilvl", &0)], |xml| {
                xml.value("w:start", 1);
                xml.value("w:numFmt", "bullet");
                xml.value("w:lvlText", "•");
                xml.value("w:lvlJc", "left");
                xml.element("w:pPr", &[], |xml| {
                    xml.empty("w:ind", &[("w:left", &340), ("w:hanging", &340)]);
                });
            });
        });
        xml.element("w:num", &[("w:numId", &BULLETS)], |xml| xml.value("w:abstractNumId", 0));
    });
}
