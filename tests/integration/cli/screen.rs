//! What a screen shows of a report, and what it says of the rest.

use super::run::Place;

/// The last paragraph in one line: what else there is.
fn rest(answer: &str) -> String {
    let last = answer.trim_end().rsplit("\n\n").next().expect("a paragraph");
    last.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn matrices_are_all_shown_and_no_table_is_promised_that_is_never_shown_with_them() {
    let place = Place::empty();
    for by in ["forbund", "kommun"] {
        let compare =
            |further: &str| place.run(&format!("compare tankespar2 tankespar3 --by {by} {further}")).answer();
        assert_eq!(rest(&compare("")), "--full visar också 9 antaganden till och källor.", "{by}");
        assert_eq!(rest(&compare("--lang en")), "--full also shows 9 more assumptions and sources.", "{by}");
        // The tables are those of the whole answer.
        let tables = |answer: &str| answer.split_once("\n\n").expect("a lead").1.to_owned();
        let (screen, full) = (tables(&compare("")), tables(&compare("--full")));
        let end = screen.find("\nDet här avgör resultatet").expect("assumptions");
        assert_eq!(screen[..end], full[..end], "{by}");
    }
    let whole = place.run("compare tankespar2 tankespar3").answer();
    assert!(rest(&whole).contains("9 antaganden till, intäkter per år, "), "{whole}");
}
