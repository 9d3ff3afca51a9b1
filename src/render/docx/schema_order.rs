//! The order that the standard (ECMA-376, part 1) gives to what describes a paragraph, a table and so on. `docx-rs`
//! writes it in an order of its own, which `LibreOffice` takes as it is and Word may call damaged.

use super::element::Element;

/// The elements whose order is put right, each with its children in the order of the schema.
const ORDERS: [(&str, &[&str]); 9] = [
    (
        "w:pPr",
        &[
            "w:pStyle",
            "w:keepNext",
            "w:keepLines",
            "w:pageBreakBefore",
            "w:framePr",
            "w:widowControl",
            "w:numPr",
            "w:pBdr",
            "w:shd",
            "w:tabs",
            "w:bidi",
            "w:adjustRightInd",
            "w:snapToGrid",
            "w:spacing",
            "w:ind",
            "w:jc",
            "w:textDirection",
            "w:textAlignment",
            "w:outlineLvl",
            "w:rPr",
            "w:sectPr",
        ],
    ),
    (
        "w:rPr",
        &[
            "w:rStyle",
            "w:rFonts",
            "w:b",
            "w:bCs",
            "w:i",
            "w:iCs",
            "w:caps",
            "w:strike",
            "w:dstrike",
            "w:vanish",
            "w:color",
            "w:spacing",
            "w:w",
            "w:sz",
            "w:szCs",
            "w:highlight",
            "w:u",
            "w:bdr",
            "w:shd",
            "w:fitText",
            "w:vertAlign",
            "w:lang",
        ],
    ),
    (
        "w:tblPr",
        &[
            "w:tblStyle",
            "w:tblpPr",
            "w:tblW",
            "w:jc",
            "w:tblInd",
            "w:tblBorders",
            "w:tblLayout",
            "w:tblCellMar",
            "w:tblLook",
        ],
    ),
    (
        "w:tcPr",
        &[
            "w:tcW",
            "w:gridSpan",
            "w:vMerge",
            "w:tcBorders",
            "w:shd",
            "w:noWrap",
            "w:tcMar",
            "w:textDirection",
            "w:vAlign",
        ],
    ),
    (
        "w:style",
        &[
            "w:name",
            "w:basedOn",
            "w:next",
            "w:link",
            "w:uiPriority",
            "w:semiHidden",
            "w:unhideWhenUsed",
            "w:qFormat",
            "w:pPr",
            "w:rPr",
            "w:tblPr",
            "w:trPr",
            "w:tcPr",
            "w:tblStylePr",
        ],
    ),
    (
        "w:sectPr",
        &[
            "w:headerReference",
            "w:footerReference",
            "w:type",
            "w:pgSz",
            "w:pgMar",
            "w:pgNumType",
            "w:cols",
            "w:titlePg",
            "w:textDirection",
            "w:docGrid",
        ],
    ),
    (
        "w:lvl",
        &["w:start", "w:numFmt", "w:pStyle", "w:isLgl", "w:suff", "w:lvlText", "w:lvlJc", "w:pPr", "w:rPr"],
    ),
    ("w:docDefaults", &["w:rPrDefault", "w:pPrDefault"]),
    (
        "w:settings",
        &["w:zoom", "w:evenAndOddHeaders", "w:defaultTabStop", "w:compat", "w:docVars", "w15:docId"],
    ),
];

/// Puts what stands in an element in order.
pub(super) fn put_in_order(element: &mut Element) {
    let Some((_, order)) = ORDERS.iter().find(|(name, _)| element.is(name)) else { return };
    element.sort_by_key(|child| order.iter().position(|name| child.is(name)).unwrap_or(order.len()));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn children_stand_in_the_order_of_the_standard_and_unknown_ones_last() {
        let names = ["w:unknown", "w:jc", "w:rPr", "w:spacing", "w:pStyle"];
        let mut element = names.iter().fold(Element::new("w:pPr", &[]), |element, name| {
            element.with(Element::new(name, &[]).with_text("…"))
        });
        put_in_order(&mut element);
        let order = element.children_mut().map(|child| names.iter().position(|name| child.is(name)));
        assert_eq!(order.collect::<Vec<_>>(), [4, 3, 1, 2, 0].map(Some));
    }
}
