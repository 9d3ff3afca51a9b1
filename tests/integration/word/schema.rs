//! What the standard (ECMA-376, part 1) and Word's own extensions say of elements: which children they have, and in
//! what order. Word calls a file damaged where `LibreOffice` looks away.

use finsam::render::word;

use super::sample;
use super::xml::{Element, parts};

/// Elements with the children that stand in them, in the order of the schema; nothing else may.
const ORDERS: [(&str, &[&str]); 65] = [
    ("w:document", &["w:body"]),
    (
        "w:pPr",
        &[
            "w:pStyle", "w:keepNext", "w:keepLines", "w:numPr", "w:tabs", "w:spacing", "w:ind",
            "w:contextualSpacing", "w:jc", "w:outlineLvl",
        ],
    ),
    ("w:rPr", &["w:rFonts", "w:b", "w:bCs", "w:i", "w:iCs", "w:color", "w:sz", "w:szCs", "w:lang"]),
    ("w:numPr", &["w:numId"]),
    (
        "w:tblPr",
        &["w:tblStyle", "w:tblW", "w:tblBorders", "w:tblLayout", "w:tblCellMar", "w:tblLook", "w:tblCaption"],
    ),
    ("w:tbl", &["w:tblPr", "w:tblGrid", "w:tr"]),
    ("w:tr", &["w:trPr", "w:tc"]),
    ("w:tc", &["w:tcPr", "w:p"]),
    ("w:trPr", &["w:cantSplit", "w:tblHeader"]),
    ("w:tcPr", &["w:tcW", "w:gridSpan", "w:tcBorders", "w:vAlign"]),
    ("w:tblBorders", &["w:top", "w:bottom", "w:insideH"]),
    ("w:tcBorders", &["w:top", "w:bottom"]),
    ("w:tblCellMar", &["w:top", "w:left", "w:bottom", "w:right"]),
    ("w:tblStylePr", &["w:tcPr"]),
    (
        "w:style",
        &[
            "w:name", "w:basedOn", "w:next", "w:uiPriority", "w:semiHidden", "w:qFormat", "w:pPr", "w:rPr",
            "w:tblPr", "w:tblStylePr",
        ],
    ),
    ("w:styles", &["w:docDefaults", "w:style"]),
    ("w:docDefaults", &["w:rPrDefault", "w:pPrDefault"]),
    ("w:sectPr", &["w:headerReference", "w:footerReference", "w:pgSz", "w:pgMar", "w:cols", "w:titlePg"]),
    ("w:abstractNum", &["w:multiLevelType", "w:lvl"]),
    ("w:numbering", &["w:abstractNum", "w:num"]),
    ("w:num", &["w:abstractNumId"]),
    ("w:lvl", &["w:start", "w:numFmt", "w:lvlText", "w:lvlJc", "w:pPr"]),
    ("w:sdt", &["w:sdtPr", "w:sdtContent"]),
    ("w:docPartObj", &["w:docPartGallery", "w:docPartUnique"]),
    (
        "w:settings",
        &[
            "w:zoom",
            "w:defaultTabStop",
            "w:characterSpacingControl",
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
    ("a:ln", &["a:noFill", "a:solidFill", "a:round"]),
    ("a:pattFill", &["a:fgClr", "a:bgClr"]),
    ("w:txbxContent", &["w:p"]),
    ("wps:bodyPr", &["a:noAutofit"]),
    ("w:hdr", &["w:p"]),
    ("w:ftr", &["w:p"]),
    ("Types", &["Default", "Override"]),
    ("Relationships", &["Relationship"]),
    ("cp:coreProperties", &["dc:title", "dc:creator", "dc:language"]),
    ("Properties", &["Application"]),
    ("w:sdtPr", &["w:docPartObj"]),
    ("a:graphic", &["a:graphicData"]),
    ("a:prstGeom", &["a:avLst"]),
    ("wps:txbx", &["w:txbxContent"]),
    ("a:solidFill", &["a:srgbClr"]),
    ("a:pathLst", &["a:path"]),
    ("a:moveTo", &["a:pt"]),
    ("a:lnTo", &["a:pt"]),
    ("a:fgClr", &["a:srgbClr"]),
    ("a:bgClr", &["a:srgbClr"]),
    ("a:srgbClr", &["a:alpha"]),
    ("mc:Fallback", &["w:t"]),
    ("w:tblGrid", &["w:gridCol"]),
    ("w:rPrDefault", &["w:rPr"]),
    ("w:pPrDefault", &["w:pPr"]),
    ("w:tabs", &["w:tab"]),
    ("w:fonts", &["w:font"]),
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

/// Elements that may stand several times in one of those that have an order; all others stand there at most once.
const MANY: [&str; 12] = [
    "w:tr", "w:tc", "w:p", "w:style", "w:compatSetting", "wps:wsp", "w:footerReference", "w:gridCol",
    "w:font", "Default", "Override", "Relationship",
];

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
    let is_listed = ORDERS.iter().chain(&CHOICES).any(|(known, _)| *known == name);
    // What was read has no name.
    assert!(is_listed || names.is_empty() || name.is_empty(), "{name}: {names:?}");
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
    let file = word::write(&sample::report()).expect("a report");
    for part in parts(&file).values() {
        check(&Element::read(part));
    }
}
