//! The schemas that lie in the project. `FINSAM_UPDATE_SCHEMAS=1` writes them anew.

use std::fs;

use finsam::schema::{self, Subject};
use finsam::text::language::Language;

use super::document::{read, root, shipped};

#[test]
fn the_schemas_of_the_project_are_those_that_the_program_prints() {
    for subject in Subject::ALL {
        let path = root().join("schemas").join(subject.file_name());
        let text = schema::text(subject, Language::Swedish);
        if std::env::var_os("FINSAM_UPDATE_SCHEMAS").is_some_and(|value| value == "1") {
            fs::write(&path, text).expect("the schema is written");
        } else {
            assert!(
                read(&path) == text,
                "{} is out of date: run with FINSAM_UPDATE_SCHEMAS=1",
                path.display()
            );
        }
    }
}

#[test]
fn every_example_names_its_schema_on_its_first_line() {
    let examples = shipped();
    assert!(examples.len() > 10);
    for (subject, path) in examples {
        let text = read(&path);
        let named = text.lines().next().and_then(|line| line.strip_prefix("#:schema "));
        let named = named.unwrap_or_else(|| panic!("{}: no schema is named", path.display()));
        let schema = path.parent().expect("a folder").join(named).canonicalize();
        let expected = root().join("schemas").join(subject.file_name()).canonicalize();
        assert_eq!(
            schema.expect("a schema that is there"),
            expected.expect("the schema"),
            "{}",
            path.display()
        );
    }
}
