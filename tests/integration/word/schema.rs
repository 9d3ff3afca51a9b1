//! What the standard (ECMA-376, part 1) and Word's own extensions say of elements: which children they have, and in
//! what order. Word calls a file damaged where `LibreOffice` looks away.

use std::io::{Cursor, Read};

use super::sample;
use super::xml::Element;
use finsam::render::word;
use zip::ZipArchive;

/// The elements that have children of several kinds, each with them in the order of the schema; what is not named here
/// may not stand in them.
const ORDERS: [(&str, &[&str]); 45] = [
    ("w:document", &["w:body"]),
    (
        "w:pPr",
        &[
            "w:pStyle", "w:keepNext", "w:keepLines", "w:pageBreakBefore", "w:widowControl", "w:numPr",
            "w:pBdr", "w:shd", "w:tabs", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl",
            "w:rPr", "w:sectPr",
        ],
    ),
    (
        "w:rPr",
        &["w:rStyle", "w:rFonts", "w:b", "w:bCs", "w:i", "w:iCs", "w:color", "w:sz", "w:szCs", "w:lang"],
    ),
    ("w:pBdr", &["w:top", "w:left", "w:bottom", "w:right", "w:between"]),
    ("w:numPr", &["w:ilvl", "w:numId"]),
    (
        "w:tblPr",
        &[
            "w:tblStyle", "w:tblW", "w:jc", "w:tblInd", "w:tblBorders", "w:tblLayout", "w:tblCellMar",
            "w:tblLook", "w:tblCaption",
        ],
    ),
    ("w:tbl", &["w:tblPr", "w:tblGrid", "w:tr"]),
    ("w:tr", &["w:trPr", "w:tc"]),
    ("w:tc", &["w:tcPr", "w:p"]),
    ("w:trPr", &["w:cantSplit", "w:tblHeader"]),
    ("w:tcPr", &["w:tcW", "w:gridSpan", "w:tcBorders", "w:shd", "w:noWrap", "w:vAlign"]),
    ("w:tblBorders", &["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"]),
    ("w:tcBorders", &["w:top", "w:left", "w:bottom", "w:right"]),
    ("w:tblCellMar", &["w:top", "w:left", "w:bottom", "w:right"]),
    ("w:tblStylePr", &["w:pPr", "w:rPr", "w:tblPr", "w:trPr", "w:tcPr"]),
    (
        "w:style",
        &[
            "w:name", "w:basedOn", "w:next", "w:uiPriority", "w:semiHidden", "w:qFormat", "w:pPr", "w:rPr",
            "w:tblPr", "w:tblStylePr",
        ],
    ),
    ("w:styles", &["w:docDefaults", "w:style"]),
    ("w:docDefaults", &["w:rPrDefault", "w:pPrDefault"]),
    (
        "w:sectPr",
        &["w:headerReference", "w:footerReference", "w:type", "w:pgSz", "w:pgMar", "w:cols", "w:titlePg"],
    ),
    ("w:abstractNum", &["w:multiLevelType", "w:lvl"]),
    ("w:numbering", &["w:abstractNum", "w:num"]),
    ("w:num", &["w:abstractNumId"]),
    ("w:lvl", &["w:start", "w:numFmt", "w:lvlText", "w:lvlJc", "w:pPr", "w:rPr"]),
    ("w:sdt", &["w:sdtPr", "w:sdtContent"]),
    ("w:docPartObj", &["w:docPartGallery", "w:docPartUnique"]),
    (
        "w:settings",
        &[
            "w:zoom",
            "w:defaultTabStop",
            "w:characterSpacingControl",
            "w:updateFields",
            "w:compat",
            "w:themeFontLang",
            "w:decimalSymbol",
            "w:listSeparator",
        ],
    ),
    ("w:compat", &["w:compatSetting"]),
    ("w:font", &["w:altName", "w:family", "w:pitch"]),
    ("mc:AlternateContent", &["mc:Choice", "mc:Fallback"]),
    ("mc:Choice", &["w:drawing"]),
    ("w:drawing", &["wp:inline"]),
    ("wp:inline", &["wp:extent", "wp:docPr", "wp:cNvGraphicFramePr", "a:graphic"]),
    ("a:graphicData", &["wpg:wgp"]),
    ("wpg:wgp", &["wpg:cNvGrpSpPr", "wpg:grpSpPr", "wps:wsp"]),
    ("wpg:grpSpPr", &["a:xfrm"]),
    ("a:xfrm", &["a:off", "a:ext", "a:chOff", "a:chExt"]),
    ("wps:wsp", &["wps:cNvPr", "wps:cNvSpPr", "wps:spPr", "wps:txbx", "wps:bodyPr"]),
    ("wps:spPr", &["a:xfrm", "a:custGeom", "a:prstGeom", "a:noFill", "a:solidFill", "a:pattFill", "a:ln"]),
    ("a:custGeom", &["a:avLst", "a:gdLst", "a:ahLst", "a:cxnLst", "a:rect", "a:pathLst"]),
    ("a:ln", &["a:noFill", "a:solidFill", "a:custDash", "a:round"]),
    ("a:pattFill", &["a:fgClr", "a:bgClr"]),
    ("w:txbxContent", &["w:p"]),
    ("wps:bodyPr", &["a:noAutofit"]),
    ("w:hdr", &["w:p"]),
    ("w:ftr", &["w:p"]),
];

/// Elements whose children may stand in any order, with what may stand in them.
const CHOICES: [(&str, &[&str]); 7] = [
    ("w:body", &["w:p", "w:tbl", "w:sdt", "w:sectPr"]),
    ("w:sdtContent", &["w:p"]),
    ("w:p", &["w:pPr", "w:r", "w:hyperlink", "w:fldSimple", "w:bookmarkStart", "w:bookmarkEnd"]),
    ("w:r", &["w:rPr", "w:t", "w:br", "w:tab", "w:fldChar", "w:instrText", "mc:AlternateContent"]),
    ("w:hyperlink", &["w:r"]),
    ("w:fldSimple", &["w:r"]),
    ("a:path", &["a:moveTo", "a:lnTo", "a:close"]),
];

/// Elements that stand at most once in each of those that have an order.
const MANY: [&str; 8] =
    ["w:tr", "w:tc", "w:p", "w:style", "w:tblStylePr", "w:compatSetting", "wps:wsp", "w:footerReference"];

fn check(element: &Element) {
    let names: Vec<&str> =
        element.children.iter().map(|child| child.name.as_str()).filter(|name| !name.is_empty()).collect();
    let name = element.name.as_str();
    if let Some((_, order)) = ORDERS.iter().find(|(known, _)| *known == name) {
        let places: Vec<usize> = names
            .iter()
            .map(|child| {
                order.iter().position(|known| known == child).unwrap_or_else(|| panic!("{child} in {name}"))
            })
            .collect();
        assert!(places.is_sorted(), "{name}: {names:?}");
        for pair in names.windows(2) {
            assert!(pair[0] != pair[1] || MANY.contains(&pair[0]), "{name}: {names:?}");
        }
    }
    if let Some((_, choice)) = CHOICES.iter().find(|(known, _)| *known == name) {
        assert!(names.iter().all(|child| choice.contains(child)), "{name}: {names:?}");
    }
    // What describes stands first, and nothing else does.
    for (first, of) in [("w:pPr", "w:p"), ("w:rPr", "w:r"), ("w:sectPr", "w:body")] {
        let place = names.iter().position(|child| *child == first);
        let expected = if first == "w:sectPr" { names.len().checked_sub(1) } else { Some(0) };
        assert!(name != of || place.is_none() || place == expected, "{name}: {names:?}");
    }
    // A cell ends with a paragraph, a document with its section, and no table stands directly before another.
    assert!(name != "w:tc" || names.last() == Some(&"w:p"));
    assert!(name != "w:body" || names.last() == Some(&"w:sectPr"));
    assert!(name != "w:body" || names.windows(2).all(|pair| pair != ["w:tbl", "w:tbl"]));
    element.children.iter().for_each(check);
}

#[test]
fn every_element_stands_where_the_standard_has_it() {
    let bytes = word::write(&sample::report()).expect("a report");
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a zip file");
    for number in 0..archive.len() {
        let mut text = String::new();
        archive.by_index(number).expect("a part").read_to_string(&mut text).expect("UTF-8");
        check(&Element::read(&text));
    }
}
